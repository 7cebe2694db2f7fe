import type { Act } from '@entente/accord'
import type { ActView } from '../../../../node/src/api.ts'
import type { CaseFile } from '../case/case-file.ts'

type Told<K extends Act['kind']> = {
  readonly view: ActView
  readonly act: Extract<Act, { kind: K }>
}

const told = <K extends Act['kind']>({ view: { acts } }: CaseFile, kind: K): readonly Told<K>[] =>
  acts.flatMap((view): readonly Told<K>[] =>
    view.act?.kind === kind && !view.void ? [{ view, act: view.act as Told<K>['act'] }] : [],
  )

/** The operator's last word on each indicator that it saw or looked for. */
export const sightingsOn = (file: CaseFile): readonly Told<'sighting'>[] =>
  [...Map.groupBy(told(file, 'sighting'), ({ act }) => act.sightingOf).values()].map((all) =>
    all.reduce((last, one) => (one.view.index > last.view.index ? one : last)),
  )

/** What the operator last said of itself. */
export const assessedBy = (file: CaseFile): Told<'self-assessment'> | undefined =>
  told(file, 'self-assessment')
    .toSorted((a, b) => a.view.index - b.view.index)
    .at(-1)

/** The other end's receipt of an act, where it acknowledged it. */
export const receiptOf = (file: CaseFile, id: string): ActView | undefined =>
  told(file, 'receipt').find(({ act }) => act.of === id)?.view

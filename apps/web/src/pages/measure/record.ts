import type { Act } from '@entente/accord'
import type { ActView, MeasureView } from '../../../../node/src/api.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { MeasureAct } from '../case/measure-sentence.tsx'

const KINDS: ReadonlySet<string> = new Set<MeasureAct['kind']>([
  'assess',
  'call',
  'notice',
  'start',
  'report',
  'review',
  'suspend',
  'terminate',
])
const isMeasureAct = (act: Act): act is MeasureAct => KINDS.has(act.kind)

/** An act that carries a measure forward, at its place in its author's strand. */
export type OnRecord = Pick<ActView, 'id' | 'party' | 'index'> & { readonly act: MeasureAct }

/** The acts on one measure that count, by their authors' clocks: calls of its step, and acts on its text. */
export function recordOf({ view }: CaseFile, { step, version }: MeasureView): readonly OnRecord[] {
  const versions = new Set<string>([
    version,
    ...view.state.steps.flatMap((one) => (one.id === step ? one.versions.map(({ id }) => id) : [])),
  ])
  return view.acts
    .flatMap(({ id, party, index, act, void: voided }): OnRecord[] =>
      act &&
      !voided &&
      isMeasureAct(act) &&
      ('for' in act ? act.for === step : versions.has(act.on))
        ? [{ id, party, index, act }]
        : [],
    )
    .toSorted((a, b) => order(a.act.claimedAt, b.act.claimedAt) || a.index - b.index)
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The latest act of a kind by one nation; undefined where there is none. */
export const latestBy = <K extends MeasureAct['kind']>(
  record: readonly OnRecord[],
  party: string,
  kind: K,
) =>
  record.findLast(
    (one): one is OnRecord & { readonly act: Extract<MeasureAct, { kind: K }> } =>
      one.party === party && one.act.kind === kind,
  )

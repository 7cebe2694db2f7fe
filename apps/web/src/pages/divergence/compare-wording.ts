import { redline, type Run } from '../case/redline.ts'

/** One place at which two statements part: what stands here, and what stands there. */
type Parting = { readonly here: string; readonly there: string }

export type Compared = {
  /** Each text in runs; `deleted` stands here alone, `inserted` there alone. */
  readonly here: readonly Run[]
  readonly there: readonly Run[]
  /** The same differences, one by one: the table beside the picture. */
  readonly partings: readonly Parting[]
}

/** Two statements word by word, in the order of the words. White space makes no difference. */
export function compareWording(here: string, there: string): Compared {
  const runs = redline(plain(here), plain(there))
  const partings: Parting[] = []
  let open: { here: string; there: string } | undefined
  for (const { kind, text } of runs) {
    if (kind === 'kept') {
      open = undefined
      continue
    }
    if (!open) partings.push((open = { here: '', there: '' }))
    open[kind === 'deleted' ? 'here' : 'there'] += text
  }
  return {
    here: runs.filter(({ kind }) => kind !== 'inserted'),
    there: runs.filter(({ kind }) => kind !== 'deleted'),
    partings: partings.map((each) => ({ here: each.here.trim(), there: each.there.trim() })),
  }
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

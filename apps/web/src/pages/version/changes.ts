import { statedOf, type FilledMeasure } from './version-fields.ts'

type Said = string | boolean | number

/** One term of a measure that says something else than before; absent where it said nothing. */
export type TermChange = {
  readonly field: 'kind' | 'against' | 'asOf' | 'fact'
  /** The id of the fact. */
  readonly fact?: string
  readonly was?: Said
  readonly now?: Said
}

/** What becomes of a measure's terms from one version to the next, in the order of the form. */
export function changesOf(was: FilledMeasure, now: FilledMeasure): readonly TermChange[] {
  const against = ({ name, code }: FilledMeasure) => `${name} (${code})`
  const before = statedOf(was.facts)
  const after = statedOf(now.facts)
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return [
    ...differ({ field: 'kind' }, was.kind, now.kind),
    ...differ({ field: 'against' }, against(was), against(now)),
    ...differ({ field: 'asOf' }, was.asOf, now.asOf),
    ...facts.flatMap((fact) =>
      differ({ field: 'fact', fact }, before[fact]?.value, after[fact]?.value),
    ),
  ]
}

const differ = (
  change: Pick<TermChange, 'field' | 'fact'>,
  was: Said | undefined,
  now: Said | undefined,
): readonly TermChange[] =>
  was === now
    ? []
    : [{ ...change, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) }]

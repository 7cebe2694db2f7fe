import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Act, KIND_NAMES } from '../src/act.ts'

/** The form of acts, a field at a time, up to its bounds: spec/vectors/form. */

type Forms = {
  readonly forms: readonly {
    readonly act: object
    readonly examples: readonly {
      readonly at: string
      readonly verdict: 'act' | 'malformed'
      readonly is?: unknown
      readonly text?: string
      readonly item?: unknown
      readonly times?: number
    }[]
  }[]
}
type Example = Forms['forms'][number]['examples'][number]

const formsOf = (kind: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../spec/vectors/form/${kind}.json`, import.meta.url), 'utf8'),
  ) as Forms

function valueIn({ is, text, item, times = 0 }: Example): unknown {
  if (text !== undefined) return text.repeat(times)
  if (item === undefined) return is
  const said = JSON.stringify(item)
  return Array.from({ length: times }, (_, at): unknown =>
    JSON.parse(said.replaceAll('#', String(at))),
  )
}

/** The act with what an example puts in it. */
function changed(act: object, example: Example): object {
  const copy = structuredClone(act) as Record<string, unknown>
  const path = example.at.split('.')
  const name = path.pop()!
  const parent = path.reduce((one, key) => one[key] as Record<string, unknown>, copy)
  const value = valueIn(example)
  if (value === undefined) delete parent[name]
  else parent[name] = value
  return copy
}

describe.each(KIND_NAMES)('the form of %s', (kind) => {
  const { forms } = formsOf(kind)

  it('is that of its examples', () => {
    for (const { act } of forms) expect(Act.safeParse(act).error?.issues ?? []).toEqual([])
  })
  it('holds up to the bounds of each field, and not beyond', () => {
    const found = forms.flatMap(({ act, examples }) =>
      examples
        .filter((one) => Act.safeParse(changed(act, one)).success !== (one.verdict === 'act'))
        .map(({ at, verdict, ...put }) => `${at}: ${JSON.stringify(put)} is ${verdict}`),
    )
    expect(found).toEqual([])
  })
})

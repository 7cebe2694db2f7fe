import type { ReactNode } from 'react'
import { Hash } from '../../marks/hash.tsx'
import type { Draft } from '../voice/payload.ts'
import { Sheet, type useBaseRows } from '../voice/signing.tsx'
import { SCALE_NAMES, statedOf, type Filled } from './version-fields.ts'

type Row = readonly [string, ReactNode]

/** Exactly what will be signed: every field of the version by its name in the act. */
export function VersionSheet({
  draft,
  filled,
  replaces,
  rows,
}: {
  draft: Draft
  filled: Filled
  replaces: string | undefined
  rows: ReturnType<typeof useBaseRows>
}) {
  const { id, kind, lang, title, clauses, terms, scales, expiry, names, minimum } = filled
  const said: Row[] = [
    ['step', `${id} (${kind})`],
    ...(replaces === undefined ? [] : [['replaces', <Hash key="replaces" of={replaces} />] as Row]),
    ['lang', lang],
    ['title', title],
    ...clauses
      .filter(({ text }) => text !== '')
      .map(({ id: clause, text }): Row => [`clause ${clause}`, text]),
    ...(kind === 'measure' ? termRows(filled) : []),
    ...(terms.length > 0 ? [['terms', terms.join(', ')] as Row] : []),
    ...SCALE_NAMES.flatMap((name): Row[] => {
      const value = scales[name]
      return value ? [[name, `${value.value} (${value.scale} ${value.version})`]] : []
    }),
    ...(expiry === '' ? [] : [['expiry', `${expiry.replace('T', ' ')} UTC`] as Row]),
    ...(names.length === 0 ? [] : [['names', names.join(', ')] as Row]),
    ...(minimum === '' ? [] : [['minimum', minimum] as Row]),
  ]
  const name = replaces === undefined ? 'propose' : 'amend'
  return <Sheet draft={draft} rows={rows(name, draft.fields, said)} putDown={false} />
}

function termRows({ measure: { kind, code, name, asOf, facts } }: Filled): Row[] {
  return [
    ['measure', kind],
    ['against', `${code}  ${name}`],
    ['asOf', asOf],
    ...Object.entries(statedOf(facts)).map(([id, { value, evidence, grade }]): Row => [
      `fact ${id}`,
      [
        String(value),
        ...(evidence ? [`[${evidence.join('; ')}]`] : []),
        ...(grade === undefined ? [] : [grade]),
      ].join(' '),
    ]),
  ]
}

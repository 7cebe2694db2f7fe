import { filedBy, type Filed, type StepKind } from '@entente/accord'
import { freeId, type Filled } from './version-fields.ts'
import type { CaseFile } from '../case/case-file.ts'

/** The act that filed a version; undefined where it is another, or is not here. */
export const versionAct = (file: CaseFile, id: string | undefined): Filed | undefined =>
  filedBy(file.actOf(id)?.act)

/** An empty text of this kind: one clause, nothing decided for the person. */
export const emptyVersion = (
  file: CaseFile,
  { kind, id, lang, today }: { kind: StepKind; id?: string; lang: string; today: string },
): Filled => ({
  kind,
  id: id ?? freeId(file, kind),
  lang,
  title: '',
  clauses: [{ id: '1', text: '' }],
  terms: [],
  scales: {},
  expiry: '',
  names: [],
  minimum: '',
  measure: { kind: '', code: '', name: '', asOf: today, facts: {} },
})

/** What a version says, to be changed into the next. */
export const filledFrom = (act: Filed): Filled => {
  const { step, text, classification, measure, expiry, names, minimum } = act
  const { terms = [], ...scales } = classification ?? {}
  return {
    kind: step.kind,
    id: step.id,
    lang: text.lang,
    title: text.title,
    clauses: text.clauses,
    terms,
    scales,
    expiry: expiry === undefined ? '' : new Date(expiry * 1000).toISOString().slice(0, 16),
    names: names ?? [],
    minimum: minimum === undefined ? '' : String(minimum),
    measure: {
      kind: measure?.kind ?? '',
      code: measure?.against.code ?? '',
      name: measure?.against.name ?? '',
      asOf: measure?.asOf ?? '',
      facts: measure?.facts ?? {},
    },
  }
}

/** The clauses of one nation's amendment in the place of the text's, where the chair takes it over. */
export function withAmendment(file: CaseFile, filled: Filled, from: string | undefined): Filled {
  const act = file.actOf(from)?.act
  if (act?.kind !== 'comply') return filled
  const wanted = new Map(act.amendment?.map((clause) => [clause.id, clause.text]))
  return {
    ...filled,
    clauses: filled.clauses.map(({ id, text }) => ({ id, text: wanted.get(id) ?? text })),
  }
}

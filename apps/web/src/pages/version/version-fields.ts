import { decisionRule, type StepKind } from '@entente/accord'
import { refusedObject, type RefusedObject } from '@entente/law'
import type { ScaleValue } from '@entente/lexicon'
import type { MessageId } from '../../i18n/index.ts'
import { isAuthor, type CaseFile } from '../case/case-file.ts'
import type { Stated } from '../measure/stated.ts'

/** What a person has filled in of one version of a step, whatever its kind. */
export type Filled = {
  readonly kind: StepKind
  readonly id: string
  readonly lang: string
  readonly title: string
  readonly clauses: readonly { readonly id: string; readonly text: string }[]
  readonly terms: readonly string[]
  readonly scales: Readonly<Partial<Record<ScaleName, ScaleValue>>>
  /** `YYYY-MM-DDTHH:MM`, UTC; empty for none. */
  readonly expiry: string
  readonly names: readonly string[]
  readonly minimum: string
  /** Counts in a step of kind `measure` only. */
  readonly measure: FilledMeasure
}

export const SCALE_NAMES = ['severity', 'likelihood', 'confidence'] as const
export type ScaleName = (typeof SCALE_NAMES)[number]

export type FilledMeasure = {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly asOf: string
  readonly facts: Readonly<Record<string, Stated>>
}

/** What the rule of a step asks of its text beyond its words. */
export function asksOf(
  { view: { charter } }: Pick<CaseFile, 'view'>,
  kind: StepKind,
): { readonly expiry: boolean; readonly names: boolean } {
  const rule = decisionRule(charter, kind)
  return { expiry: rule?.waits !== undefined, names: rule?.isForNamed === true }
}

/** Kinds of step whose versions this party files. */
export const kindsOf = (file: CaseFile, kinds: readonly StepKind[]): readonly StepKind[] =>
  kinds.filter((kind) => isAuthor(file, kind))

/** Steps that calls and notices are for, and that have no text yet. */
export const preparedSteps = ({ view, steps }: CaseFile): readonly string[] => {
  const put = new Set(steps.flatMap(({ id, versions }) => (versions.length > 0 ? [id] : [])))
  const named = view.acts.flatMap(({ act, void: voided }) =>
    act && !voided && 'for' in act ? [act.for] : [],
  )
  return [...new Set(named)].filter((step) => !put.has(step))
}

/** A name that no step of the case has: the kind's own; with a number where there may be several. */
export function freeId(file: CaseFile, kind: StepKind): string {
  if (kind === 'measure') {
    const [called] = preparedSteps(file)
    if (called !== undefined) return called
  }
  const taken = takenIds(file)
  if (kind !== 'measure' && !taken.has(kind)) return kind
  const numbers = Array.from({ length: taken.size + 1 }, (_, at) => `${kind}-${at + 1}`)
  return numbers.find((id) => !taken.has(id)) ?? kind
}

/** Steps that have a text: the next one is a new version, not a first. */
const takenIds = ({ steps }: CaseFile): ReadonlySet<string> =>
  new Set(steps.flatMap(({ id, versions }) => (versions.length > 0 ? [id] : [])))

/** The fields of the act that puts this version, beside its kind: what is empty is absent. */
export function versionFields(filled: Filled): Readonly<Record<string, unknown>> {
  const { kind, id, lang, title, expiry, names, minimum, terms, scales, measure } = filled
  const { code, name, asOf } = measure
  return {
    step: { id, kind },
    text: { lang, title, clauses: filled.clauses.filter(({ text }) => text !== '') },
    ...(terms.length > 0 || Object.keys(scales).length > 0
      ? { classification: { terms, ...scales } }
      : {}),
    ...(kind === 'measure'
      ? {
          measure: {
            kind: measure.kind,
            against: { code, name },
            asOf,
            facts: statedOf(measure.facts),
          },
        }
      : {}),
    ...(expiry === '' ? {} : { expiry: Math.floor(Date.parse(`${expiry}:00Z`) / 1000) }),
    ...(names.length === 0 ? {} : { names }),
    ...(minimum === '' ? {} : { minimum: Number(minimum) }),
  }
}

/** Only facts with a value are stated: what is left empty stays unknown. */
export const statedOf = (facts: FilledMeasure['facts']): FilledMeasure['facts'] =>
  Object.fromEntries(Object.entries(facts).filter(([, { value }]) => value !== undefined))

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/
const CLAUSE_ID = /^[a-z0-9][a-z0-9/.-]{0,63}$/

/** What is wrong, by the field in which it stands; the schema of acts has the last word. */
export function wrongIn(
  filled: Filled,
  { file, isFirst }: { readonly file: CaseFile; readonly isFirst: boolean },
): ReadonlyMap<string, MessageId> {
  const { kind, id, title, clauses, expiry, names, minimum } = filled
  const asks = asksOf(file, kind)
  const found: (readonly [string, MessageId] | false)[] = [
    isFirst && !ID.test(id) && ['id', 'version.error.id'],
    isFirst && takenIds(file).has(id) && ['id', 'version.error.taken'],
    title.trim() === '' && ['title', 'measure.error.line'],
    clauses.every(({ text }) => text.trim() === '') && ['clause.0', 'version.error.clauses'],
    ...clauses.map(
      ({ id: one }, at) =>
        !CLAUSE_ID.test(one) && ([`clause-id.${at}`, 'version.error.clause-id'] as const),
    ),
    ...clauses.map(
      ({ id: one }, at) =>
        clauses.findIndex((other) => other.id === one) < at &&
        ([`clause-id.${at}`, 'version.error.clause-twice'] as const),
    ),
    Object.keys(filled.scales).length > 0 &&
      filled.terms.length === 0 && ['terms', 'version.error.terms'],
    asks.expiry && expiry === '' && ['expiry', 'version.error.expiry'],
    asks.names && names.length === 0 && ['names', 'version.error.names'],
    minimum !== '' &&
      !(Number(minimum) >= 1 && Number(minimum) <= names.length) && [
        'minimum',
        'version.error.minimum',
      ],
  ]
  const measured = kind === 'measure' ? wrongInTerms(filled.measure) : []
  return new Map([...found, ...measured].filter((one) => one !== false).toReversed())
}

function wrongInTerms({ kind, code, name, asOf, facts }: FilledMeasure) {
  const found: (readonly [string, MessageId] | false)[] = [
    kind === '' && ['measure.kind', 'measure.error.choice'],
    !/^[A-Z]{2}$/.test(code) && ['measure.code', 'version.error.code'],
    name.trim() === '' && ['measure.name', 'measure.error.line'],
    asOf === '' && ['measure.asOf', 'measure.error.day'],
    refusalOf({ kind, facts }) !== undefined && ['fact.object', 'version.error.object'],
    ...Object.entries(facts).map(
      ([id, { value }]) =>
        typeof value === 'number' &&
        !(Number.isSafeInteger(value) && value >= 0) &&
        ([`fact.${id}`, 'version.error.count'] as const),
    ),
    ...Object.entries(facts).map(
      ([id, { value }]) =>
        typeof value === 'string' &&
        value.trim() === '' &&
        ([`fact.${id}`, 'measure.error.prose'] as const),
    ),
  ]
  return found
}

/** Why the object is refused before anybody signs: the law's own answer, with its provision. */
export function refusalOf({
  kind,
  facts,
}: Pick<FilledMeasure, 'kind' | 'facts'>): RefusedObject | undefined {
  const object = facts['object']?.value
  if (object !== 'deter' && object !== 'punish') return undefined
  return refusedObject({ ...(isMeasureKind(kind) ? { kind } : {}), object })
}

export const MEASURE_KINDS = [
  'statement',
  'demarche',
  'assistance',
  'retorsion',
  'restrictive-measure',
  'criminal-process',
  'countermeasure',
  'necessity',
  'self-defence-referral',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]
export const isMeasureKind = (kind: string): kind is MeasureKind =>
  MEASURE_KINDS.some((one) => one === kind)

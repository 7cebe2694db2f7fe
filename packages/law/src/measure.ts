import { factGrade, isOnScale } from '@entente/lexicon'
import { type Fact, type FactId, type Facts, getFact, isFactId } from './fact.ts'
import { LawError } from './error.ts'
import { day, isDay, list, malformed, MOST_CHARACTERS, record, shown, text } from './parse.ts'

/** One fact as recorded: who says so, on what evidence, graded how. */
export type Recorded<V = unknown> = {
  readonly value: V
  readonly assertedBy: string
  readonly evidence: readonly string[]
  /** On both axes of the Admiralty scale, as `B2`. */
  readonly grade?: string
}

export type RecordedFacts = { readonly [K in FactId]?: Recorded<NonNullable<Facts[K]>> }

/** A measure with the facts common to all, and those that are each nation's own. */
export type MeasureFacts = {
  readonly id: string
  readonly title: string
  readonly exercise: boolean
  /** The day to which the facts are stated. */
  readonly asOf: string
  /** The day of the law and of the views; without one, the day of the facts. */
  readonly lawOn?: string
  readonly responsible: { readonly code: string; readonly name: string }
  readonly facts: RecordedFacts
  readonly nations: readonly {
    readonly code: string
    readonly name: string
    readonly facts: RecordedFacts
  }[]
}

/** The day as of which a measure is assessed: nothing that was published or signed later is used. */
export const lawDay = ({ asOf, lawOn = asOf }: Pick<MeasureFacts, 'asOf' | 'lawOn'>): string =>
  lawOn

/** The facts as one nation has them: its own stand before the common ones. */
export function recordedFor({ facts, nations }: MeasureFacts, code: string): RecordedFacts {
  const own = nations.find((nation) => nation.code === code)?.facts
  return own ? { ...facts, ...own } : facts
}

const VALUES_OF = new WeakMap<RecordedFacts, Facts>()

/** The bare values, as rules are given them; worked out once for the same facts. */
export function valuesOf(recorded: RecordedFacts): Facts {
  const known = VALUES_OF.get(recorded)
  if (known) return known
  const values = Object.fromEntries(
    Object.entries(recorded).map(([id, { value }]) => [id, value]),
  ) as Facts
  VALUES_OF.set(recorded, values)
  return values
}

/** Reads a measure that somebody wrote by hand; whoever wrote it may have written anything. */
export function parseMeasure(json: unknown): MeasureFacts {
  const measure = record(json, 'a measure')
  const responsible = record(measure['responsible'], 'the responsible State')
  const nations = list(measure['nations'] ?? [], 'nations')
  const parsed = {
    id: text(measure['id'], 'an id'),
    title: text(measure['title'], 'a title'),
    exercise: measure['exercise'] === true,
    asOf: day(measure['asOf'], 'the day to which the facts are stated'),
    responsible: {
      code: text(responsible['code'], 'a code'),
      name: text(responsible['name'], 'a name'),
    },
    facts: parseFacts(measure['facts'] ?? {}),
    nations: nations.map((each) => {
      const nation = record(each, 'a nation')
      return {
        code: text(nation['code'], 'a code'),
        name: text(nation['name'], 'a name'),
        facts: parseFacts(nation['facts'] ?? {}),
      }
    }),
  }
  const codes = parsed.nations.map(({ code }) => code)
  if (new Set(codes).size < codes.length) throw malformed('each nation once', codes.join(', '))
  return parsed
}

function parseFacts(json: unknown): RecordedFacts {
  return Object.fromEntries(
    Object.entries(record(json, 'facts by their ids')).map(([id, each]) => [
      id,
      readFact(id, each),
    ]),
  )
}

/** One fact that somebody asserts; refused where no rule asks for it, its value is not what is asked for, or its grade is none. */
export function readFact(id: string, json: unknown): Recorded {
  if (!isFactId(id)) throw new LawError('fact.unknown', `expected the id of a fact, got ${id}`)
  return parseFact(id, record(json, `the fact ${id}`))
}

function parseFact(id: FactId, fact: Readonly<Record<string, unknown>>): Recorded {
  const { value, evidence = [], grade } = fact
  const wanted = expected(getFact(id), value)
  if (wanted !== undefined)
    throw new LawError('fact.malformed', `expected ${wanted} for ${id}, got ${shown(value)}`)
  return {
    value,
    assertedBy: text(fact['assertedBy'], `who asserts ${id}`),
    evidence: list(evidence, `evidence of ${id}`).map((each) =>
      text(each, `the evidence of ${id}`),
    ),
    ...(grade === undefined ? {} : { grade: parseGrade(id, grade) }),
  }
}

function parseGrade(id: FactId, grade: unknown): string {
  if (typeof grade === 'string' && isOnScale(factGrade(grade))) return grade
  throw new LawError(
    'fact.malformed',
    `expected a grade of the Admiralty scale for ${id}, as B2, got ${shown(grade)}`,
  )
}

/** What the fact wants, if the value is not it. */
function expected(fact: Fact, value: unknown): string | undefined {
  switch (fact.type) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.options, value)
        ? undefined
        : `one of ${Object.keys(fact.options).join(', ')}`
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'a whole number'
    case 'day':
      return isDay(value) ? undefined : 'a day as YYYY-MM-DD'
    case 'words':
      if (typeof value !== 'string' || value.trim() === '') return 'words'
      return value.length > MOST_CHARACTERS
        ? `words of at most ${MOST_CHARACTERS} characters`
        : undefined
  }
}

import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { type Next, NEXT_CODES, type NextCode, nextOf, type RuleName } from '@entente/accord'
import {
  comply,
  receipt,
  withdraw,
  type Drafted,
} from '../../../../../packages/accord/test/case.ts'
import { SAID } from '../../../test/next-promises.ts'
import {
  EXPIRY,
  GATED,
  GRACE,
  MODELS,
  SPOKEN,
  V,
  world,
  worlds,
  yes,
  type World,
} from '../../../test/next-worlds.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { momentSaid } from '../../marks/moment.tsx'
import { sentencesOf } from './next-said.ts'

const nextIn = ({ charter, version, ...looked }: World): Next => nextOf(charter, version, looked)
const NAMES = { XA: 'Alder', XB: 'Birch', XC: 'Cedar', CO: 'the chair' } as Record<string, string>

const LANGUAGES = {
  en: { locale: 'en-GB', messages: en, and: 'and' },
  es: { locale: 'es-ES', messages: es, and: 'y' },
} as const
type Language = keyof typeof LANGUAGES
const LOCALES = Object.keys(LANGUAGES) as Language[]
const intlOf = (language: Language) =>
  createIntl({
    ...LANGUAGES[language],
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })
const INTL = { en: intlOf('en'), es: intlOf('es') }
const SENTENCES = {
  en: {
    some: (names: string, what: string) => `Awaited from ${names}: ${what}.`,
    anybody: (what: string) => `Awaited from anybody: ${what}.`,
    nobody: (what: string) => `Awaited from nobody: ${what}.`,
    by: (day: string) => `Until ${day}.`,
    never: 'No date is set.',
    after: (day: string) => `What came of it can be certified from ${day} on.`,
  },
  es: {
    some: (names: string, what: string) => `Se espera de ${names}: ${what}.`,
    anybody: (what: string) => `Se espera de cualquiera: ${what}.`,
    nobody: (what: string) => `No se espera nada de nadie: ${what}.`,
    by: (day: string) => `Hasta ${day}.`,
    never: 'No hay fecha fijada.',
    after: (day: string) => `Lo que resulte puede certificarse desde ${day}.`,
  },
} as const

/** Names in a row, as each of the two languages joins them. */
const listed = (names: readonly string[], and: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

/** What a page should say, put together from the worlds alone. */
function expectedIn(language: Language, one: World, { code, after }: Next): readonly string[] {
  const { what, then, from: whoIn, by: byIn } = SAID[code]
  const says = SENTENCES[language]
  const from = whoIn(one)
  const by = byIn(one)
  const day = (seconds: number) => momentSaid(INTL[language], seconds)
  const names = from === 'anybody' ? [] : from.map((id) => NAMES[id]!)
  const { [language]: comes } = typeof then === 'function' ? then(one.version.rule) : then
  return [
    from === 'anybody'
      ? says.anybody(what[language])
      : names.length === 0
        ? says.nobody(what[language])
        : says.some(listed(names, LANGUAGES[language].and), what[language]),
    by === undefined ? says.never : says.by(day(by)),
    comes,
    ...(after === undefined ? [] : [says.after(day(after))]),
  ]
}

const saidIn = (language: Language, one: World, next = nextIn(one)) =>
  sentencesOf(INTL[language], next, { rule: one.version.rule, nameOf: (id) => NAMES[id]! })

describe('in every state that the decision gives a version, the page', () => {
  const byCode = Map.groupBy(worlds, (one) => nextIn(one).code)

  it('knows nothing but these, and has words for each', () => {
    expect(new Set(byCode.keys())).toEqual(new Set(NEXT_CODES))
    expect(new Set(Object.keys(SAID))).toEqual(new Set(NEXT_CODES))
  })

  it.each(NEXT_CODES)('%s: says what comes to be when the case is played on', (code) => {
    const told = new Set<string>()
    for (const one of byCode.get(code)!) {
      const next = nextIn(one)
      const { from, by } = SAID[code]
      expect({ from: next.from, by: next.by }, one.says).toEqual({ from: from(one), by: by(one) })
      // The same words are read once.
      const words = JSON.stringify([next, one.version.rule])
      for (const language of told.has(words) ? [] : LOCALES)
        expect(saidIn(language, one, next), one.says).toEqual(expectedIn(language, one, next))
      told.add(words)
      try {
        SAID[code].comes(one, next)
      } catch (error) {
        throw new Error(`${one.says}: ${JSON.stringify(next)}`, { cause: error })
      }
    }
  })
})

/**
 * The rows of the one decision table (2-domain.md, section Steps) and what a page awaits of a text on which Cedar has that voice and
 * the others comply, while it is open. Under majority and participants only Cedar’s voice is the one that is lacking.
 */
const COLUMNS = [
  'express-unanimity',
  'silence',
  'qualified-majority',
  'participants-only',
] as const satisfies readonly RuleName[]
type Cell = { readonly code: NextCode; readonly from: readonly string[] | 'anybody' }
const adoptable: Cell = { code: 'declare', from: 'anybody' }
const asked = (code: NextCode): Cell => ({ code, from: ['XC'] })
const quiet: Cell = { code: 'objection', from: [] }
const TABLE: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  complies: row(adoptable, quiet, adoptable, adoptable),
  'complies-with-statement': row(adoptable, quiet, adoptable, adoptable),
  'complies-with-reservation': row(adoptable, quiet, adoptable, adoptable),
  abstains: row(adoptable, quiet, asked('change'), asked('change')),
  'abstains-constructively': row(adoptable, quiet, asked('change'), asked('change')),
  'awaits-instructions': row(asked('voices'), asked('instruct'), asked('voices'), asked('voices')),
  objects: row(asked('voices'), { code: 'broke', from: [] }, asked('voices'), asked('voices')),
  'objects, vital': row(
    asked('voices'),
    { code: 'broke', from: [] },
    asked('brake'),
    asked('voices'),
  ),
  withdrawn: row(
    { code: 'stuck', from: ['CO'] },
    { code: 'broke', from: [] },
    { code: 'stuck', from: ['CO'] },
    { code: 'stuck', from: ['CO'] },
  ),
  silent: row(asked('voices'), asked('acknowledge'), asked('voices'), asked('voices')),
  'silent, with a receipt': row(
    asked('voices'),
    asked('silence'),
    asked('voices'),
    asked('voices'),
  ),
}
function row(...cells: readonly [Cell, Cell, Cell, Cell]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(COLUMNS.map((rule, column) => [rule, cells[column]!]))
}

const ACTS: Readonly<Record<string, readonly Drafted[]>> = {
  ...Object.fromEntries(SPOKEN.map((voice) => [voice, [comply(V, voice)]])),
  'objects, vital': [comply(V, 'complies', 'objects', { vital: true })],
  withdrawn: [withdraw(V)],
  silent: [],
  'silent, with a receipt': [receipt(V)],
}
const CELLS = Object.entries(TABLE).flatMap(([voice, cells]) =>
  COLUMNS.flatMap((rule) =>
    (rule === 'silence' ? MODELS : [undefined]).map((model) => ({
      voice,
      rule,
      model,
      cell: cells[rule]!,
      name: model ? `${rule} (${model})` : rule,
    })),
  ),
)

describe('the decision table, as the page says it', () => {
  it('has every voice that there is in a row, and every rule that opens a gate in a column', () => {
    expect(Object.keys(TABLE)).toEqual(Object.keys(ACTS))
    expect(new Set<RuleName>(COLUMNS)).toEqual(new Set(GATED))
    expect(CELLS).toHaveLength(Object.keys(TABLE).length * (COLUMNS.length - 1 + MODELS.length))
  })

  it.each(CELLS)('$name, $voice: $cell.code', ({ voice, rule, model, cell }) => {
    const more = { members: { XA: 40, XB: 40, XC: 20 }, minimum: 3 }
    const strands = { XA: [yes], XB: [yes], XC: ACTS[voice]! }
    const one = world(voice, rule, strands, { model, more, participants: 3 })
    const next = nextIn(one)
    expect(next).toMatchObject(cell)
    const isTimed = rule === 'silence'
    const early = cell.code === 'acknowledge' ? one.charter.notice : 0
    expect(next.by).toBe(isTimed && cell.code !== 'broke' ? EXPIRY - early : undefined)
    const waits = isTimed
      ? EXPIRY + GRACE
      : cell.code === 'voices' && voice.startsWith('silent') && rule === 'qualified-majority'
        ? EXPIRY
        : undefined
    expect(next.after).toBe(waits)
    SAID[cell.code].comes(one, next)
    for (const language of LOCALES)
      expect(saidIn(language, one, next)).toEqual(expectedIn(language, one, next))
  })

  it('a constructive abstention of a third of the members with a third of the population is asked for another voice', () => {
    const more = { members: { XA: 30, XB: 30, XC: 40 } }
    const strands = { XA: [yes], XB: [yes], XC: ACTS['abstains-constructively']! }
    for (const rule of ['express-unanimity', 'silence'] as const)
      expect(nextIn(world('aside', rule, strands, { more }))).toMatchObject(asked('change'))
  })

  it('an amendment beside a consent breaks the silence where the model says so', () => {
    const said = MODELS.map((model) => {
      const XC = [comply(V, 'complies', 'complies', { amends: true })]
      return nextIn(world('amends', 'silence', { XA: [yes], XB: [yes], XC }, { model })).code
    })
    expect(said).toEqual(['objection', 'broke', 'objection'])
  })
})

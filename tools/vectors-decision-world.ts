import { parseCharter, seal, stateDigest, type ActId, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter as quietModem,
  charterFields,
  headOf,
  idOf,
  keysAdd,
  ministry,
  noteOf,
  PARTY_IDS,
  payload,
  roots,
  threeAt,
  VERBS,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { BEFORE, TEXT } from './vectors-play.ts'
import { partyNamed, recordOf, stateOf } from './vectors-successor.ts'
import { cutNoteOf } from './vectors-together.ts'

/** Small signed cases in which one thing at a time is decided. */

export type Id = (typeof PARTY_IDS)[number]
type Each<T> = Readonly<Partial<Record<Id, T>>>

/** The first second of every story; all others are counted from here. */
export const START = BEFORE
export const DAY = 86_400
/** When a silence or a vote ends, and the three periods of the charter around such an end. */
export const EXPIRY = START + DAY
export const GRACE = 120
export const NOTICE = 3_600
export const CURE = 600
export const PERIOD = 30 * DAY
/** The first second at which a silence can be certified. */
export const OVER = EXPIRY + GRACE

export type Rules = {
  /** Where the chair has one, it is a member too. */
  readonly population?: readonly [XA: number, XB: number, XC: number, CO?: number]
  readonly minimum?: number
  readonly blocking?: number
  readonly doubleThirdUnderMajority?: true
  /** Nothing has to be reaffirmed. */
  readonly withoutPeriod?: true
  /** The next root keys to which Alder is committed. */
  readonly next?: string
  /** How many members there are beside Alder, Birch and Cedar, of one person in a hundred each. */
  readonly others?: number
  /** The rules of its kinds of steps, where they are not those below. */
  readonly steps?: Readonly<Record<string, object>>
  /** When the mandates of these ministries end. */
  readonly until?: Each<number>
  /** The ministries have their keys from the case above, and every strand is empty. */
  readonly above?: true
}

/** The ids of further members. */
export const otherIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `D${String.fromCodePoint(65 + at)}`)

const STEPS = {
  position: { rule: 'express-unanimity' },
  attribution: { rule: 'each-its-own' },
  situation: { rule: 'qualified-majority' },
  termination: { rule: 'participants-only' },
  term: { rule: 'silence' },
  lessons: { rule: 'silence', model: 'osce', by: 'XA' },
  advisory: { rule: 'silence', model: 'nato' },
}
export type StepName = keyof typeof STEPS | 'measure' | 'charter'

/** The case of the other vectors, with a step for every rule and every model of silence. */
export function ruledCharter({
  population = [34, 33, 33],
  withoutPeriod,
  next,
  others = 0,
  steps = STEPS,
  until = {},
  above,
  ...rules
}: Rules = {}) {
  const fields = charterFields()
  const bytes = bytesOf({
    ...fields,
    parties: [
      ...fields.parties.map((party, at) =>
        population[at] === undefined
          ? party
          : {
              ...party,
              role: 'member',
              population: population[at],
              ...(at === 0 && next && { next }),
            },
      ),
      ...otherIds(others).map((id) => partyNamed(id, `Member ${id}`, 1)),
    ],
    grace: GRACE,
    notice: NOTICE,
    cure: CURE,
    ...(!withoutPeriod && { period: PERIOD }),
    minimum: 1,
    blocking: 1,
    ...rules,
    steps,
    ...(above && {
      parent: {
        case: quietModem.id,
        cut: Object.fromEntries(
          PARTY_IDS.map((id) => [id, headOf({ party: id as PartyId, entries: [] })]),
        ),
      },
      keys: Object.fromEntries(
        PARTY_IDS.map((id) => [id, [toBase64(seal(payload(id, keysOf(id, until)), roots(id)))]]),
      ),
    }),
  })
  return { bytes, charter: parseCharter(bytes, crypto), until }
}
export type Ruled = ReturnType<typeof ruledCharter>

/** What a certificate says, and when three witnesses cosigned what. */
export type Claim = {
  readonly result: 'adopted' | 'ended' | 'lapsed' | 'expired'
  readonly on: string
  readonly of?: ActId
  readonly window?: number
  /** When they cosigned all trees of the cut together, at most four times; each at its own second where they are named. */
  readonly at?: readonly (number | Readonly<Record<string, number>>)[]
  /** When they cosigned the trees of the cut one by one. */
  readonly closings?: Each<readonly number[]>
  /** How much of each strand is cited, where that is not all. */
  readonly sizes?: Each<number>
  readonly early?: Each<Seen>
  readonly breaks?: Each<Seen>
  readonly since?: Each<Seen>
}
/** A smaller tree, and when three witnesses cosigned it. */
type Seen = readonly [size: number, at: number]

/** Acts that follow one another by `prev`: those on one text, and the texts of one step. */
function subjectOf(said: Said): string | undefined {
  const kind = String(said['kind'])
  if (['comply', 'withdraw', 'extend', 'reaffirm', 'declare'].includes(kind))
    return `on ${String(said['on'])}`
  if (['start', 'report', 'review', 'suspend', 'terminate'].includes(kind))
    return `measure ${String(said['on'])}`
  if (kind === 'propose' || kind === 'amend') return `step ${JSON.stringify(said['step'])}`
  return undefined
}

/** The act that gives a party’s ministry its key, until the end of its mandate where it has one. */
function keysOf(party: string, ends: Each<number>): Said {
  const until = ends[party as Id]
  const mandate = { verbs: [...VERBS, 'accuse'], ...(until !== undefined && { until }) }
  return { ...keysAdd(party), mandate }
}

/** The acts that give the ministries their keys: those that the charter hands down, or each party's first here. */
const mandatesOf = (
  { charter, until }: Pick<Ruled, 'charter' | 'until'>,
  give: (party: string, said: Said) => ActId,
) =>
  Object.fromEntries(
    charter.parties.map(({ id }) => {
      const said = keysOf(id, until)
      return [id, charter.keys ? idOf(payload(id, said)) : give(id, said)]
    }),
  ) as Record<Id, ActId>

/** A case that begins: every party has its ministry's key, and says one act after the other. */
export function beginStory({ charter, until }: Ruled) {
  const here = { charter: charter.id }
  const last = new Map<string, ActId>()
  const parties = charter.parties.map(({ id }) => id)
  const strands = Object.fromEntries(
    parties.map((party) => [party, { party, entries: [] as Uint8Array[] }]),
  ) as Record<Id, GrowingStrand> & Record<string, GrowingStrand>

  /** Puts an act at the end of its party's strand, after its last on the same subject, and gives its id. */
  function say(party: string, said: Said, by = [ministry(party)]): ActId {
    const subject = subjectOf(said)
    const prev = last.get(`${party} ${subject}`)
    const bytes = payload(party, { ...here, ...(subject && prev && { prev }), ...said })
    strands[party]!.entries.push(seal(bytes, by))
    const id = idOf(bytes)
    if (subject) last.set(`${party} ${subject}`, id)
    return id
  }
  const mandates = mandatesOf({ charter, until }, (party, said) => say(party, said, roots(party)))

  const sizeOf = (party: Id) => strands[party].entries.length
  const smaller = (trees: Each<Seen> = {}) =>
    Object.fromEntries(
      presentIn(trees).map(([party, [size, at]]) => [
        party,
        { size, notes: [noteOf(strands[party], threeAt(at), size)] },
      ]),
    )

  /** A certificate over the strands as they stand, or over less of them. */
  function declare(
    claim: Claim,
    by: Id = 'CO',
    put: (party: Id, said: Said) => ActId = say,
  ): ActId {
    const { at, closings, sizes = {}, early, breaks, since, ...what } = claim
    const cut = Object.fromEntries(
      parties.map((party) => [party, headOf(strands[party]!, sizes[party as string as Id])]),
    )
    const notes = (party: Id, times: readonly number[]) =>
      times.map((time) => noteOf(strands[party], threeAt(time), cut[party]?.size))
    return put(by, {
      kind: 'declare',
      ...what,
      cut,
      ...(at && {
        together: at.map((time) =>
          cutNoteOf(cut, typeof time === 'number' ? threeAt(time) : time, charter),
        ),
      }),
      ...(closings && {
        closings: Object.fromEntries(
          presentIn(closings).map(([party, times]) => [party, notes(party, times)]),
        ),
      }),
      ...(early && { early: smaller(early) }),
      ...(breaks && { breaks: smaller(breaks) }),
      ...(since && { since: smaller(since) }),
    })
  }
  return { charter, strands, mandates, say, declare, sizeOf }
}
export type Story = ReturnType<typeof beginStory>

const presentIn = <T>(each: Each<T>): [Id, T][] =>
  PARTY_IDS.flatMap((party) => (each[party] === undefined ? [] : [[party, each[party]]]))

/** The chair's text, or that of whoever files for its kind of step. */
export const text = (kind: StepName, more: Said = {}): Said => ({
  kind: 'propose',
  step: { id: kind, kind },
  text: TEXT,
  ...more,
})

/** A voice that complies towards the Union, and nationally is this word. */
export function voice(on: ActId, word: string, more: Said = {}): Said {
  if (word === 'withdrawn') return { kind: 'withdraw', on, ...more }
  return {
    kind: 'comply',
    on,
    union: 'complies',
    national: word,
    ...(NEEDS_WORDS.has(word) && { statement: 'It understands clause 2 to include damages.' }),
    ...(word === 'complies-with-reservation' && {
      reservations: [{ axis: 'national', clause: '2', text: 'As far as its law allows.' }],
    }),
    ...more,
  }
}
const NEEDS_WORDS = new Set(['complies-with-statement', 'abstains-constructively'])

/** What each of the parties says on a text, in their order; `silent` is nothing. */
export function speak(story: Story, on: ActId, words: Each<string>): void {
  for (const [party, word] of presentIn(words))
    if (word !== 'silent') story.say(party, voice(on, word))
}

/** The entries of a story by party, in base64. */
export const entriesOf = ({ strands }: Story): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(strands).map(([party, { entries }]) => [party, entries.map(toBase64)]),
  )

/** The digest of the state of a story, as the product computes it. */
export const digestOf = ({ charter, strands }: Story): string =>
  stateDigest(stateOf(recordOf(strands, charter), new Map()), crypto.sha256)

import fc from 'fast-check'
import {
  headOf,
  idOf,
  keysAdd,
  noteOf,
  openStrand,
  PARTY_IDS,
  payload,
  put,
  roots,
  threeAt,
  VERBS,
  type Said,
} from '../../../tools/vectors-case.ts'
import {
  AFTER,
  ATTRIBUTION,
  BEFORE,
  certificate,
  complies,
  EVIDENCE,
  TEXT,
  type Strands,
} from '../../../tools/vectors-play.ts'
import type { ActId } from '../src/id.ts'
import { seal } from '../src/sign.ts'

/** Stories of signed acts: disavowals, forks, certificates that are not as they say, evidence taken back, and a measure. */

export type Id = (typeof PARTY_IDS)[number]

/** How often each is drawn. */
const DOES: Readonly<Record<string, number>> = {
  text: 2,
  voice: 3,
  withdraw: 1,
  adopt: 3,
  end: 1,
  evidence: 3,
  attribute: 2,
  'take back': 5,
  call: 1,
  assess: 1,
  start: 2,
  review: 1,
  suspend: 1,
  terminate: 1,
  report: 1,
  notice: 1,
  receipt: 1,
  extend: 1,
  reaffirm: 1,
  comment: 1,
  disavow: 2,
  'end a mandate': 2,
  accuse: 1,
  agree: 3,
  begin: 3,
}

export type Event = { readonly does: string; readonly by: Id; readonly pick: number }

/** A strand whose ministry may do all that happens here. */
const opened = (party: Id) => ({
  ...openStrand(party),
  entries: [seal(payload(party, given(party)), roots(party))],
})

/** Of two of them the mandate has an end, which the trees of a certificate show. */
const given = (party: Id): Said => ({
  ...keysAdd(party),
  mandate: {
    verbs: [...VERBS, 'accuse', 'comment'],
    ...(party !== 'XA' && party !== 'XC' && { until: AFTER }),
  },
})

/** One story as it is told: what was filed so far, for later acts to name. */
export class Telling {
  readonly strands = Object.fromEntries(PARTY_IDS.map((id) => [id, opened(id)])) as Strands
  private readonly filed: { id: ActId; by: Id; said: Said }[] = []
  private readonly latest = new Map<string, ActId>()

  tell({ does, by, pick }: Event) {
    const about = this.of(['propose'], pick)
    const measure = this.of(['propose'], pick, 'measure')
    if (does === 'agree') this.agree(pick)
    else if (does === 'begin') this.begin(by)
    else if (does === 'disavow') this.disavow(by, pick)
    else if (does === 'accuse') this.accuse(by, pick)
    else if (does === 'end a mandate') this.endMandate(by, pick)
    else if ((does === 'adopt' || does === 'end') && about) this.certify(by, about, pick)
    else if (measure && MOVES[does]) this.move({ does, by, pick }, measure)
    else {
      this.file({ does, by, pick })
      if (about) this.say({ does, by, pick }, about)
    }
  }

  private move({ does, by, pick }: Event, measure: ActId) {
    const isOf = ({ said }: { said: Said }) => said['kind'] === 'declare' && said['on'] === measure
    const said = MOVES[does]!(measure, pick, this.filed.findLast(isOf)?.id)
    const parts: Readonly<Record<string, string>> = {
      call: 'call measure',
      notice: 'notice measure',
      assess: `assess ${measure}`,
    }
    this.put(by, said, parts[does] ?? `measure ${measure}`)
  }

  /** What happens together more often than by chance: a text is adopted; a nation begins its part in a measure. */
  private agree(pick: number) {
    const on = this.of(['propose'], 0, pick % 3 ? 'measure' : undefined)
    if (!on) return
    for (const id of ['XA', 'XB', 'XC'] as const) this.put(id, complies(on), `on ${on}`)
    this.put('CO', certificate(this.strands, 'adopted', on), `on ${on}`)
  }

  private begin(by: Id) {
    for (const does of ['call', 'notice', 'assess', 'start']) this.tell({ does, by, pick: 0 })
  }

  private file({ does, by, pick }: Event) {
    const evidence = this.of(['evidence'], pick)
    const own = this.filed.findLast((one) => one.by === by && one.said['kind'] === 'evidence')?.id
    const title = `${EVIDENCE['title'] as string} ${this.filed.length}`
    if (does === 'text') {
      const [id, kind] = ['position', 'measure', 'measure', 'term', 'situation'].map((one) => [
        one,
        one,
      ])[pick % 5]!
      const text: Said = {
        kind: 'propose',
        step: { id, kind },
        text: TEXT,
        ...(evidence && { evidence: [evidence] }),
        ...(kind === 'measure' && { measure: pick % 10 < 4 ? REFERRAL : measureOf(pick) }),
        ...(pick % 2 && { expiry: BEFORE }),
      }
      this.put(pick % 7 === 6 ? by : 'CO', text, `step ${id}`)
    }
    if (does === 'evidence') this.put(by, { ...EVIDENCE, title })
    if (does === 'attribute')
      this.put(by, { ...ATTRIBUTION, whom: title, evidence: evidence ? [evidence] : [] })
    if (does === 'take back') {
      const of = pick % 4 ? (own ?? evidence) : evidence
      if (of) this.put(by, { kind: 'evidence-withdraw', of, reason: 'Not ours.' }, `evidence ${of}`)
    }
  }

  private say({ does, by, pick }: Event, about: ActId) {
    const national = ['objects', 'awaits-instructions', 'abstains', 'complies'][pick % 4]
    if (does === 'voice')
      this.put(
        by,
        complies(about, { national, ...(pick % 3 === 0 && { until: BEFORE + 30 }) }),
        `on ${about}`,
      )
    if (does === 'withdraw') this.put(by, { kind: 'withdraw', on: about }, `on ${about}`)
    if (does === 'receipt') this.put(by, { kind: 'receipt', of: about }, `receipt ${about}`)
    if (does === 'extend')
      this.put(
        pick % 2 ? 'CO' : by,
        { kind: 'extend', on: about, until: BEFORE + pick },
        `on ${about}`,
      )
    if (does === 'reaffirm')
      this.put(by, { kind: 'reaffirm', on: about, window: 1 + (pick % 2) }, `on ${about}`)
    if (does === 'comment')
      this.put(by, { kind: 'comment', on: about, clause: '1', says: `Remark ${pick}.` })
  }

  private of(kinds: readonly string[], pick: number, step?: string): ActId | undefined {
    const found = this.filed.filter(
      ({ said }) =>
        kinds.includes(said['kind'] as string) &&
        (step === undefined || (said['step'] as { id: string }).id === step),
    )
    return found.toReversed()[pick % Math.max(found.length, 1)]?.id
  }

  private put(by: Id, said: Said, subject?: string, signers?: ReturnType<typeof roots>) {
    const key = `${by} ${subject}`
    const prev = subject === undefined ? undefined : this.latest.get(key)
    const act = { ...said, ...(prev && { prev }) }
    const id = signers ? put(this.strands[by], act, signers) : put(this.strands[by], act)
    if (subject !== undefined) this.latest.set(key, id)
    this.filed.push({ id, by, said })
  }

  private disavow(by: Id, pick: number) {
    const own = this.filed.filter((one) => one.by === by && one.said['kind'] !== 'disavow')
    const acts = [
      own[pick % Math.max(own.length, 1)]?.id,
      own[(pick * 3) % Math.max(own.length, 1)]?.id,
    ]
    if (acts[0])
      this.put(by, { kind: 'disavow', acts, reason: 'The key was stolen.' }, undefined, roots(by))
  }

  /** Mostly of a mandate that has an end; some cite the strands as they were before the key was given. */
  private endMandate(by: Id, pick: number) {
    const party = PARTY_IDS[pick % 4]!
    const of = idOf(payload(party, given(party)))
    const whole = certificate(this.strands, 'expired', of)
    const cut = whole['cut'] as object
    const closings = whole['closings'] as object
    const strand = this.strands[party]
    const early = {
      cut: { ...cut, [party]: headOf(strand, 0) },
      closings: { ...closings, [party]: [noteOf(strand, threeAt(AFTER), 0)] },
    }
    this.put(by, { ...whole, ...(pick % 8 > 5 && early), of }, `on ${of}`)
  }

  private accuse(by: Id, pick: number) {
    const of = PARTY_IDS[pick % 4]!
    const { entries, party } = this.strands[of]
    if (entries.length < 2) return
    const size = 2 + (pick % (entries.length - 1))
    const other = { party, entries: entries.slice(0, size - 1) }
    put(other, { ...EVIDENCE, title: 'Something else' })
    this.put(by, {
      kind: 'accuse',
      of,
      notes: [noteOf(this.strands[of], {}, size), noteOf(other, {}, size)],
    })
  }

  /** A certificate over the strands as they stand; half of them with one thing in it that is not so. */
  private certify(by: Id, on: ActId, pick: number) {
    const whole = certificate(this.strands, pick % 5 === 4 ? 'ended' : 'adopted', on)
    const other = PARTY_IDS[pick % 4]!
    const cut = whole['cut'] as Record<Id, { size: number; root: string }>
    const closings = whole['closings'] as Record<Id, string[]>
    const { [other]: _, ...without } = cut
    const strand = this.strands[other]
    const faults: Said[] = [
      { cut: without },
      { cut: { ...cut, [other]: { ...cut[other], root: headOf(this.strands.CO, 1).root } } },
      { cut: { ...cut, [other]: { ...cut[other], size: cut[other].size + 2 } } },
      { closings: { ...closings, [other]: [noteOf(strand, threeAt(AFTER), 1)] } },
      {
        closings: {
          ...closings,
          [other]: closings[other].map((note) => note.replace('\n', '0\n')),
        },
      },
      { since: { [other]: { size: 1, notes: [noteOf(strand, threeAt(BEFORE - 6_000), 1)] } } },
      { early: { [other]: { size: 2, notes: [noteOf(strand, threeAt(BEFORE), 1)] } } },
    ]
    this.put(by, { ...whole, ...faults[pick % 16] }, `on ${on}`)
  }
}

const DAY = '2026-11-24'
const REFERRAL: Said = {
  kind: 'self-defence-referral',
  against: { code: 'XH', name: 'Hawthorn' },
  asOf: DAY,
  facts: {},
}
/** Mostly a countermeasure, which alone needs a call and a notice. */
const measureOf = (pick: number): Said => ({
  ...REFERRAL,
  kind: pick % 4 ? 'countermeasure' : 'retorsion',
})
/** A view that waives the notice, of the nation that signs it or of another. */
const WAIVES: Said = {
  view: {
    holder: { code: 'XA', name: 'Alder' },
    asOf: DAY,
    readings: { 'prior-notification': { value: 'not-required', says: 'Waived.', source: 'x' } },
  },
}
const MOVES: Readonly<Record<string, (on: ActId, pick: number, certificate?: ActId) => Said>> = {
  call: () => ({
    kind: 'call',
    for: 'measure',
    to: 'Hawthorn',
    demands: 'cease',
    transmittedOn: DAY,
    channel: 'note',
  }),
  notice: () => ({
    kind: 'notice',
    for: 'measure',
    to: 'Hawthorn',
    says: 'It begins.',
    notifiedOn: DAY,
    offersNegotiation: true,
  }),
  assess: (on, pick) => ({
    kind: 'assess',
    ...(pick % 3 === 1 && WAIVES),
    on,
    asOf: DAY,
    lawBase: 'entente-law-1',
    facts: {},
    outcome: 'disputed',
    word: 'Mine.',
  }),
  start: (on, _, certificate = on) => ({ kind: 'start', on, certificate, startedOn: DAY }),
  report: (on) => ({ kind: 'report', on, reportedOn: DAY, remarks: 'Goes on.' }),
  review: (on, pick) => ({
    kind: 'review',
    on,
    reviewedOn: DAY,
    ceased: pick % 2 === 0,
    repaired: pick % 6 === 0,
    proportionate: pick % 5 === 0 ? 'no' : 'yes',
    reversible: pick % 7 === 0 ? 'no' : 'unknown',
    tribunal: pick % 4 === 0,
    remarks: 'Looked at again.',
  }),
  suspend: (on) => ({ kind: 'suspend', on, suspendedOn: DAY, reason: 'A pause.' }),
  terminate: (on) => ({ kind: 'terminate', on, terminatedOn: DAY, reason: 'Over.' }),
}
export const event: fc.Arbitrary<Event> = fc.record({
  does: fc.constantFrom(
    ...Object.entries(DOES).flatMap(([does, n]) => Array.from({ length: n }, () => does)),
  ),
  by: fc.constantFrom(...PARTY_IDS),
  pick: fc.nat({ max: 999 }),
})

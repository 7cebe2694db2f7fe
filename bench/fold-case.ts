import { createHash } from 'node:crypto'
import {
  Act,
  type ActId,
  type Charter,
  type CharterId,
  type Cut,
  type Logged,
  type PartyId,
  type StepKind,
  type Trees,
} from '@entente/accord'

const MEMBERS = ['XA', 'XB', 'XC']
const PARTIES = [...MEMBERS, 'CO']
const WITNESSES = ['alder', 'birch', 'cedar', 'office']
const KINDS: readonly StepKind[] = ['situation', 'position', 'measure']
const VOICES = [
  'complies',
  'awaits-instructions',
  'complies-with-statement',
  'objects',
  'complies-with-reservation',
  'abstains',
] as const
/** Acts per version of a step, and versions before a new text is put beside the old ones. */
const ROUND = 50
const VERSIONS = 20

const digest = (word: string) => createHash('sha256').update(word).digest('hex')
const idOf = (word: string) => `sha256:${digest(word)}`
const CASE = idOf('bench') as CharterId

export const charter: Charter = {
  id: CASE,
  v: 1,
  rules: 'entente-rules/1',
  title: 'Bench',
  exercise: true,
  tlp: 'TLP:CLEAR',
  chair: 'CO' as PartyId,
  parties: PARTIES.map((id, index) => ({
    id: id as PartyId,
    name: id,
    ...(id === 'CO'
      ? { role: 'organisation' as const }
      : { role: 'member' as const, population: 40 - 5 * index }),
    origin: `bench.example/${id.toLowerCase()}`,
    log: '',
    root: [{ keyid: `${id}-root-1`, alg: 'ed25519' as const, pub: 'AAAA' }],
    threshold: 1,
  })),
  witnesses: WITNESSES.map((name) => ({ vkey: `${name}+00000000+BAAA` })),
  quorum: 3,
  grace: 5,
  notice: 10,
  cure: 20,
  steps: {},
}

type Strands = Readonly<Record<string, Logged[]>>
type Step = { readonly id: string; readonly kind: StepKind }
type Told = { readonly strands: Strands; readonly version: ActId; certificate?: ActId }

/**
 * A case of so many acts (a multiple of a round), taken as verified: steps with many versions, voices that change until
 * all comply, a certificate of each second version, evidence and attributions between, and the ledger of
 * its measures. Every act is what the schema of acts reads.
 */
export function caseOf(size: number): Cut {
  const strands: Strands = Object.fromEntries(PARTIES.map((id) => [id, []]))
  for (let round = 0; round * ROUND < size; round++) tellRound(strands, round)
  return cutOf(strands)
}

/** The same case with one more act of a party. */
function withOneMore(cut: Cut, by: string, said: object, trees?: Trees): Cut {
  const strand = cut[by as PartyId]!
  const acts = [...strand.acts]
  put({ [by]: acts }, by, said, trees)
  return { ...cut, [by]: { ...strand, root: `${by}/${acts.length}`, acts } }
}

/** Such acts as may come next, by what they are; each is given how many came before it. */
export const NEXT: Readonly<Record<string, (cut: Cut, turn: number) => Cut>> = {
  evidence: (cut, turn) => withOneMore(cut, 'XA', evidence(turn)),
  'a voice on the last version': (cut, turn) =>
    withOneMore(cut, 'XB', voice(filed(cut).at(-1)!.id, turn)),
  'a voice on the first version': (cut, turn) =>
    withOneMore(cut, 'XC', voice(filed(cut)[0]!.id, turn)),
  'a certificate': (cut) => {
    const strands = Object.fromEntries(Object.entries(cut).map(([id, { acts }]) => [id, [...acts]]))
    return withOneMore(cut, 'CO', ...adoption(filed(cut).at(-1)!.id, strands))
  },
  'a version': (cut) => {
    const { id, act } = filed(cut).at(-1)!
    const { step, text } = act as Extract<Act, { kind: 'amend' }>
    return withOneMore(cut, 'CO', { kind: 'amend', replaces: id, step, text })
  },
}

const filed = (cut: Cut): Logged[] =>
  cut['CO' as PartyId]!.acts.filter(({ act }) => act?.kind === 'propose' || act?.kind === 'amend')

const cutOf = (strands: Strands): Cut =>
  Object.fromEntries(
    Object.entries(strands).map(([id, acts]) => {
      const party = id as PartyId
      return [party, { party, root: `${id}/${acts.length}`, acts }]
    }),
  ) as Cut

function put(strands: Strands, by: string, said: object, trees?: Trees): ActId {
  const acts = strands[by]!
  const id = idOf(`${by} ${acts.length}`) as ActId
  const base = { v: 1, charter: CASE, party: by, claimedAt: '2026-11-24T00:00:00Z' }
  const act = Act.parse({ ...base, ...said })
  const party = by as PartyId
  acts.push({ id, party, index: acts.length, keyids: [`${by}-1`], act, ...(trees && { trees }) })
  return id
}

/** One version and what follows it. */
function tellRound(strands: Strands, round: number) {
  const kind = KINDS[round % KINDS.length]!
  const turn = Math.floor(round / KINDS.length)
  const step = { id: `${kind}-${Math.floor(turn / VERSIONS)}`, kind }
  const told: Told = { strands, version: putVersion(strands, step, turn % VERSIONS) }
  for (let word = 0; word < 8; word++)
    for (const [place, by] of MEMBERS.entries())
      put(strands, by, voice(told.version, word === 7 ? 0 : round + word + place))
  if (turn % 2 === 0) told.certificate = putCertificate(told)
  if (kind === 'measure') putLedger(told, step)
  let found: ActId | undefined
  for (let more = count(strands); more < (round + 1) * ROUND; more++) {
    const by = MEMBERS[more % 3]!
    if (found && more % 3 === 0) put(strands, by, attribution(found))
    else found = put(strands, by, evidence(more))
  }
}

const count = (strands: Strands): number =>
  Object.values(strands).reduce((sum, { length }) => sum + length, 0)

function putVersion(strands: Strands, step: Step, number: number): ActId {
  const clauses = [1, 2, 3, 4].map((clause) => ({
    id: `${clause}`,
    text: `Clause ${clause} as version ${number} of ${step.id} words it.`,
  }))
  const before = strands['CO']!.findLast(
    ({ act }) => act && 'step' in act && act.step.id === step.id,
  )
  return put(strands, 'CO', {
    ...(number === 0 || !before ? { kind: 'propose' } : { kind: 'amend', replaces: before.id }),
    step,
    text: { lang: 'en', title: step.id, clauses },
    ...(step.kind === 'measure' && {
      measure: {
        kind: 'retorsion',
        against: { code: 'XH', name: 'Hawthorn' },
        asOf: '2026-11-24',
        facts: {},
      },
    }),
  })
}

function voice(on: ActId, turn: number): object {
  const said = VOICES[turn % VOICES.length]!
  return {
    kind: 'comply',
    on,
    union: 'complies',
    national: said,
    ...(said === 'complies-with-statement' && { statement: 'As its parliament reads it.' }),
    ...(said === 'complies-with-reservation' && {
      reservations: [{ axis: 'national', clause: '2', text: 'Not this one.' }],
    }),
  }
}

const evidence = (number: number) => ({
  kind: 'evidence',
  title: `Report ${number}`,
  objects: [
    {
      id: `indicator--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      sha256: digest(`${number}`),
    },
  ],
  grade: { scale: 'admiralty', version: '1', value: 'B2' },
  custodian: 'XA',
})

const attribution = (found: ActId) => ({
  kind: 'attribute',
  level: 'actor',
  whom: 'QUIET GULL',
  likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
  confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
  evidence: [found],
})

function putCertificate({ strands, version }: Told): ActId {
  const [said, trees] = adoption(version, strands)
  return put(strands, 'CO', said, trees)
}

/** A certificate of all trees of the moment, which every witness saw at one instant. */
function adoption(on: ActId, strands: Strands): [said: object, trees: Trees] {
  const heads = Object.entries(strands).map(([id, { length }]) => [id, { size: length, root: '' }])
  const times = WITNESSES.map((name) => [name, 1000] as const)
  return [
    { kind: 'declare', on, result: 'adopted', cut: Object.fromEntries(heads), closings: {} },
    {
      closings: Object.fromEntries(
        Object.entries(strands).map(([id, { length }]) => [id, { size: length, times }]),
      ) as Trees['closings'],
      early: {},
      breaks: {},
      since: {},
    },
  ]
}

/** Assessments and a call, and a start with its report where the measure is adopted. */
function putLedger({ strands, version: on, certificate }: Told, { id }: Step) {
  const common = { on, remarks: 'None.' }
  for (const by of MEMBERS) {
    const said: object[] = [
      {
        kind: 'assess',
        on,
        asOf: '2026-11-24',
        lawBase: 'entente-law-1',
        facts: {},
        outcome: 'unknown',
        word: 'Mine.',
      },
    ]
    if (certificate)
      said.push(
        { ...common, kind: 'start', certificate, startedOn: '2026-11-24' },
        { ...common, kind: 'report', reportedOn: '2026-11-25' },
      )
    if (by === 'XA')
      said.push({
        kind: 'call',
        for: id,
        to: 'Hawthorn',
        demands: 'cease and repair',
        transmittedOn: '2026-11-02',
        channel: 'note verbale',
      })
    if (by === 'XA')
      said.push({
        kind: 'notice',
        for: id,
        to: 'Hawthorn',
        says: 'It is suspended.',
        notifiedOn: '2026-11-20',
        offersNegotiation: true,
      })
    for (const one of said) put(strands, by, one)
  }
}

import { createHash } from 'node:crypto'
import type { ActId, AttachmentId, CharterId } from '@entente/accord'
import type { SuccessorDrafted, SuccessorsView } from '../../src/api.ts'
import { until } from '../../src/demo/person.ts'
import { HOWS, say, sealing, type Speaking } from './speaking.ts'

/** Files every kind that an authority signs, a word of its own in every field that takes one. */
export async function sayAll(speaking: Speaking): Promise<void> {
  await knowledge(speaking)
  await exchange(speaking)
  const situation = await texts(speaking)
  await atHome(speaking, situation)
  await measure(speaking)
  await published(speaking)
  await reported(speaking)
  await elsewhere(speaking)
  await amended(speaking)
}

const A1 = { scale: 'admiralty', version: '1', value: 'A1' }
const DAY = '2026-11-20'

async function knowledge(speaking: Speaking): Promise<void> {
  const { in: word } = speaking.words
  const pointed = createHash('sha256').update(word('pointer', 'what it points to')).digest('hex')
  const evidence = await say(speaking, 'evidence', {
    title: word('evidence', 'title'),
    objects: [],
    pointers: [{ sha256: pointed, level: A1, about: word('evidence', 'pointers[].about') }],
    grade: A1,
    custodian: speaking.desk.party,
  })
  await say(speaking, 'attribute', {
    level: 'actor',
    whom: word('attribute', 'whom'),
    likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
    confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
    evidence: [evidence],
    statement: word('attribute', 'statement'),
  })
  await say(speaking, 'evidence-withdraw', {
    of: evidence,
    reason: word('evidence-withdraw', 'reason'),
  })
  await say(speaking, 'objective', {
    goal: 'open',
    title: word('objective', 'title'),
    aims: word('objective', 'aims'),
    redLines: word('objective', 'redLines'),
    reported: { is: 'pursued', on: DAY, says: word('objective', 'reported.says') },
  })
}

async function exchange(speaking: Speaking): Promise<void> {
  const { in: word } = speaking.words
  await say(speaking, 'join', { statement: word('join', 'statement') }, { two: true })
  await say(speaking, 'note', { says: word('note', 'says') })
  const round = await say(speaking, 'sound', {
    asks: {
      step: { id: 'situation', kind: 'situation' },
      text: text(speaking, 'sound', 'asks.'),
    },
  })
  await say(speaking, 'sound', {
    answers: {
      round,
      clauses: [
        { clause: '1', leans: 'can-live-with', says: word('sound', 'answers.clauses[].says') },
      ],
    },
  })
}

const text = ({ words }: Speaking, kind: string, before = '', at = 'shared') => ({
  lang: 'en',
  title: words.in(kind, `${before}text.title`, at),
  clauses: [{ id: '1', text: words.in(kind, `${before}text.clauses[].text`, at) }],
})

/** A first version, what is said on it, and the one that takes its place. */
async function texts(speaking: Speaking): Promise<ActId> {
  const { in: word } = speaking.words
  const step = { id: 'situation', kind: 'situation' } as const
  const first = await say(speaking, 'propose', { step, text: text(speaking, 'propose') })
  await say(speaking, 'comment', { on: first, clause: '1', says: word('comment', 'says') })
  await say(speaking, 'receipt', { of: first, remarks: word('receipt', 'remarks') })
  await say(speaking, 'withdraw', { on: first, reason: word('withdraw', 'reason') })
  const second = await say(speaking, 'amend', {
    step,
    replaces: first,
    text: text(speaking, 'amend'),
  })
  const now = Math.floor(Date.now() / 1000)
  const silent = await say(speaking, 'propose', {
    step: { id: 'lessons', kind: 'lessons' },
    text: text(speaking, 'propose'),
    expiry: now + 3_600,
  })
  await say(speaking, 'extend', { on: silent, until: now + 7_200 })
  return second
}

/** What stays at home, of every kind that may seal: handed on, kept, and opened later. */
async function atHome(speaking: Speaking, situation: ActId): Promise<void> {
  const { in: word } = speaking.words
  for (const how of HOWS) {
    const sealed = <N extends string>(kind: string, name: N) =>
      sealing(speaking, { kind, name, how })
    const reasons = await sealed('comply', 'reasons')
    const comply = await say(speaking, 'comply', {
      on: situation,
      union: 'complies-with-reservation',
      national: 'complies-with-statement',
      statement: word('comply', 'statement'),
      reservations: [{ axis: 'union', text: word('comply', 'reservations[].text') }],
      amendment: [{ id: '1', text: word('comply', 'amendment[].text') }],
      wouldTake: word('comply', 'wouldTake'),
      sealed: [reasons.part],
    })
    const says = await sealed('note', 'says')
    const note = await say(speaking, 'note', { sealed: [says.part] })
    const [aims, redLines] = [
      await sealed('objective', 'aims'),
      await sealed('objective', 'redLines'),
    ]
    const objective = await say(speaking, 'objective', {
      goal: how.replaceAll(' ', '-'),
      title: word('objective', 'title'),
      sealed: [aims.part, redLines.part],
    })
    if (how !== 'opened by a release') continue
    const opening = [
      [comply, [reasons]],
      [note, [says]],
      [objective, [aims, redLines]],
    ] as const
    for (const [of, parts] of opening)
      await say(
        speaking,
        'release',
        {
          of,
          discloses: parts.map(({ disclosure }) => disclosure),
          reason: word('release', 'reason'),
        },
        { two: true },
      )
  }
}

const STEP = 'measure-1'

async function measure(speaking: Speaking): Promise<void> {
  const { in: word } = speaking.words
  await say(speaking, 'call', {
    for: STEP,
    to: word('call', 'to'),
    demands: word('call', 'demands'),
    transmittedOn: DAY,
    channel: word('call', 'channel'),
  })
  await say(speaking, 'notice', {
    for: STEP,
    to: word('notice', 'to'),
    says: word('notice', 'says'),
    offersNegotiation: true,
    urgency: word('notice', 'urgency'),
  })
  const step = { id: STEP, kind: 'measure' } as const
  const terms = (kind: string) => ({
    kind: 'retorsion' as const,
    against: { code: 'XH', name: word(kind, 'measure.against.name') },
    asOf: DAY,
    facts: {},
  })
  const names = [speaking.desk.party]
  const first = await say(speaking, 'propose', {
    step,
    text: text(speaking, 'propose'),
    measure: terms('propose'),
    names,
  })
  const on = await say(speaking, 'amend', {
    step,
    replaces: first,
    text: text(speaking, 'amend'),
    measure: terms('amend'),
    names,
  })
  const assessed = () =>
    ({
      on,
      asOf: DAY,
      lawBase: 'entente-law-1',
      facts: {},
      outcome: 'unknown',
      word: word('assess', 'word'),
    }) as const
  for (const how of HOWS) {
    const facts = await sealing(speaking, { kind: 'assess', name: 'facts', how })
    const of = await say(speaking, 'assess', { ...assessed(), sealed: [facts.part] })
    if (how !== 'opened by a release') continue
    const opening = { of, discloses: [facts.disclosure], reason: word('release', 'reason') }
    await say(speaking, 'release', opening, { two: true })
  }
  await say(speaking, 'assess', assessed())
  await say(speaking, 'comply', { on, union: 'complies', national: 'complies' })
  await carriedOut(speaking, on)
}

async function carriedOut(speaking: Speaking, on: ActId): Promise<void> {
  const { desk, world, filed } = speaking
  const { in: word } = speaking.words
  const { id: certificate } = await adopting(speaking, on, 'shared')
  filed.set('declare', certificate)
  await say(speaking, 'reaffirm', { on, window: 1 })
  await until('the certificate to be in the cut', async () => {
    const { measures = [] } = (await desk.view(world.cases.shared)).state
    return measures.some(({ nations }) => nations[desk.party]?.stage === 'may-start') || undefined
  })
  await say(speaking, 'start', {
    on,
    certificate,
    startedOn: DAY,
    remarks: word('start', 'remarks'),
  })
  await say(speaking, 'report', { on, reportedOn: DAY, remarks: word('report', 'remarks') })
  await say(speaking, 'review', {
    on,
    reviewedOn: DAY,
    ceased: false,
    repaired: false,
    proportionate: 'yes',
    reversible: 'yes',
    tribunal: false,
    remarks: word('review', 'remarks'),
  })
  await say(speaking, 'suspend', { on, suspendedOn: DAY, reason: word('suspend', 'reason') })
  await say(speaking, 'terminate', { on, terminatedOn: DAY, reason: word('terminate', 'reason') })
}

async function published(speaking: Speaking): Promise<void> {
  const { in: word } = speaking.words
  const at = 'public'
  const publish = () =>
    say(
      speaking,
      'publish',
      { what: 'advisory', audience: 'citizens', text: text(speaking, 'publish', '', at) },
      { at },
    )
  await publish()
  const of = await publish()
  await say(speaking, 'recall', { of, reason: word('recall', 'reason', at) }, { at })
}

/** On the line: what the operator reports, and what its authority answers. */
async function reported(speaking: Speaking): Promise<void> {
  const { world, words, filed } = speaking
  const at = 'line'
  const operator = world.seat('XO', 'desk').client
  const report = await operator.file(world.cases.line, 'incident-report', {
    incident: 'modems-1',
    regime: 'nis2',
    stage: 'early-warning',
    awareAt: '2026-11-20T06:00:00Z',
    title: words.in('incident-report', 'title', at),
    account: words.in('incident-report', 'account', at),
    suspectedMalicious: true,
    crossBorder: true,
    answers: { first: words.in('incident-report', 'answers{}', at) },
    lateBecause: words.in('incident-report', 'lateBecause', at),
  })
  filed.set('incident-report', report.id)
  const sighting = await operator.file(world.cases.line, 'sighting', {
    sightingOf: 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111' as never,
    count: 0,
  })
  filed.set('sighting', sighting.id)
  const assessed = await operator.file(world.cases.line, 'self-assessment', {
    regime: 'nis2-21-2',
    measures: [{ measure: 'b', level: 'tested', assessedOn: DAY }],
  })
  filed.set('self-assessment', assessed.id)
  await until('the report to be with the authority', async () => {
    const { acts } = await speaking.desk.view(world.cases.line)
    return acts.some(({ id }) => id === report.id) || undefined
  })
  const remarks = words.in('receipt', 'remarks', at)
  await speaking.desk.file(world.cases.line, 'receipt', { of: report.id, remarks })
}

/** In another case of Alder's. */
async function elsewhere(speaking: Speaking): Promise<void> {
  const says = speaking.words.in('note', 'says', 'other')
  await say(speaking, 'note', { says }, { at: 'other' })
}

/** In the root case: a charter that is to take the place of the present one, and that it does. */
async function amended(speaking: Speaking): Promise<void> {
  const { desk, words, hashes } = speaking
  const [at, BASE] = ['root', '/api/v1/coalition/successors'] as const
  const title = words.in('charter', 'its title', at)
  const drafted = await desk.post<SuccessorDrafted>(`${BASE}/draft`, { title })
  const { successor } = await desk.post<SuccessorDrafted>(BASE, { charter: drafted.charter })
  hashes.push(successor.id.slice('sha256:'.length))
  const put = {
    step: { id: 'charter', kind: 'charter' },
    text: text(speaking, 'propose', '', at),
    successor: successor.id as AttachmentId,
    names: [desk.party],
  } as const
  const on = await say(speaking, 'propose', { ...put, names: [...put.names] }, { at })
  await say(speaking, 'comply', { on, union: 'complies', national: 'complies' }, { at })
  await adopting(speaking, on, at)
  await until('the successor to be adopted', async () => {
    const { successors } = await desk.ask<SuccessorsView>(BASE)
    return successors.some(({ adopted }) => adopted) || undefined
  })
  await say(speaking, 'charter-amend', { on, to: successor.id as CharterId }, { at, two: true })
}

const adopting = ({ desk, world }: Speaking, on: ActId, at: 'shared' | 'root') =>
  until('the text to be adopted', () =>
    desk.declare(world.cases[at], on, 'adopted').catch((error: unknown) => {
      if (/"code":"certificate\./.test(String(error))) return undefined
      throw error
    }),
  )

import { createHash } from 'node:crypto'
import { dueIn, type Act, type ActId, type Due, type PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { onRecord, reviewClock } from '../measures/index.ts'
import type { Uncleared } from '../parties/people.ts'
import { reportingLine } from '../parties/reporting-line.ts'
import { silencesIn } from '../positions/silences.ts'
import { roundsAwaiting } from '../positions/sounding-desk.ts'
import type { ReminderView } from './api.ts'
import { clearance } from './clearances.ts'
import { wordsOf } from './words.ts'

export type Asked = { readonly party: PartyId; readonly now: number }

/** One thing that is due, before it is put into words. */
export type Found = Pick<Due, 'of' | 'step' | 'window' | 'authority'> & {
  readonly what: ReminderView['what']
  readonly at?: number
  /** `clearance`: which draft, the version or the act that it is about, and the text that it would put. */
  readonly draft?: { readonly id: string; readonly about: ActId; readonly title?: string }
  /** `sounding`: who asks, of which text, and how often it asked on this step before. */
  readonly asked?: { readonly by: PartyId; readonly title: string; readonly before: number }
}

/** What is due of this party in all its cases, earliest first; the second is this node's clock. */
export async function remindersIn(
  files: readonly CaseFile[],
  asked: Asked,
): Promise<readonly ReminderView[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const { charter } = file
      const { state } = file.state()
      const silences = await silencesIn(file, asked.now)
      return [
        ...dueIn({ charter, cut: file.cut(), state }, { ...asked, silences }),
        ...reviews(file, asked),
        ...receipts(file, asked),
        ...soundings(file, asked),
      ].map((one) => viewOf(file, one, asked))
    }),
  )
  return inOrder(found.flat())
}

/** Drafts of this nation that wait for clearance: each is told to those alone who may clear it. */
export const clearancesIn = (
  files: readonly CaseFile[],
  uncleared: readonly Uncleared[],
  asked: Asked,
): readonly { readonly by: readonly string[]; readonly reminder: ReminderView }[] =>
  uncleared.flatMap((one) => {
    const file = files.find(({ charter }) => charter.id === one.draft.case)
    return file ? [{ by: one.by, reminder: viewOf(file, clearance(file, one, asked), asked) }] : []
  })

/** Earliest first; what has no date comes last. */
export const inOrder = (reminders: readonly ReminderView[]): readonly ReminderView[] =>
  reminders.toSorted(
    (a, b) => order(a.at ?? '9', b.at ?? '9') || order(a.case, b.case) || order(a.id, b.id),
  )

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const DAY = 86_400

/** Reviews of measures in which this nation's part runs: due until the end of their day in UTC. */
function reviews(file: CaseFile, { party, now }: Asked): readonly Found[] {
  const today = instantOf(now).slice(0, 10)
  return (file.state().state.measures ?? []).flatMap(({ step, version, nations }) => {
    if (nations[party]?.stage !== 'running') return []
    const { dueOn } = reviewClock(onRecord(file), version, today)
    if (dueOn === undefined) return []
    return [{ what: 'review', of: version, step, at: Date.parse(dueOn) / 1000 + DAY }]
  })
}

/** Reports that an operator filed with this authority and that it has not acknowledged. */
function receipts({ charter, ...file }: CaseFile, { party }: Asked): readonly Found[] {
  if (reportingLine(charter)?.authority.id !== party) return []
  const acts = Object.values(file.cut()).flatMap((strand) => strand.acts.filter((one) => !one.void))
  const acknowledged = new Set(
    acts.flatMap(({ party: by, act }) => (by === party && act?.kind === 'receipt' ? [act.of] : [])),
  )
  return acts.flatMap(({ id, act }) =>
    act?.kind === 'incident-report' && !acknowledged.has(id) ? [{ what: 'receipt', of: id }] : [],
  )
}

/** Rounds in which others hope for an answer of this nation until the end of a day in UTC. */
const soundings = (file: CaseFile, { party }: Asked): readonly Found[] =>
  roundsAwaiting(file, party).flatMap(({ id: of, party: by, asks, nth: before }) =>
    asks.hopedBy === undefined
      ? []
      : [
          {
            what: 'sounding',
            of,
            step: asks.step.id,
            at: Date.parse(asks.hopedBy) / 1000 + DAY,
            asked: { by, title: asks.text.title, before },
          },
        ],
  )

/** What is awaited, whichever act gave it its date, and how many acts may have moved that date. */
function eventOf(file: CaseFile, { what, of, step, window, asked, draft }: Found, party: PartyId) {
  const { about, moved } = ((): { about: readonly unknown[]; moved: number } => {
    const record = onRecord(file)
    const on = (kind: 'extend' | 'review', version: ActId) =>
      record.filter(({ act }) => act.kind === kind && act.on === version).length
    switch (what) {
      case 'acknowledgement':
      case 'answer':
      case 'silence':
      case 'vote':
      case 'certificate':
      case 'new-version':
      case 'reaffirmation':
        return { about: [of, window ?? 0], moved: on('extend', of) }
      case 'review':
        return { about: [of], moved: on('review', of) }
      case 'voice':
      case 'instructions':
        return ofVoice(record, of, party)
      case 'sounding':
        return { about: [asked?.by, step], moved: asked?.before ?? 0 }
      case 'clearance':
        return { about: [draft!.id, draft!.about], moved: on('extend', draft!.about) }
      case 'mandate':
      case 'receipt':
        return { about: [of], moved: 0 }
    }
  })()
  return { event: hashOf([file.charter.id, party, what, ...about]), moved }
}

/** A voice that is said anew on the same version is the same thing that is awaited. */
function ofVoice(record: ReturnType<typeof onRecord>, of: ActId, party: PartyId) {
  const own = record.flatMap((one) =>
    one.party === party && one.act.kind === 'comply' ? [{ id: one.id, on: one.act.on }] : [],
  )
  const version = own.find(({ id }) => id === of)?.on
  const said = own.filter((one) => one.on === version)
  return { about: [version ?? of], moved: Math.max(0, said.length - 1) }
}

function viewOf(file: CaseFile, found: Found, { now, party }: Asked): ReminderView {
  const { what, of, at, window, draft } = found
  const { id, title: caseTitle, exercise } = file.charter
  return {
    id: hashOf([id, what, of, window ?? draft?.id ?? 0, at ?? 0]),
    ...eventOf(file, found, party),
    what,
    ...wordsOf(what),
    ...(at === undefined ? {} : { at: instantOf(at) }),
    isOver: at !== undefined && at <= now,
    case: id,
    caseTitle,
    exercise,
    title: titleOf(file, found),
    of,
    page: pageOf(found, id),
  }
}

/** No date that an act can bear is refused: what lies beyond what RFC 3339 can say is its last second. */
const instantOf = (seconds: number): string =>
  `${new Date(Math.min(seconds, LAST) * 1000).toISOString().slice(0, 19)}Z`
const LAST = 253_402_300_799

const hashOf = (named: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(named)).digest('hex')

/** The text that it lies in, or what else says to people what is meant. */
function titleOf(file: CaseFile, { of, step, authority, asked, draft }: Found): string {
  const record = onRecord(file)
  const textOf = (id: ActId): string | undefined => {
    const act: Act | undefined = record.find((one) => one.id === id)?.act
    if (act?.kind === 'comply') return textOf(act.on)
    if (act?.kind === 'incident-report') return act.title
    return act && 'text' in act ? act.text.title : undefined
  }
  return (
    asked?.title ??
    draft?.title ??
    textOf(draft?.about ?? of) ??
    authority ??
    step ??
    file.charter.title
  )
}

function pageOf({ what, of, step, draft }: Found, id: string): string {
  const at = `/cases/${encodeURIComponent(id)}`
  const query = step === undefined ? '' : `?step=${encodeURIComponent(step)}`
  switch (what) {
    case 'review':
      return `${at}/measures${query}`
    case 'mandate':
      return `${at}/keys`
    case 'receipt':
      return '/incidents'
    case 'clearance':
      return `/drafts/${encodeURIComponent(draft?.id ?? '')}`
    case 'sounding':
      return `${at}/leaning${query}&from=${encodeURIComponent(of)}`
    case 'acknowledgement':
    case 'answer':
    case 'silence':
    case 'vote':
    case 'certificate':
    case 'new-version':
    case 'voice':
    case 'reaffirmation':
    case 'instructions':
      return `${at}${query}`
  }
}

import { Command, InvalidArgumentError, Option } from 'commander'
import { boundBy, PartyId, SpokenVoice, supposedId, type Bound } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import type { CaseView, WhatIfView } from '../api.ts'
import { atCase, caseViewOf, withCase, type CaseOptions } from './at-case.ts'
import { LEDGER, REASONS } from './ledger-words.ts'
import { gateReasons, termIn } from './measure-words.ts'
import { harmless } from './terminal.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'

/** One word that a member is supposed to say, as it was typed. */
type Supposed = {
  readonly party: PartyId
  readonly says: SpokenVoice | 'withdraws'
  readonly clause?: string
}
type Options = CaseOptions & {
  readonly suppose: readonly Supposed[]
  readonly withoutClause: readonly string[]
  readonly step?: string
  readonly lang: Language
}

/** `entente what-if`: what a case would be worth if members said this or clauses went. Nobody signs anything. */
export function whatIfCommand(): Command {
  return withCase(new Command('what-if'))
    .description(
      'what a case would be worth if members said this or clauses went; nothing is signed or kept',
    )
    .argument('[case]', 'the case, or how its id begins')
    .option(
      '--suppose <XB=objects>',
      `what a member says: ${SpokenVoice.options.join(', ')} or withdraws; :2 names a clause; repeat`,
      suppose,
      [],
    )
    .option(
      '--without-clause <2>',
      'if this clause went: everybody says again what it said, and a reservation falls with its clause; repeat',
      (clause: string, others: readonly string[]) => [...others, clause],
      [],
    )
    .option(
      '--step <step>',
      'on the text of which step; the last one that is not its own unless given',
    )
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(['en', 'es']).default('en'),
    )
    .action((named: string | undefined, options: Options) =>
      refusing(async () => {
        if (options.suppose.length + options.withoutClause.length === 0)
          throw new SessionError(
            'what-if.nothing',
            'expected --suppose or --without-clause, got neither',
          )
        const at = await atCase(named === undefined ? options : { ...options, case: named })
        const view = await caseViewOf(at)
        const on = textOf(view, options.step)
        const amended = withoutClauses(view, on, options.withoutClause)
        const target = amended.length > 0 ? AMENDED : on
        const said = options.suppose.map((one) => ({ party: one.party, act: actOf(one, target) }))
        const supposed = [...amended, ...said]
        const answer = await at.client.post<WhatIfView>(`${at.path}/what-if`, { supposed })
        if (options.json) return console.log(JSON.stringify(answer))
        console.log(
          whatIfLines(view, answer, { on: target, lang: options.lang }).map(harmless).join('\n'),
        )
      }),
    )
}

function suppose(text: string, others: readonly Supposed[] = []): readonly Supposed[] {
  const [, party, says, clause] = /^([A-Z]{2})=([a-z-]+)(?::(.+))?$/.exec(text) ?? []
  const voice = says === 'withdraws' ? says : SpokenVoice.safeParse(says).data
  if (party === undefined || voice === undefined)
    throw new InvalidArgumentError(`expected XB=objects or the like, got ${text}`)
  if (voice === 'complies-with-reservation' && clause === undefined)
    throw new InvalidArgumentError(`expected a clause after a colon, got ${text}`)
  return [
    ...others,
    { party: PartyId.parse(party), says: voice, ...(clause === undefined ? {} : { clause }) },
  ]
}

/** The text without these clauses has this id while it is supposed. */
const AMENDED = supposedId(999)

/**
 * The text without clauses, everybody's receipt of it, and everybody's word on it as it was: voices never carry over, this only supposes
 * that they would. A reservation falls with the clause that it was made on.
 */
export function withoutClauses(
  { acts, state }: Pick<CaseView, 'acts' | 'state'>,
  on: string,
  clauses: readonly string[],
) {
  if (clauses.length === 0) return []
  const filed = acts.find(({ id }) => id === on)?.act
  if (filed?.kind !== 'propose' && filed?.kind !== 'amend')
    throw new SessionError('version.unknown', `expected a text, got ${on}`)
  const missing = clauses.find((clause) => !filed.text.clauses.some(({ id }) => id === clause))
  if (missing !== undefined)
    throw new SessionError('version.unknown', `expected a clause of the text, got ${missing}`)
  const { step, text, measure, expiry, names, minimum } = filed
  const left = text.clauses.filter(({ id }) => !clauses.includes(id))
  const put = { kind: 'amend', replaces: on, step, text: { ...text, clauses: left } }
  const version = state.steps.flatMap(({ versions }) => versions).find(({ id }) => id === on)
  const again = Object.entries(version?.voices ?? {}).flatMap(([party, { act: id }]) => {
    const said = acts.find((one) => one.id === id)?.act
    return said?.kind === 'comply' ? [{ party, act: sayingAgain(said, clauses) }] : []
  })
  const terms = { measure, expiry, names, minimum }
  // Under silence who says nothing consents only by a receipt of the text that is put.
  const receipts = (version?.acknowledged ?? [])
    .filter((party) => party !== filed.party)
    .map((party) => ({ party, act: { kind: 'receipt', of: AMENDED } }))
  return [{ party: filed.party, id: AMENDED, act: { ...put, ...terms } }, ...receipts, ...again]
}

function sayingAgain(
  { union, national, statement, reservations = [], vital, until }: Comply,
  clauses: readonly string[],
): Record<string, unknown> {
  const kept = reservations.filter(
    ({ clause }) => clause === undefined || !clauses.includes(clause),
  )
  const voiceOn = (axis: 'union' | 'national', voice: SpokenVoice) =>
    voice === 'complies-with-reservation' && !kept.some((one) => one.axis === axis)
      ? 'complies'
      : voice
  return {
    kind: 'comply',
    on: AMENDED,
    union: voiceOn('union', union),
    national: voiceOn('national', national),
    ...(statement === undefined ? {} : { statement }),
    ...(kept.length > 0 ? { reservations: kept } : {}),
    ...(vital ? { vital } : {}),
    ...(until === undefined ? {} : { until }),
  }
}
type Comply = Extract<NonNullable<CaseView['acts'][number]['act']>, { kind: 'comply' }>

function textOf({ state }: CaseView, step: string | undefined): string {
  const found = state.steps.findLast(({ id, versions }) =>
    step === undefined ? versions.at(-1)?.rule !== 'each-its-own' : id === step,
  )
  const version = found?.versions.at(-1)
  if (version) return version.id
  throw new SessionError('version.unknown', `expected a step with a text, got ${step ?? 'none'}`)
}

/** What is supposed is said on both axes, and its reasons are nobody's. */
function actOf({ says, clause }: Supposed, on: string): Record<string, unknown> {
  if (says === 'withdraws') return { kind: 'withdraw', on }
  const reasons = 'Supposed.'
  const voice = { kind: 'comply', on, union: says, national: says }
  if (says === 'complies-with-reservation')
    return {
      ...voice,
      reservations: (['union', 'national'] as const).map((axis) => ({
        axis,
        clause,
        text: reasons,
      })),
    }
  const needsWords = says === 'complies-with-statement' || says === 'abstains-constructively'
  return {
    ...voice,
    ...(needsWords ? { statement: reasons } : {}),
    ...(clause === undefined ? {} : { amendment: [{ id: clause, text: reasons }] }),
  }
}

/** What would be other than it is, and who would be bound by the text that is spoken of, where its rule says so. */
export function whatIfLines(
  { charter }: Pick<CaseView, 'charter'>,
  { state, changes }: WhatIfView,
  { on, lang }: { readonly on: string; readonly lang: Language },
): readonly string[] {
  const said: Said = {
    lang,
    nameOf: (party) => charter.parties.find(({ id }) => id === party)?.name ?? party,
  }
  const version = state.steps.flatMap(({ versions }) => versions).find(({ id }) => id === on)
  const bound = (version && boundBy(version)) ?? []
  const lines = [
    ...changes.map((change) => changeLine(change, said)),
    ...bound.map((one) => boundLine(one, said)),
  ]
  return lines.length > 0 ? lines : [LEDGER.nothingOther[lang]]
}

type Said = { readonly lang: Language; readonly nameOf: (party: PartyId) => string }

function boundLine(one: Bound, { lang, nameOf }: Said): string {
  const how =
    one.how === 'except'
      ? `${LEDGER.boundExcept[lang]} ${one.clauses.join(', ')}`
      : LEDGER[one.how === 'bound' ? 'bound' : 'notBound'][lang]
  return `${nameOf(one.party)}: ${how}`
}

function changeLine(change: WhatIfView['changes'][number], said: Said): string {
  const { lang, nameOf } = said
  if (change.of === 'measure') {
    const { step, party, was, would } = change
    const why = would.reasons.map(({ code }) => REASONS[code][lang]).join('; ')
    return `${step}: ${nameOf(party)} ${LEDGER[was?.stage ?? 'nothing'][lang]} → ${LEDGER[would.stage][lang]}${within(why)}`
  }
  const { step, was, would } = change
  const worth = (one: typeof would | undefined) =>
    one
      ? `${termIn(one.standing, lang)}, ${LEDGER[one.open ? 'gateOpen' : 'gateShut'][lang]}`
      : LEDGER.nothing[lang]
  return `${step}: ${worth(was)} → ${worth(would)}${within(gateReasons(would.reasons, said))}`
}

const within = (why: string): string => (why === '' ? '' : ` (${why})`)

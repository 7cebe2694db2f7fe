import type { Language } from '@entente/lexicon'
import type { Assessment, Column } from '../assess.ts'
import { getNorm } from '../countermeasure.ts'
import { type FactId, getFact } from '../fact.ts'
import { recordedFor, type RecordedFacts, valuesOf } from '../measure.ts'
import { normOn } from '../norm-on.ts'
import { findTraced, flat, isAsked, type Trace, traceOf } from '../trace.ts'
import { holderName } from '../view.ts'
import type { CaseNotes, SaidCall, SaidNotice } from './case-notes.ts'
import { CASE_WORDS, DRAFTS, quoted } from './case-words.ts'
import { type Block, heading, list, paragraph, warning } from './document.ts'
import { valueInWords } from './facts.ts'
import { addressees } from './told.ts'

/** The demand, the notice and the statement, nation by nation: as sent, else from recorded facts, else what is missing. */
export function draftTexts(
  assessment: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Block[] {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  const cited = (word: 'demand' | 'notification', norm: string) =>
    heading(3, `${say(word)} (${getNorm(norm).source.citation[lang]})`)
  const { kind } = assessment.measure.facts
  return [
    cited('demand', 'arsiwa-52-1-a'),
    list(demands(assessment, notes, lang), '–'),
    cited('notification', 'arsiwa-52-1-b'),
    ...(isNoticed(assessment)
      ? [list(notifications(assessment, notes, lang), '–')]
      : [paragraph(say('noNotice'))]),
    heading(3, say('statementPublic')),
    statement(assessment, notes, lang),
    ...(kind?.value === 'self-defence-referral'
      ? [heading(3, say('council')), warning(say('councilMissing'))]
      : []),
  ]
}

type Nation = {
  readonly code: string
  readonly name: string
  readonly facts: RecordedFacts
  readonly column: Column
}

const nationsOf = (
  assessment: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly Nation[] =>
  addressees(assessment, notes).map((column) => ({
    code: column.holder.code,
    name: holderName(column.holder, lang),
    facts: recordedFor(assessment.measure, column.holder.code),
    column,
  }))

function demands(assessment: Assessment, notes: CaseNotes | undefined, lang: Language) {
  return nationsOf(assessment, notes, lang).map((nation) => {
    const sent = notes?.calls.find((call) => call.nation === nation.code)
    return sent ? sentCall(nation, sent, lang) : draft('demand', assessment, nation, lang)
  })
}

function sentCall(
  { name }: Nation,
  { to, demands: what, on, channel, answer, act }: SaidCall,
  lang: Language,
) {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  const answered = answer === undefined ? say('noAnswer') : valueInWords('answer', answer, lang)
  return `${name}: ${say('sent')} ${on} ${say('to')} ${to}, ${say('channel')}: ${channel}. ${quoted(what, lang)} ${say('answer')}: ${answered}. (${act})`
}

function notifications(assessment: Assessment, notes: CaseNotes | undefined, lang: Language) {
  return nationsOf(assessment, notes, lang).map((nation) => {
    const sent = notes?.notices.find((notice) => notice.nation === nation.code)
    return sent ? sentNotice(nation, sent, lang) : draft('notice', assessment, nation, lang)
  })
}

function sentNotice({ name }: Nation, notice: SaidNotice, lang: Language) {
  const say = (word: keyof typeof CASE_WORDS) => CASE_WORDS[word][lang]
  const { to, says, on, offersNegotiation, urgency, act } = notice
  const when = on === undefined ? '' : `${say('sent')} ${on} `
  const why = urgency === undefined ? '' : ` ${say('urgency')}: ${quoted(urgency, lang)}`
  return `${name}: ${when}${say('to')} ${to}, ${say(offersNegotiation ? 'offers' : 'offersNot')}. ${quoted(says, lang)}${why} (${act})`
}

/** The facts without which a text cannot be written, in the order in which it names them. */
const NEEDS: Readonly<Record<'demand' | 'notice', readonly FactId[]>> = {
  demand: ['demands'],
  notice: ['setAside', 'startsOn', 'demands'],
}

/** A text put together from recorded facts, for a person to finish; or why there is none. */
export type Drafted = { readonly text: string } | { readonly missing: string }

/** A statement beside the rules that it names, as it names them: none where no rule is found broken by all for whom it speaks. */
export type DraftedStatement =
  | { readonly text: string; readonly rules: readonly string[] }
  | { readonly missing: string }

/** What a nation could send or publish, before anybody has: nobody sent or signed any of it. */
export function draftedFor(
  assessment: Assessment,
  code: string,
  { notes, lang }: { readonly notes?: CaseNotes; readonly lang: Language },
): Readonly<Record<'demand' | 'notice', Drafted>> & { readonly statement: DraftedStatement } {
  const nation = nationsOf(assessment, notes, lang).find((one) => one.code === code)
  const none = { missing: CASE_WORDS.noCase[lang] }
  return {
    demand: nation ? drafted('demand', assessment, nation, lang) : none,
    notice: nation
      ? isNoticed(assessment)
        ? drafted('notice', assessment, nation, lang)
        : { missing: CASE_WORDS.noNotice[lang] }
      : none,
    statement: draftedStatement(assessment, notes, lang),
  }
}

/** Whether the law asks a notice of a measure of this kind. */
const isNoticed = ({ measure: { facts } }: Assessment): boolean =>
  facts.kind === undefined || facts.kind.value === 'countermeasure'

function draft(
  which: 'demand' | 'notice',
  assessment: Assessment,
  nation: Nation,
  lang: Language,
): string {
  const found = drafted(which, assessment, nation, lang)
  return 'missing' in found
    ? `${nation.name}: ${found.missing}`
    : `${nation.name} (${CASE_WORDS.draft[lang]}): ${quoted(found.text, lang)}`
}

function drafted(
  which: 'demand' | 'notice',
  { measure }: Assessment,
  { name, facts, column }: Nation,
  lang: Language,
): Drafted {
  const against = notForIt(which, facts)
  if (against) return { missing: CASE_WORDS[against][lang] }
  const missing = NEEDS[which].filter((id) => facts[id] === undefined)
  if (missing.length > 0)
    return {
      missing: `${CASE_WORDS.missing[lang]}: ${missing.map((id) => getFact(id).question[lang]).join(' ')}`,
    }
  const values = {
    nation: name,
    responsible: measure.responsible.name,
    rules: named(brokenFor(column), 'noRuleOfIts', lang),
    ...Object.fromEntries(NEEDS[which].map((id) => [id, valueInWords(id, facts[id]?.value, lang)])),
  }
  const form = which === 'demand' && isForOthers(facts) ? 'demandForOthers' : which
  return { text: filled(DRAFTS[form][lang], values) }
}

/**
 * Why a nation has no such text to send: whoever only assists leaves the notice to the State that it assists (52), and
 * of an obligation owed to single States no other State claims anything (42, 48).
 */
const notForIt = (which: 'demand' | 'notice', { form, injury, obligation }: RecordedFacts) =>
  which === 'notice'
    ? form?.value === 'assistance' && 'noticeOfAnother'
    : injury?.value === 'none' && obligation?.value === 'bilateral' && 'noClaim'

/** Whether a nation can invoke responsibility without being injured alone (ARSIWA, Article 48). */
const isForOthers = ({ injury, obligation }: RecordedFacts): boolean =>
  injury?.value === 'none' && obligation !== undefined && obligation.value !== 'bilateral'

function statement(assessment: Assessment, notes: CaseNotes | undefined, lang: Language): Block {
  const found = draftedStatement(assessment, notes, lang)
  return 'missing' in found
    ? warning(found.missing)
    : paragraph(`${CASE_WORDS.draft[lang]}: ${quoted(found.text, lang)}`)
}

function draftedStatement(
  { measure, columns }: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): DraftedStatement {
  if (!notes) return { missing: CASE_WORDS.noCase[lang] }
  const complying = columns.filter((_column, at) => {
    const { union, national } = notes.voices[at] ?? {}
    return isFor(union) && isFor(national)
  })
  if (complying.length === 0) return { missing: CASE_WORDS.nobodyComplies[lang] }
  const { demands: asked } = measure.facts
  if (!asked)
    return { missing: `${CASE_WORDS.missing[lang]}: ${getFact('demands').question[lang]}` }
  const broken = brokenForAll(complying)
  const rules = citations(broken, lang)
  const values = {
    nations: complying.map(({ holder }) => holderName(holder, lang)).join(', '),
    rules: named(broken, 'noRule', lang),
    title: measure.title,
    responsible: measure.responsible.name,
    demands: valueInWords('demands', asked.value, lang),
  }
  return { text: filled(DRAFTS.statement[lang], values), rules }
}

const citations = (ids: readonly string[], lang: Language): readonly string[] =>
  ids.map((id) => getNorm(id).source.citation[lang])

/** The rules as a text names them, or in brackets that it names none. */
const named = (ids: readonly string[], none: 'noRule' | 'noRuleOfIts', lang: Language): string =>
  ids.length === 0 ? `[${CASE_WORDS[none][lang]}]` : citations(ids, lang).join('; ')

/**
 * The obligations that the State held responsible is found to have broken, on the recorded facts and under the view of
 * one nation: by conduct that is attributed to it, or by its failure to act against others. No other is named.
 */
function brokenFor({ facts, view, day }: Column): readonly string[] {
  const trace = traceOf(normOn(getNorm('arsiwa-2'), day), valuesOf(facts), view)
  const found = (id: string): Trace | undefined => {
    const one = findTraced(trace, id)
    return one && isAsked(one) && one.finding.value === 'satisfied' ? one : undefined
  }
  const byAct = found('arsiwa-2-act') && found('arsiwa-2-b')
  const byOmission = found('corfu-channel-22')
  return [byAct, byOmission].flatMap((each) =>
    each === undefined
      ? []
      : flat(each).flatMap((one) =>
          isAsked(one) && one.kind === 'rule' && one.finding.value === 'satisfied'
            ? [one.norm]
            : [],
        ),
  )
}

/** The obligations that each of these finds broken. */
function brokenForAll(columns: readonly Column[]): readonly string[] {
  const [first = [], ...others] = columns.map(brokenFor)
  return first.filter((id) => others.every((found) => found.includes(id)))
}

/** Whether a voice carries the text. */
export const isFor = (voice: string | undefined): boolean =>
  voice === 'complies' ||
  voice === 'complies-with-statement' ||
  voice === 'complies-with-reservation'

/** Every word in braces is replaced once, by a function: what a nation wrote is never read as a pattern. */
const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)

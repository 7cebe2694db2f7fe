import type { Results } from './certificate.ts'
import { heardLate } from './end.ts'
import { isCarried } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import { voicesAt, type Matter } from './matter.ts'
import type { Reason, Standing } from './state.ts'
import type { MemberVoice } from './voice.ts'

/** What the standing of a version follows from: its voices now, and what is certified of it. */
export type Facts = {
  readonly matter: Matter
  /** At the evaluated cut, in the order of the electors. */
  readonly voices: readonly MemberVoice[]
  /** Whose silence is certified to be consent. */
  readonly deemed: ReadonlySet<PartyId>
  /** Why they shut the gate; nothing where the rule is met. */
  readonly shut: readonly Reason[]
  readonly results: Results
  /** The first later version of its step that was adopted. */
  readonly successor?: ActId | undefined
}

export type Stands = { readonly standing: Standing; readonly reasons: readonly Reason[] }

/** What a version is worth: the first that fits, because what is final outweighs what may change. */
export function standingOf(facts: Facts): Stands {
  const { matter, shut, results, successor } = facts
  if (results.adopted.length === 0) return notAdopted(facts)
  const [end] = results.ended
  if (end) return { standing: 'ended', reasons: end.reasons }
  const [lapse] = results.lapsed
  if (lapse) return { standing: 'lapsed', reasons: lapse.reasons }
  if (successor !== undefined)
    return {
      standing: 'superseded',
      reasons: [{ ...ourReason(matter, 'later-version'), act: successor }],
    }
  if (shut.length > 0) return { standing: 'suspended', reasons: shut }
  const lost = whyWeakened(facts)
  if (lost.length > 0) return { standing: 'weakened', reasons: lost }
  const reserved = whyReserved(facts)
  if (reserved.length > 0) return { standing: 'stands-with-reservations', reasons: reserved }
  return { standing: 'stands', reasons: [] }
}

/** A silence is broken by what broke it at this cut, or by a certificate for good. */
function notAdopted({ matter, shut, results }: Facts): Stands {
  const breaks = shut.filter(({ code }) => BROKEN.has(code))
  if (matter.rule.silence && breaks.length > 0) return { standing: 'broken', reasons: breaks }
  const [broken] = results.broken
  if (broken) return { standing: 'broken', reasons: broken.reasons }
  return {
    standing: 'open',
    reasons: shut.length > 0 ? shut : [ourReason(matter, 'not-declared')],
  }
}

/** What broke a silence though it is lifted; what only awaits, or is missing, may still be mended. */
const BROKEN: ReadonlySet<Reason['code']> = new Set(['objects', 'broken', 'withdrawn'])

const IN_FORCE: ReadonlySet<Standing> = new Set(['stands', 'stands-with-reservations', 'weakened'])

/** Whether a version with this standing binds those who are bound by it. */
export const isInForce = (standing: Standing): boolean => IN_FORCE.has(standing)

/** Consents on which some certificate of adoption rested and which are gone, though the rule is met. */
function whyWeakened({ matter, voices, deemed, results: { adopted } }: Facts): Reason[] {
  const consented = new Set<number>()
  for (const { certificate, deemed: shown } of adopted) {
    const then = heardLate(matter, voicesAt(matter, certificate.cited), shown)
    for (const [index, heard] of then.entries()) if (isCarried(matter, heard)) consented.add(index)
  }
  const now = heardLate(matter, voices, deemed)
  return matter.electors.flatMap(({ id }, index) => {
    const voice = voices[index]!
    return consented.has(index) && !isCarried(matter, now[index]!)
      ? [{ ...ourReason(matter, 'consent-lost'), member: id, ...byAct(voice) }]
      : []
  })
}

/** Members that stand behind the text but for clauses of it. */
const whyReserved = ({ matter, voices }: Facts): Reason[] =>
  matter.electors.flatMap(({ id }, index) => {
    const voice = voices[index]!
    return voice.excepts
      ? [
          {
            ...ourReason(matter, 'reserves'),
            member: id,
            ...byAct(voice),
            clauses: voice.excepts,
          },
        ]
      : []
  })

const byAct = ({ act }: MemberVoice) => (act === undefined ? {} : { act })

const ourReason = ({ version }: Matter, code: Reason['code']): Reason => ({
  code,
  version: version.id,
  rule: version.rule,
  source: 'none',
})

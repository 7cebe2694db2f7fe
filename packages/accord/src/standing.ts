import { voicesAt, type Matter, type Results } from './certificate.ts'
import { cellOf } from './gate.ts'
import type { ActId } from './id.ts'
import type { Reason, Standing } from './state.ts'
import type { MemberVoice } from './voice.ts'

/** What the standing of a version follows from: its voices now, and what is certified of it. */
export type Facts = {
  readonly matter: Matter
  /** At the evaluated cut, in the order of the electors. */
  readonly voices: readonly MemberVoice[]
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
  if (results.adopted.length === 0)
    return {
      standing: 'open',
      reasons: shut.length > 0 ? shut : [ourReason(matter, 'not-declared')],
    }
  const [end] = results.ended
  if (end) return { standing: 'ended', reasons: end.reasons }
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

const IN_FORCE: ReadonlySet<Standing> = new Set(['stands', 'stands-with-reservations', 'weakened'])

/** Whether a version with this standing binds those who are bound by it. */
export const isInForce = (standing: Standing): boolean => IN_FORCE.has(standing)

/** Consents on which some certificate of adoption rested and which are gone, though the rule is met. */
function whyWeakened({ matter, voices, results: { adopted } }: Facts): Reason[] {
  const consented = new Set<number>()
  for (const { cited } of adopted)
    for (const [index, voice] of voicesAt(matter, cited).entries())
      if (cellOf(matter, voice) === 'for') consented.add(index)
  return matter.electors.flatMap(({ id }, index) => {
    const voice = voices[index]!
    return consented.has(index) && cellOf(matter, voice) !== 'for'
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

import type { IntlShape } from 'react-intl'
import { Refused, Unanswered } from './client.ts'

/** Refusals that the page says in the person's language; of any other it says that, and what the node said. */
const SAID = [
  'act.stale-prev',
  'act.not-competent',
  'act.twice',
  'key.custody',
  'key.elsewhere',
  'draft.needed',
  'publication.twice',
  'publication.recalled',
  'certificate.known',
  'certificate.not-current',
  'certificate.untrue',
  'certificate.neither',
  'certificate.too-early',
  'version.expiry',
  'version.participants',
  'version.not-current',
  'version.not-chair',
  'login.missing',
  'strand.quorum',
  'strand.unwitnessed',
  'id.malformed',
  'card.not-compared',
  'card.malformed',
  'card.twice',
  'charter.not-compared',
  'charter.not-own',
  'charter.malformed',
  'party.exists',
  'authority.taken',
  'person.exists',
  'person.last',
  'peer.address',
  'setup.closed',
  'case.unready',
] as const

/** Why the node did not do what it was asked, in words. */
export function sayRefusal(intl: IntlShape, error: Error): string {
  if (error.name === 'KeyElsewhere') return intl.formatMessage({ id: 'refused.key.elsewhere' })
  if (error.name === 'NotAsShown') return intl.formatMessage({ id: 'refused.not-as-shown' })
  if (error instanceof Unanswered) return intl.formatMessage({ id: 'refused.unanswered' })
  if (!(error instanceof Refused)) return error.message
  const { code } = error.problem
  const said = SAID.find((one) => one === code)
  if (said) return intl.formatMessage({ id: `refused.${said}` })
  return intl.formatMessage({ id: 'refused.other' }, { code, detail: error.message })
}

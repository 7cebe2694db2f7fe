import { z } from 'zod'
import { parseCanonical } from './canonical.ts'
import { Charter, Party, type Charter as Whole } from './charter.ts'
import { AccordError } from './error.ts'
import { assertOnce, assertQuorum, assertVerifierKeys, charterId } from './parse-charter.ts'
import type { Crypto } from '@entente/log'

/**
 * What a charter says under every version of the rules, in one form: whose strands there are, who witnesses them, and
 * who may read them. It is all that is needed to mirror and to witness a case, and nothing of what decides one.
 */
export type CharterFrame = Pick<
  Whole,
  'id' | 'title' | 'exercise' | 'public' | 'tlp' | 'parent' | 'witnesses' | 'quorum'
> & {
  readonly rules: string
  readonly parties: readonly Pick<Party, 'id' | 'name' | 'origin' | 'log'>[]
}

const { v, title, exercise, public: isPublic, tlp, parent, witnesses, quorum } = Charter.shape
const { id, name, origin, log } = Party.shape

const RULES_NAME = /^entente-rules\/[1-9][0-9]{0,8}$/

/** Fields beside these belong to the rules, and are left unread. */
const Frame = z.object({
  v,
  rules: z.string().regex(RULES_NAME),
  title,
  exercise,
  public: isPublic,
  tlp,
  parent,
  parties: z.array(z.object({ id, name, origin, log })).min(2).max(64),
  witnesses,
  quorum,
})

/** Reads the frame of a charter, whatever its rules; refuses one whose strands could be neither mirrored nor proved. */
export function parseFrame(bytes: Uint8Array, crypto: Crypto): CharterFrame {
  const parsed = Frame.safeParse(parseCanonical(bytes))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AccordError(
      'charter.malformed',
      `${issue?.message ?? 'expected a charter'} at ${issue?.path.join('.') || 'the top'}`,
    )
  }
  const frame: CharterFrame = { ...parsed.data, id: charterId(bytes, crypto) }
  const { parties } = frame
  assertOnce(
    'charter.parties',
    'party id',
    parties.map((party) => party.id),
  )
  assertOnce(
    'charter.parties',
    'origin',
    parties.map((party) => party.origin),
  )
  const ids = new Set<string>(parties.map((party) => party.id))
  const stranger = frame.witnesses.find(({ party }) => party !== undefined && !ids.has(party))
  if (stranger)
    throw new AccordError(
      'charter.parties',
      `expected witnesses among the parties of the charter, got ${stranger.party}`,
    )
  assertVerifierKeys(frame, crypto)
  assertQuorum(frame)
  return frame
}

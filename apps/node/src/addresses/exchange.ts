import { z } from 'zod'
import type { HeldCase, Source } from '../federation/index.ts'
import type { Addresses } from './addresses.ts'
import { AddressError } from './error.ts'
import { MOST_NOTE } from './note.ts'

/** As many notes as a charter has parties, with what JSON adds. */
const LIST_LIMIT = 64 * (MOST_NOTE + 64)
const ANSWER_LIMIT = 4_096

const AddressList = z.strictObject({ notes: z.array(z.string().max(MOST_NOTE)).max(64) })

/**
 * Asks a peer for the notes that it has, and brings it this party's own where it has it not: so a node that moved
 * is found by whoever it can ask, and by whoever asks one of these.
 */
export const createAddressExchange =
  ({ settle, of, take }: Addresses) =>
  async (root: HeldCase, source: Source): Promise<void> => {
    await settle()
    const answer = await source.get('addresses', LIST_LIMIT)
    // An older node has no such path.
    if (answer.status !== 200) return
    const theirs = readList(answer.bytes)
    for (const note of theirs) await quietly(() => take(root, note, source.peer.party))
    const own = of(root).find(({ state }) => state === 'own')
    if (own && !theirs.includes(own.note)) await source.post?.('addresses', own.note, ANSWER_LIMIT)
  }

/** A list that cannot be read tells nothing: strands are pulled all the same. */
function readList(bytes: Uint8Array): readonly string[] {
  try {
    return AddressList.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.notes ?? []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** What is refused was told to people; the peer's other notes are read all the same. */
async function quietly(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof AddressError)) throw error
  }
}

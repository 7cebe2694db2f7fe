import { canonical, parseCharter, type Charter } from '@entente/accord'
import { quorum, type Crypto } from '@entente/log'
import { partyOf, type PartyCard } from './card.ts'

/** The rules of a coalition, as whoever drafts its charter puts them. */
export type Rules = Pick<
  Charter,
  'title' | 'exercise' | 'tlp' | 'steps' | 'grace' | 'notice' | 'cure'
> &
  Partial<
    Pick<
      Charter,
      | 'period'
      | 'minimum'
      | 'blocking'
      | 'doubleThirdUnderMajority'
      | 'custody'
      | 'second'
      | 'goals'
    >
  > & {
    readonly chair: string
    /** What the names of the coalition's strands begin with. */
    readonly origin: string
    /** The parties that witness; members and organisations unless said otherwise. */
    readonly witnesses?: readonly string[]
  }

/** A name that may stand in a strand's: `Coalición del Norte` becomes `coalicion-del-norte`. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replaceAll(/-+$/g, '') || 'case'

/**
 * The root charter of a coalition: its canonical bytes. Refused (`charter.…`) where nothing could
 * be decided or proved under it.
 */
export function draftCharter(
  rules: Rules,
  cards: readonly PartyCard[],
  crypto: Crypto,
): Uint8Array {
  const { origin, witnesses = witnessing(cards), chair, ...said } = rules
  const charter = {
    v: 1,
    rules: 'entente-rules/1',
    ...said,
    chair,
    parties: cards.map((card) => partyOf(card, `${origin}/${card.party.toLowerCase()}`, crypto)),
    witnesses: cards
      .filter(({ party }) => witnesses.includes(party))
      .map(({ party, witness }) => ({ party, vkey: witness })),
    quorum: quorum(witnesses.length),
  }
  const bytes = new TextEncoder().encode(canonical(charter))
  parseCharter(bytes, crypto)
  return bytes
}

/** Who watches an operator's log is the authority to which it reports: operators do not witness. */
const witnessing = (cards: readonly PartyCard[]): readonly string[] =>
  cards.filter(({ role }) => role === 'member' || role === 'organisation').map(({ party }) => party)

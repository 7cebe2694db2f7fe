import type { Crypto } from '@entente/log'
import type { Attachments } from './attachment.ts'
import { stateDigest } from './bundle.ts'
import type { Charter } from './charter.ts'
import type { Cut, Logged } from './cut.ts'
import { AccordError } from './error.ts'
import { evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'
import { readCut, type StrandReaders } from './read-cut.ts'

/** A bundle whose claim is not the state that follows from its acts. */
export type Claim = {
  readonly charter: Charter
  readonly readers: StrandReaders
  readonly cut: Cut
  readonly crypto: Crypto
  readonly attachments: Attachments
  readonly claimed: string
  readonly digest: string
}

/** A false claim is refused in any case; the search for its cause is bounded. */
const MOST_TRIED = 64

/** Names the act about which a claim lies: one that it counts or one that it leaves out. */
export function falseClaim(claim: Claim): AccordError {
  const tried = [...countedThough(claim), ...leftOut(claim)].slice(0, MOST_TRIED)
  const lie = tried.find(({ pretended }) => {
    const state = evaluate(claim.charter, pretended())
    return stateDigest(state, claim.crypto.sha256) === claim.claimed
  })
  const message = `expected the state ${claim.digest}, got the claim ${claim.claimed}`
  if (!lie) return new AccordError('bundle.claim', message)
  const { party, index, id } = lie.logged
  return new AccordError(
    'bundle.claim',
    `${message}, which ${lie.what} entry ${index} of ${party}`,
    {
      place: { party, index, act: id },
    },
  )
}

type Lie = { readonly logged: Logged; readonly what: string; readonly pretended: () => Cut }

const countedThough = ({ cut }: Claim): Lie[] =>
  Object.values(cut)
    .flatMap(({ acts }) => acts)
    .filter(({ act, void: reason }) => act && reason)
    .map((logged) => ({
      logged,
      what: `counts, though void (${logged.void!.code}),`,
      pretended: () => counting(cut, logged),
    }))

function counting(cut: Cut, { id, party, index, act, keyids }: Logged): Cut {
  const logged: Logged = { id, party, index, keyids, ...(act ? { act } : {}) }
  const strand = cut[party]!
  const acts = strand.acts.map((one) => (one.index === index ? logged : one))
  return { ...cut, [party]: { ...strand, acts } }
}

/** The last acts of each strand, the very last first: whoever hides one hides what follows it. */
function leftOut({ charter, readers, cut, crypto, attachments }: Claim): Lie[] {
  const sizes = Object.fromEntries(
    Object.values(cut).map(({ party, acts }) => [party, acts.length]),
  )
  return Object.values(cut)
    .flatMap(({ party, acts }) =>
      acts.map((logged) => ({
        logged,
        what: 'leaves out',
        pretended: () =>
          readCut(
            charter,
            readers,
            { ...sizes, [party as PartyId]: logged.index },
            { crypto, attachments },
          ),
      })),
    )
    .toSorted((a, b) => fromEnd(sizes, a.logged) - fromEnd(sizes, b.logged))
}

const fromEnd = (sizes: Readonly<Record<string, number>>, { party, index }: Logged) =>
  sizes[party]! - index

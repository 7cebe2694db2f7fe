import {
  sealedPartsOf,
  readDisclosure,
  sealedIn,
  type Act,
  type CharterId,
  type PartyId,
  type Sealed,
} from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { DisclosureStore } from './store.ts'

/** What was said and stays at home: the words behind the digests of sealed parts. */
export type Disclosures = {
  /** Keeps disclosures for acts of a case, whether such an act is filed already or not. */
  readonly keep: (of: CharterId, texts: readonly string[]) => Promise<readonly string[]>
  /** Every sealed part in a case, with its words where this node has them or they were opened. */
  readonly sealed: (file: CaseFile) => readonly Sealed[]
  /** Refuses an act that seals what this node does not keep, or opens what it did not seal. */
  readonly judge: (file: CaseFile, act: Act) => void
}

/** How many disclosures a node keeps for one case: whoever is logged in may put them there. */
const MOST_KEPT = 10_000

export async function createDisclosures(
  store: DisclosureStore,
  { party, now }: { readonly party: PartyId; readonly now: () => string },
): Promise<Disclosures> {
  const kept = new Map<CharterId, Map<string, string>>()
  const keptOf = (id: CharterId) => {
    const known = kept.get(id) ?? new Map<string, string>()
    kept.set(id, known)
    return known
  }
  for (const one of await store.all()) keptOf(one.case).set(one.digest, one.disclosure)
  const actsIn = (file: CaseFile) => file.charter.parties.flatMap(({ id }) => file.logged(id))
  return {
    keep: async (of, texts) => {
      const read = texts.map((text) => readDisclosure(text, crypto.sha256))
      const known = keptOf(of)
      if (known.size + read.length > MOST_KEPT)
        throw new Refusal(
          409,
          'disclosure.too-many',
          `expected at most ${MOST_KEPT} disclosures in one case, got more`,
        )
      for (const { digest, disclosure } of read) {
        await store.keep({ digest, case: of, disclosure }, now())
        known.set(digest, disclosure)
      }
      return read.map(({ digest }) => digest)
    },
    sealed: (file) => {
      const acts = actsIn(file)
      const digests = new Set(
        acts.flatMap(({ act }) => sealedPartsOf(act).map(({ digest }) => digest)),
      )
      const here = [...keptOf(file.charter.id)].flatMap(([digest, text]) =>
        digests.has(digest) && isOfItsPart(acts, text) ? [text] : [],
      )
      return sealedIn(acts, here, crypto.sha256)
    },
    judge: (file, act) => {
      const known = keptOf(file.charter.id)
      for (const { digest, name } of sealedPartsOf(act)) {
        const text = known.get(digest)
        if (text === undefined || readDisclosure(text, crypto.sha256).name !== name)
          throw new Refusal(
            422,
            'disclosure.missing',
            `expected the disclosure of ${name} to be kept here before the act is signed, got none with the digest ${digest}`,
          )
      }
      if (act.kind === 'release') assertOwnPart(file, act, party)
    },
  }
}

/** A disclosure under another name than its act has is none of it. */
const isOfItsPart = (acts: Parameters<typeof sealedIn>[0], text: string): boolean => {
  const { digest, name } = readDisclosure(text, crypto.sha256)
  return acts.some(
    ({ act, void: voided }) =>
      !voided && sealedPartsOf(act).some((part) => part.digest === digest && part.name === name),
  )
}

type Release = Extract<Act, { kind: 'release' }>

function assertOwnPart(file: CaseFile, { of, discloses }: Release, party: PartyId): void {
  const own = file.logged(party).find(({ id, void: voided }) => id === of && !voided)?.act
  const parts = sealedPartsOf(own)
  for (const text of discloses) {
    const { digest, name } = readDisclosure(text, crypto.sha256)
    if (!parts.some((part) => part.digest === digest && part.name === name))
      throw new Refusal(
        422,
        'release.nothing-sealed',
        `expected the disclosure of a part that ${party} sealed in ${of}, got one of ${name} with the digest ${digest}`,
      )
  }
}

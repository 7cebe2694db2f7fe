import { kindOf, publicationId, type Logged, type PartyId, type Publication } from '@entente/accord'
import type { Crypto } from '@entente/log'
import type { HeldCase, StoredTree } from '../federation/index.ts'

/** An act of a public case and the earliest tree held here that the quorum cosigned with it in. */
export type Seen = { readonly logged: Logged; readonly tree: StoredTree }

/** One party that published a text: its act, and what it took back of it. */
export type Statement = {
  readonly party: PartyId
  readonly publish: Seen
  readonly recalls: readonly Seen[]
}

/** A published text with everybody who stands behind it. */
export type Published = {
  /** `sha256:` and the hash of what is published, the same on every node. */
  readonly id: string
  readonly file: HeldCase
  readonly publication: Publication
  readonly statements: readonly Statement[]
  /** Acts that these statements, or those of its translations, name as what they go with. */
  readonly with: readonly string[]
}

type PublicCases = { readonly held: () => readonly HeldCase[] }

export const publicCases = (cases: PublicCases): readonly HeldCase[] =>
  cases.held().filter(({ charter }) => charter.public === true)

/** What is published in the public cases held here, the latest word first. */
export async function publications(
  cases: PublicCases,
  { sha256 }: Pick<Crypto, 'sha256'>,
): Promise<readonly Published[]> {
  const found = await Promise.all(publicCases(cases).map((file) => publishedIn(file, sha256)))
  return found.flat().toSorted((a, b) => updated(b) - updated(a) || (a.id < b.id ? -1 : 1))
}

async function publishedIn(file: HeldCase, sha256: Crypto['sha256']): Promise<Published[]> {
  const found = new Map<string, { publication: Publication; acts: Logged[] }>()
  for (const logged of finalActs(file)) {
    const publication = logged.act && kindOf(logged.act).publishes?.(logged.act)
    if (!publication) continue
    const id = publicationId(publication, sha256)
    const known = found.get(id) ?? { publication, acts: [] }
    known.acts.push(logged)
    found.set(id, known)
  }
  return Promise.all(
    [...found].map(async ([id, { publication, acts }]) => ({
      id,
      file,
      publication,
      statements: await statementsIn(file, acts),
      with: acts.flatMap(({ act }) => (act ? kindOf(act).refersTo(act) : [])),
    })),
  )
}

/** Acts that count and are in a tree that the quorum cosigned. */
function finalActs(file: HeldCase): readonly Logged[] {
  const final = file.final()
  return file.charter.parties.flatMap(({ id }) =>
    file.logged(id).filter((logged) => !logged.void && logged.index < (final[id] ?? 0)),
  )
}

/** One statement per party: its last act that it did not take back, else its last. */
async function statementsIn(file: HeldCase, acts: readonly Logged[]): Promise<Statement[]> {
  const taken = finalActs(file).flatMap((logged) => {
    const back = logged.act && kindOf(logged.act).takesBack?.(logged.act)
    return back ? [{ logged, of: back.of }] : []
  })
  const recallsOf = ({ id, party }: Logged) =>
    taken.filter(({ logged, of }) => of === id && logged.party === party)
  const parties = [...new Set(acts.map(({ party }) => party))]
  return Promise.all(
    parties.map(async (party) => {
      const own = acts.filter((logged) => logged.party === party)
      const publish = own.findLast((logged) => recallsOf(logged).length === 0) ?? own.at(-1)!
      return {
        party,
        publish: await see(file, publish),
        recalls: await Promise.all(recallsOf(publish).map(({ logged }) => see(file, logged))),
      }
    }),
  )
}

async function see(file: HeldCase, logged: Logged): Promise<Seen> {
  const tree = await file.since(logged.party, logged.index + 1)
  if (tree) return { logged, tree }
  throw new Error(`expected a cosigned tree with act ${logged.id}, got none in the store`)
}

export const isRecalled = ({ recalls }: Statement): boolean => recalls.length > 0

/** Seconds: when the quorum had first cosigned that anybody published it. */
export const published = ({ statements }: Published): number =>
  Math.min(...statements.map(({ publish }) => publish.tree.by))

/** Seconds: when the quorum had cosigned the last word on it. */
export const updated = ({ statements }: Published): number =>
  Math.max(...statements.flatMap(({ publish, recalls }) => [publish, ...recalls].map(byOf)))

const byOf = ({ tree }: Seen): number => tree.by

/** The publications that go with one: translations and editions, named from either side. */
export function linked(one: Published, all: readonly Published[]): readonly Published[] {
  const actsOf = ({ statements }: Published) => statements.map(({ publish }) => publish.logged.id)
  const names = (from: Published, to: Published) => actsOf(to).some((id) => from.with.includes(id))
  return all.filter((other) => other.id !== one.id && (names(one, other) || names(other, one)))
}

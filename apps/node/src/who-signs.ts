import { assertInForce, heldApart, isInForce, withKeyInForce } from './keys/index.ts'
import type { Person } from './config.ts'
import type { OpenNode } from './open-node.ts'
import { OPEN_CASE } from './parties/role.ts'
import { seconds } from './platform/clock.ts'
import { keyHolders } from './positions/authority.ts'
import type { Apart } from './positions/file.ts'

/** The people of a node, each with the key that signs for its authority now. */
export const peopleOf = (node: OpenNode): readonly Person[] =>
  node.configNow().people.map((person) => withKeyInForce(node, node.holds, person))

/** What people of this node hold apart from it. */
export const apartOf = (node: OpenNode): Apart => ({
  signsWith: (person) => heldApart(node, person)?.key.keyid,
  isOf: (person, keyid) => node.enrolled.find(keyid)?.person === person.id,
  assertInForce: (keyid) => assertInForce(node, keyid),
})

/** The key with which a person signs: its own, held apart; else its authority's, which the node holds and opens cases with. */
export function keyOf(node: OpenNode, person: Person): ReturnType<typeof nodeKeyOf> {
  const here = nodeKeyOf(node, person)
  const own = heldApart(node, person)
  if (!own) return here
  const { authority, key, mandate } = own
  const opens = here?.verbs.includes(OPEN_CASE) ? [OPEN_CASE] : []
  const signs = isInForce(node, key.keyid) ? mandate.verbs : []
  return {
    authority,
    custody: key.custody,
    verbs: [...signs.filter((verb) => verb !== OPEN_CASE), ...opens],
    keyid: key.keyid,
    ...endOf(node, mandate),
  }
}

/** When a mandate ends, and whether it has by this node's clock. */
const endOf = ({ clock }: OpenNode, { until }: { readonly until?: number }) => ({
  ...(until === undefined ? {} : { until }),
  ended: until !== undefined && until <= seconds(clock),
})

/** The key that signs for a person's authority, as the key acts of this node's cases say. */
function nodeKeyOf(node: OpenNode, person: Person) {
  const { party, caseFiles } = node
  for (const file of caseFiles.list()) {
    const acts = file.logged(party).map(({ act }) => act)
    const holder = keyHolders(file.charter, party, acts).get(person.keyid)
    if (!holder) continue
    const { keyid } = person
    const verbs = isInForce(node, keyid) ? holder.verbs : []
    return { ...holder, keyid, verbs, ...endOf(node, holder) }
  }
  return undefined
}

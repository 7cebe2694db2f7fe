// Charters that amend another: spec/charter.md section 6.
import { canonical, Refused } from './bytes.mjs'
import { KINDS } from './forms.mjs'
import { casesAbove } from './strand.mjs'
import { rootOf } from './tree.mjs'

const same = (a, b) => canonical(a) === canonical(b)

/** Refused unless the charter amends that of this record as it says, and is adopted in it. */
export function isSuccessor({ charter, strands, state }, successor) {
  const { amends, keys = {} } = successor
  const older = casesAbove({ amends: charter.amends })
  if (amends?.case !== charter.id || !same(older, amends.older ?? []))
    throw new Refused('amends.case')
  const ids = charter.parties.map(({ id }) => id)
  if (!same(ids.toSorted(), Object.keys(amends.cut))) throw new Refused('amends.cut')
  for (const [id, { size, root }] of Object.entries(amends.cut)) {
    const { leaves } = strands.get(id)
    if (size > leaves.length || rootOf(leaves, size).toString('base64') !== root)
      throw new Refused('amends.cut')
  }
  for (const party of successor.parties) {
    const before = charter.parties.find(({ id }) => id === party.id)
    const goesOn = before !== undefined && same(rootsOf(before), rootsOf(party))
    const taken = goesOn ? keyActs(charter, strands.get(party.id), amends.cut[party.id].size) : []
    if (!same(taken, keys[party.id] ?? [])) throw new Refused('amends.keys')
  }
  if (successor.parties.some(({ origin }) => charter.parties.some((one) => one.origin === origin)))
    throw new Refused('amends.origin')
  const versions = state.steps.flatMap((step) => (step.kind === 'charter' ? step.versions : []))
  const adopted = versions
    .filter((one) => one.successor === successor.id)
    .flatMap((one) => one.adopted)
  if (adopted.length === 0) throw new Refused('amends.not-adopted')
  const certified = [...strands.values()]
    .flatMap(({ acts }) => acts)
    .filter(({ id }) => adopted.includes(id))
  if (!certified.some(({ act }) => ids.every((id) => act.cut[id].size >= amends.cut[id].size)))
    throw new Refused('amends.cut')
}

const rootsOf = ({ root, threshold, next = null }) => [root, threshold, next]

/** The key acts with which a strand began and that count in its first entries, byte for byte. */
const keyActs = (charter, { party, acts, entries }, size) => [
  ...(charter.keys?.[party] ?? []),
  ...entries.slice(0, size).filter((_, index) => {
    const { act, void: why } = acts[index]
    return !why && KINDS[act.kind].isKeyAct
  }),
]

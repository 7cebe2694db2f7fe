import { actId, canonical, seal, type ActId, type CharterId } from '@entente/accord'
import { createTree, formatCheckpoint, leafHash, signNote, toUtf8 } from '@entente/log'
import { openNode } from '../apps/node/src/open-node.ts'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { openKeys } from '../apps/node/src/platform/keys/index.ts'

/**
 * Puts well-signed acts at the end of the strand of whoever has this data directory while its node is down: acts of a
 * later version, or so many at once that nobody would file them one by one. Witnesses see them when the node is back.
 */
export async function putAside(
  data: string,
  id: CharterId,
  acts: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly ActId[]> {
  await using node = await openNode(data)
  const { party, config, caseFiles } = node
  const file = caseFiles.held().find(({ charter }) => charter.id === id)!
  const strand = file.strand(party)
  const keys = openKeys(data, process.env['ENTENTE_NODE_KEY'])
  const { keyid } = config.people[0]!
  const signer = { keyid, sign: keys.load(keyid).sign }
  const common = { v: 1, charter: id, party, claimedAt: '2026-11-28T00:00:00Z' }
  const payloads = acts.map((act) => toUtf8(canonical({ ...common, ...act })))
  const entries = payloads.map((payload) => seal(payload, [signer]))
  const { origin } = file.charter.parties.find((one) => one.id === party)!
  const tree = createTree(crypto.sha256)
  for (const one of [...strand.entries(), ...entries]) tree.append(leafHash(crypto.sha256, one))
  const note = signNote(
    formatCheckpoint({ origin, size: tree.size, root: tree.root() }),
    { ...keys.load('log'), name: origin },
    crypto.sha256,
  )
  await strand.recover(entries, file.notes.read(party, note))
  return payloads.map((payload) => actId(payload, crypto.sha256))
}

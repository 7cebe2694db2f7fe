// Public certificates: spec/certificate.md section 3.
import { canonical, fromBase64, idOf, Refused } from './bytes.mjs'
import { readCharter } from './charter.mjs'
import { KINDS } from './forms.mjs'
import { list, object, oneOf, party } from './form.mjs'
import { readJson } from './json.mjs'
import { readTree } from './note.mjs'
import { beginStrand, keysOf, take } from './strand.mjs'
import { leaf, readProof, rootOfInclusion } from './tree.mjs'

const refused = (what) => new Refused(`public-certificate.${what}`)
const malformed = () => refused('malformed')
const base64 = (text) => {
  const bytes = fromBase64(text)
  if (!bytes) throw refused('base64')
  return bytes
}

const any = (value) => typeof value === 'string'
const FORM = object({
  format: oneOf('entente-certificate/1'),
  charter: any,
  parties: list(object({ party, entries: list(object({ entry: any, proof: any }), 1, 64) }), 1, 64),
})

/** Who stands behind which text since when; refused where anything of it does not hold. */
export function readCertificate(text, charterId) {
  if (text.length > 16_777_216) throw refused('too-large')
  const certificate = readJson(text, malformed)
  if (!FORM(certificate)) throw malformed()
  const bytes = base64(certificate.charter)
  if (idOf(bytes) !== charterId) throw new Refused('charter.other')
  const charter = readCharter(bytes)
  if (!charter.public) throw new Refused('charter.not-public')
  const known = new Set()
  for (const { party } of certificate.parties) {
    if (!charter.parties.some(({ id }) => id === party)) throw new Refused('strand.unknown')
    if (known.has(party)) throw new Refused('strand.doubled')
    known.add(party)
  }
  const behind = certificate.parties.map((one) => standsBehind(charter, one))
  const ids = new Set(behind.map(({ publication }) => publication))
  if (ids.size !== 1) throw refused('texts')
  return behind
}

function standsBehind(charter, { party, entries }) {
  const strand = beginStrand(charter, party)
  const declared = charter.parties.find(({ id }) => id === party)
  const said = []
  let last = -1
  for (const { entry: encoded, proof: text } of entries) {
    const entry = base64(encoded)
    const proof = readProof(text)
    if (!proof) throw refused('proof')
    if (proof.index <= last) throw refused('order')
    last = proof.index
    const { act, id, void: why } = take(strand, entry)
    if (why) throw new Refused(why)
    const tree = readTree(proof.checkpoint, keysOf(charter, declared), charter.witnessKeys)
    if (tree.times.size < charter.quorum) throw new Refused('checkpoint.quorum')
    if (!rootOfInclusion(leaf(entry), proof.index, tree.size, proof.proof)?.equals(tree.root))
      throw refused('proof')
    if (KINDS[act.kind].isKeyAct) continue
    said.push({ act, id, times: [...tree.times.values()].toSorted((one, other) => one - other) })
  }
  const [publish, ...recalls] = said
  if (!said.some(({ act }) => act.kind === 'publish')) throw refused('unpublished')
  if (
    publish.act.kind !== 'publish' ||
    !recalls.every(({ act }) => act.kind === 'recall' && act.of === publish.id)
  )
    throw refused('stray')
  const { what, audience, text, of } = publish.act
  const publication = {
    what,
    audience,
    text,
    ...(of ? { of: { case: of.case, version: of.version } } : {}),
  }
  return {
    party,
    since: publish.times[charter.quorum - 1],
    recalled: recalls[0]?.act.reason,
    publication: idOf(Buffer.from(canonical(publication))),
  }
}

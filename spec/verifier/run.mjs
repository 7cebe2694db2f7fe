// `node spec/verifier/run.mjs`: reads every vector of spec/vectors and compares each verdict. Nothing here comes from the
// product's packages, and nothing but Node itself is needed. What that shows, and what not: spec/vectors/README.md.
import { readFileSync, readdirSync } from 'node:fs'
import { attempt, canonical, fromBase64 } from './bytes.mjs'
import { readCharter } from './charter.mjs'
import { readBundle } from './bundle.mjs'
import { readCertificate } from './certificate.mjs'
import { isAct } from './forms.mjs'
import { asExpected, factsOf, stateOfEntries } from './decisions.mjs'
import { effectOf } from './effects.mjs'
import { digestOf } from './state.mjs'
import { beginStrand, take } from './strand.mjs'
import { isSuccessor } from './successor.mjs'
import { isNewer } from './address.mjs'
import { isVkey, readTree, readVkey } from './note.mjs'
import { readEntries, readTilePath } from './tiles.mjs'
import { isConsistent, leaf, readProof, rootOf, rootOfInclusion } from './tree.mjs'

const VECTORS = new URL('../vectors/', import.meta.url)
const read = (path) => JSON.parse(readFileSync(new URL(path, VECTORS), 'utf8'))
const counts = { passed: 0, failed: 0 }
const expectSame = (what, got, wanted) => {
  const isSame = JSON.stringify(got) === JSON.stringify(wanted)
  counts[isSame ? 'passed' : 'failed']++
  if (!isSame)
    console.log(`FAILED ${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`)
}
const charters = read('acts/charter.json')
for (const file of readdirSync(new URL('acts/', VECTORS)).filter(
  (name) => name !== 'charter.json',
)) {
  const { kind, examples, entries, charter } = read(`acts/${file}`)
  for (const { name, verdict, party, before, entry, spaces = 0, charter: own } of examples) {
    const under = readCharter(fromBase64(own ?? charter ?? charters.charter))
    const got = attempt(() => {
      const strand = beginStrand(under, party)
      for (const number of before) take(strand, fromBase64(entries[number]))
      const { void: why } = take(strand, Buffer.from(' '.repeat(spaces) || fromBase64(entry)))
      return why === undefined ? 'counts' : { void: why }
    })
    expectSame(`${kind}, ${name}`, got, verdict)
  }
}

/** What an example puts at a place: a value, a text or an item so many times over, or nothing. */
const given = ({ is, text, item, times }) => {
  if (text !== undefined) return text.repeat(times)
  const numbered = (at) => JSON.parse(JSON.stringify(item).replaceAll('#', at))
  return item === undefined ? is : Array.from({ length: times }, (_, at) => numbered(at))
}
const put = (whole, change) => {
  const path = change.at.split('.')
  const name = path.pop()
  const parent = path.reduce((one, key) => one[key], whole)
  const value = given(change)
  if (value === undefined) delete parent[name]
  else parent[name] = value
}
for (const file of readdirSync(new URL('form/', VECTORS))) {
  const { kind, forms } = read(`form/${file}`)
  for (const { act, examples } of forms) {
    expectSame(`the form of ${kind}`, isAct(act), true)
    for (const { verdict, ...change } of examples) {
      const changed = structuredClone(act)
      put(changed, change)
      const got = isAct(changed) ? 'act' : 'malformed'
      expectSame(`the form of ${kind}, ${JSON.stringify(change)}`, got, verdict)
    }
  }
}

const changedCharter = (charter, changes) => {
  const changed = structuredClone(charter)
  for (const change of changes) put(changed, change)
  return canonical(changed)
}
const readAll = (said) =>
  attempt(() => {
    const charter = readCharter(Buffer.from(said))
    for (const { id } of charter.parties) beginStrand(charter, id)
    return 'read'
  })
for (const { charter, examples } of read('charter/list.json').groups)
  for (const { name, changes, passage = { from: '', to: '' }, verdict } of examples) {
    const said = changedCharter(charter, changes).replace(passage.from, passage.to)
    expectSame(`a charter with ${name}`, readAll(said), verdict)
  }
for (const { charter, examples } of read('charter/form.json').forms)
  for (const { verdict, ...change } of examples) {
    const { refused } = readAll(changedCharter(charter, [change]))
    const got = refused === 'charter.malformed' ? 'malformed' : 'charter'
    expectSame(`the form of a charter, ${JSON.stringify(change)}`, got, verdict)
  }

const { origin, log, witnesses, examples: notes } = read('log/checkpoints.json')
for (const { name, note, times = 0, verdict } of notes) {
  const got = attempt(() => {
    const said = note.replaceAll('#', 'A'.repeat(times))
    const tree = readTree(said, { origin, log: readVkey(log) }, witnesses.map(readVkey))
    return { size: tree.size, times: Object.fromEntries(tree.times) }
  })
  expectSame(`a checkpoint ${name}`, canonical(got), canonical(verdict))
}
for (const { name, vkey, type } of read('log/keys.json').examples) {
  const key = readVkey(vkey)
  expectSame(`a key ${name}`, isVkey(key, 1, 4, 6) ? key.type : null, type)
}
const proofs = read('log/proofs.json')
const bytesOf = (all) => all.map((one) => fromBase64(one))
const leaves = bytesOf(proofs.entries).map((entry) => leaf(entry))
const roots = bytesOf(proofs.roots)
for (const [size, root] of roots.entries())
  expectSame(`the root of ${size}`, rootOf(leaves, size).equals(root), true)
for (const { name, holds, from, to, proof } of proofs.inclusion) {
  const root = rootOfInclusion(leaves[from], from, to, bytesOf(proof))
  expectSame(`the inclusion of ${from} in ${to}, ${name}`, root?.equals(roots[to]) === true, holds)
}
for (const { name, holds, from, to, proof } of proofs.consistency)
  expectSame(
    `the consistency of ${from} with ${to}, ${name}`,
    isConsistent({ size: from, root: roots[from] }, { size: to, root: roots[to] }, bytesOf(proof)),
    holds,
  )
const { from, to, fromRoot, toRoot, proof: path } = proofs.long
expectSame(
  'the consistency of trees beyond 2^50',
  isConsistent(
    { size: from, root: fromBase64(fromRoot) },
    { size: to, root: fromBase64(toRoot) },
    bytesOf(path),
  ),
  true,
)
for (const { name, text: carried, index, hashes } of proofs.carried) {
  const proof = readProof(carried)
  const got = proof ? [proof.index, proof.proof.length] : [null]
  expectSame(`a carried proof ${name}`, got, index === null ? [null] : [index, hashes])
}
const tiles = read('log/tiles.json')
for (const [at, wanted] of Object.entries(tiles.paths))
  expectSame(`the path ${JSON.stringify(at)}`, readTilePath(at) ?? null, wanted)
for (const { name, bytes, entries } of tiles.bundles)
  expectSame(`a bundle of entries ${name}`, readEntries(fromBase64(bytes))?.length ?? null, entries)

const text = (path) => readFileSync(new URL(path, VECTORS), 'utf8')
const proved = (work) => attempt(() => (work(), 'proved'))
const bad = read('bad/list.json')
expectSame(
  'the bundle',
  proved(() => readBundle(text('bundle/quiet-modem.json'), bad.charter)),
  'proved',
)
for (const { file, code } of bad.tampered)
  expectSame(
    `bad/${file}`,
    proved(() => readBundle(text(`bad/${file}`), bad.charter)),
    { refused: code },
  )
const attached = read('bad-attached/list.json')
expectSame(
  'the bundle with an attachment',
  proved(() => readBundle(text('bundle/attached.json'), attached.charter)),
  'proved',
)
for (const { file, code } of attached.tampered)
  expectSame(
    `bad-attached/${file}`,
    proved(() => readBundle(text(`bad-attached/${file}`), attached.charter)),
    { refused: code },
  )
const timestamped = read('bad-timestamped/list.json')
expectSame(
  'the bundle with a timestamp, and what its token has to be over',
  attempt(() =>
    readBundle(text('bundle/timestamped.json'), timestamped.charter).imprints.map((one) =>
      one.toString('hex'),
    ),
  ),
  [timestamped.imprint],
)
for (const { file, code } of timestamped.tampered)
  expectSame(
    `bad-timestamped/${file}`,
    proved(() => readBundle(text(`bad-timestamped/${file}`), timestamped.charter)),
    { refused: code },
  )
const together = read('together/list.json')
for (const { file, what, times = 0, void: code, standing } of together.bundles)
  expectSame(
    `together/${file}, ${what}`,
    attempt(() => {
      const said = text(`together/${file}`).replaceAll('#', 'eHh4'.repeat(times))
      const { state } = readBundle(said, together.charter)
      return [state.steps[0].versions[0].standing, state.void.map((one) => one.code)]
    }),
    [standing, code === null ? [] : [code]],
  )
const worse = read('bad-certificate/list.json')
expectSame(
  'the certificate',
  proved(() => readCertificate(text('certificate/quiet-modem.json'), worse.charter)),
  'proved',
)
for (const { file, code } of worse.tampered)
  expectSame(
    `bad-certificate/${file}`,
    proved(() => readCertificate(text(`bad-certificate/${file}`), worse.charter)),
    { refused: code },
  )
/** The text of a record with what an example changes in it. */
const changedText = (of, { changes = [], text: passage }) => {
  const record = JSON.parse(of)
  for (const change of changes) put(record, change)
  const said = JSON.stringify(record)
  if (!passage) return said
  const { from: old, to: other, times: often } = passage
  return said.replace(old, () => (often ? other.repeat(often) + old : other))
}
const certificates = read('certificate/changed.json')
for (const example of certificates.examples) {
  const { name, charter = certificates.charter, verdict } = example
  const got = attempt(() => {
    const shown = readCertificate(
      changedText(text(`certificate/${certificates.of}`), example),
      charter,
    )
    const each = (pick) =>
      Object.fromEntries(shown.flatMap((one) => (pick(one) ? [[one.party, pick(one)]] : [])))
    return { since: each(({ since }) => since), recalled: each(({ recalled }) => recalled) }
  })
  expectSame(`the certificate with ${name}`, canonical(got), canonical(verdict))
}
const bundles = read('bundle/changed.json')
const ofBundles = text(`bundle/${bundles.of}`)
for (const example of bundles.examples)
  expectSame(
    `the bundle with ${example.name}`,
    proved(() => readBundle(changedText(ofBundles, example), bundles.charter)),
    example.verdict,
  )
const amending = read('successor/list.json')
for (const { bundle, amended, charters: given } of [amending, ...amending.more]) {
  const record = readBundle(text(`successor/${bundle}`), amended)
  for (const { name, charter, verdict } of given) {
    const got = attempt(() => {
      const successor = readCharter(fromBase64(charter))
      for (const { id } of successor.parties) beginStrand(successor, id)
      isSuccessor(record, successor)
      return 'succeeds'
    })
    expectSame(`the successor, ${name}`, got, verdict)
  }
}
expectSame(
  'the bundle of the successor',
  proved(() => readBundle(text('bundle/successor.json'), amending.successor)),
  'proved',
)
const addresses = read('address/list.json')
for (const { name, note, held, verdict } of addresses.examples) {
  const got = attempt(() =>
    isNewer(note, readVkey(addresses.log), held) ? 'newer' : 'nothing new',
  )
  expectSame(`the address, ${name}`, got, verdict)
}
const ending = read('mandate/list.json')
for (const { file, state: wanted } of ending.records) {
  const got = attempt(() => {
    const { state } = readBundle(text(`mandate/${file}`), ending.charter)
    return {
      standing: state.steps[0].versions[0].standing,
      mandates: state.mandates ?? [],
      unmandated: (state.unmandated ?? []).map(({ act }) => act),
      void: state.void.map(({ code }) => code),
    }
  })
  expectSame(`mandate/${file}`, got, wanted)
}
const measuring = read('measure/list.json')
for (const { file, nations } of measuring.records)
  expectSame(
    `measure/${file}`,
    attempt(() => {
      const { state } = readBundle(text(`measure/${file}`), measuring.charter)
      const parts = Object.keys(nations).map((id) => [id, state.measures[0].nations[id]])
      return Object.fromEntries(
        parts.map(([id, { stage, reasons }]) => [
          id,
          { stage, reasons: reasons.map(({ code }) => code) },
        ]),
      )
    }),
    nations,
  )
for (const file of readdirSync(new URL('decision/', VECTORS))) {
  const { charter, records, entries } = read(`decision/${file}`)
  for (const { name, strands, versions, void: codes, digest } of records) {
    const got = attempt(() => {
      const state = stateOfEntries(charter, strands, entries)
      const found = state.steps.flatMap((step) => step.versions.map(factsOf))
      return [
        found.map((facts, at) => asExpected(facts, versions[at] ?? facts)),
        state.void.map(({ code }) => code),
        digestOf(state),
      ]
    })
    expectSame(`decision/${file}, ${name}`, got, [versions, codes, digest])
  }
}
for (const file of readdirSync(new URL('effect/', VECTORS))) {
  const vectors = read(`effect/${file}`)
  for (const record of vectors.records) {
    const { kind, name, changes, digest } = record
    const got = attempt(() => JSON.parse(JSON.stringify(effectOf(vectors, record))))
    const wanted = { changes, rest: 'the same', digest }
    expectSame(`effect/${file}, ${kind}, ${name}`, canonical(got), canonical(wanted))
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

// `node spec/verifier/run.mjs`: reads every vector of spec/vectors and compares each verdict. Nothing here comes from the
// product's packages, and nothing but Node itself is needed. What that shows, and what not: spec/vectors/README.md.
import { readFileSync, readdirSync } from 'node:fs'
import { canonical, fromBase64, Refused } from './bytes.mjs'
import { readCharter } from './charter.mjs'
import { readBundle } from './bundle.mjs'
import { readCertificate } from './certificate.mjs'
import { asExpected, factsOf, stateOfEntries } from './decisions.mjs'
import { effectOf } from './effects.mjs'
import { beginStrand, take } from './strand.mjs'
import { isSuccessor } from './successor.mjs'
import { isNewer } from './address.mjs'
import { readVkey } from './note.mjs'

const VECTORS = new URL('../vectors/', import.meta.url)
const read = (path) => JSON.parse(readFileSync(new URL(path, VECTORS), 'utf8'))
const counts = { passed: 0, failed: 0 }
const expectSame = (what, got, wanted) => {
  const isSame = JSON.stringify(got) === JSON.stringify(wanted)
  counts[isSame ? 'passed' : 'failed']++
  if (!isSame)
    console.log(`FAILED ${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`)
}
const verdictOf = (work) => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code }
    throw error
  }
}

const charters = read('acts/charter.json')
for (const file of readdirSync(new URL('acts/', VECTORS)).filter(
  (name) => name !== 'charter.json',
)) {
  const { kind, examples, charter } = read(`acts/${file}`)
  for (const { name, verdict, party, before, entry, charter: own } of examples) {
    const under = readCharter(fromBase64(own ?? charter ?? charters.charter))
    const got = verdictOf(() => {
      const strand = beginStrand(under, party)
      for (const one of before) take(strand, fromBase64(one))
      const { void: why } = take(strand, fromBase64(entry))
      return why === undefined ? 'counts' : { void: why }
    })
    expectSame(`${kind}, ${name}`, got, verdict)
  }
}

const text = (path) => readFileSync(new URL(path, VECTORS), 'utf8')
const proved = (work) => verdictOf(() => (work(), 'proved'))
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
  verdictOf(() =>
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
for (const { file, what, void: code, standing } of together.bundles)
  expectSame(
    `together/${file}, ${what}`,
    verdictOf(() => {
      const { state } = readBundle(text(`together/${file}`), together.charter)
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
const amending = read('successor/list.json')
const amended = readBundle(text('bundle/amended.json'), amending.amended)
for (const { name, charter, verdict } of amending.charters) {
  const got = verdictOf(() => {
    const successor = readCharter(fromBase64(charter))
    for (const { id } of successor.parties) beginStrand(successor, id)
    isSuccessor(amended, successor)
    return 'succeeds'
  })
  expectSame(`the successor, ${name}`, got, verdict)
}
expectSame(
  'the bundle of the successor',
  proved(() => readBundle(text('bundle/successor.json'), amending.successor)),
  'proved',
)
const addresses = read('address/list.json')
for (const { name, note, held, verdict } of addresses.examples) {
  const got = verdictOf(() =>
    isNewer(note, readVkey(addresses.log), held) ? 'newer' : 'nothing new',
  )
  expectSame(`the address, ${name}`, got, verdict)
}
const ending = read('mandate/list.json')
for (const { file, state: wanted } of ending.records) {
  const got = verdictOf(() => {
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
    verdictOf(() => {
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
  for (const { name, strands, versions, void: codes } of records) {
    const got = verdictOf(() => {
      const state = stateOfEntries(charter, strands, entries)
      const found = state.steps.flatMap((step) => step.versions.map(factsOf))
      return [
        found.map((facts, at) => asExpected(facts, versions[at] ?? facts)),
        state.void.map(({ code }) => code),
      ]
    })
    expectSame(`decision/${file}, ${name}`, got, [versions, codes])
  }
}
for (const file of readdirSync(new URL('effect/', VECTORS))) {
  const vectors = read(`effect/${file}`)
  for (const record of vectors.records) {
    const { kind, name, changes } = record
    const got = verdictOf(() => JSON.parse(JSON.stringify(effectOf(vectors, record))))
    const wanted = { changes, rest: 'the same' }
    expectSame(`effect/${file}, ${kind}, ${name}`, canonical(got), canonical(wanted))
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

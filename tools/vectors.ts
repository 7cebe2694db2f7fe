import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toBase64 } from '@entente/log'
import { addressVectors } from './vectors-address.ts'
import { actExamples } from './vectors-acts.ts'
import { ATTACHED, attachedBundle, badAttached } from './vectors-attached.ts'
import { badBundles, goodBundle } from './vectors-bad.ts'
import { changedBundles } from './vectors-bundle-changed.ts'
import { decisionVectors } from './vectors-decision.ts'
import { charter, charterBytes } from './vectors-case.ts'
import { charterVectors } from './vectors-charter.ts'
import { charterForm } from './vectors-charter-form.ts'
import { CITED } from './vectors-cited.ts'
import { badCertificates } from './vectors-certificate.ts'
import { changedCertificates } from './vectors-certificate-changed.ts'
import { badTimestamped, timestampedBundle, timestampedFacts } from './vectors-timestamped.ts'
import { effectVectors } from './vectors-effect.ts'
import { formVectors } from './vectors-form.ts'
import { logVectors } from './vectors-log.ts'
import { mandateExamples } from './vectors-mandate.ts'
import { measureExamples } from './vectors-measure.ts'
import { play } from './vectors-play.ts'
import { goodCertificate, publicCharter } from './vectors-public.ts'
import { CASES, togetherCases } from './vectors-together.ts'
import { amendedAgain, severalPut } from './vectors-successor-more.ts'
import { amendedBundle, successorBundle, successorCases } from './vectors-successor.ts'

/** Every file under `spec/vectors`: the same bytes whenever this runs. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const json = (path: string, value: unknown) =>
    files.set(path, `${JSON.stringify(value, null, 2)}\n`)
  json('acts/charter.json', { id: charter.id, charter: toBase64(charterBytes) })
  for (const examples of actExamples()) json(`acts/${examples.kind}.json`, examples)
  files.set('bundle/quiet-modem.json', goodBundle(play()))
  const bad = badBundles()
  for (const { name, bundle } of bad) files.set(`bad/${name}.json`, bundle)
  json('bad/list.json', {
    charter: charter.id,
    twin: '../bundle/quiet-modem.json',
    tampered: bad.map(({ name, what, why, code, strand, index, act }) => ({
      file: `${name}.json`,
      what,
      why,
      code,
      strand,
      index,
      act,
    })),
  })
  addCharters(files, json)
  bundlesWithMore(files, json)
  addSuccessors(files, json)
  addTogether(files, json)
  for (const [name, vectors] of decisionVectors()) json(`decision/${name}.json`, vectors)
  for (const [name, vectors] of effectVectors()) json(`effect/${name}.json`, vectors)
  for (const [kind, text] of formVectors()) files.set(`form/${kind}.json`, text)
  for (const [name, vectors] of Object.entries(logVectors())) json(`log/${name}.json`, vectors)
  const mandates = mandateExamples()
  for (const { name, bundle } of mandates) files.set(`mandate/${name}.json`, bundle)
  json('mandate/list.json', {
    charter: charter.id,
    records: mandates.map(({ name, why, state }) => ({ file: `${name}.json`, why, state })),
  })
  const measures = measureExamples()
  for (const { name, bundle } of measures) files.set(`measure/${name}.json`, bundle)
  json('measure/list.json', {
    charter: charter.id,
    records: measures.map(({ name, why, nations }) => ({ file: `${name}.json`, why, nations })),
  })
  const tampered = badCertificates()
  files.set('certificate/quiet-modem.json', goodCertificate())
  json('certificate/changed.json', changedCertificates())
  for (const { name, certificate } of tampered)
    files.set(`bad-certificate/${name}.json`, certificate)
  json('bad-certificate/list.json', {
    charter: publicCharter.id,
    twin: '../certificate/quiet-modem.json',
    tampered: tampered.map(({ name, what, why, code, party }) => ({
      file: `${name}.json`,
      what,
      why,
      code,
      party,
    })),
  })
  return files
}

/** Records that carry more than strands, and what must be refused of them. */
function bundlesWithMore(
  files: Map<string, string>,
  json: (path: string, value: unknown) => void,
): void {
  const written = (name: string, good: string, bad: ReturnType<typeof badAttached>, more = {}) => {
    files.set(`bundle/${name}.json`, good)
    for (const one of bad) files.set(`bad-${name}/${one.name}.json`, one.bundle)
    json(`bad-${name}/list.json`, {
      charter: charter.id,
      twin: `../bundle/${name}.json`,
      ...more,
      tampered: bad.map((one) => ({
        file: `${one.name}.json`,
        what: one.what,
        why: one.why,
        code: one.code,
      })),
    })
  }
  written('attached', attachedBundle(), badAttached())
  written('timestamped', timestampedBundle(), badTimestamped(), timestampedFacts)
  json('bundle/changed.json', changedBundles())
  json('address/list.json', addressVectors())
}

function addCharters(
  files: Map<string, string>,
  json: (path: string, value: unknown) => void,
): void {
  files.set('charter/form.json', charterForm())
  json('charter/list.json', charterVectors())
}

function addTogether(
  files: Map<string, string>,
  json: (path: string, value: unknown) => void,
): void {
  const cases = [CASES, CITED, ATTACHED].flatMap(togetherCases)
  for (const { name, bundle } of cases) files.set(`together/${name}.json`, bundle)
  json('together/list.json', {
    charter: charter.id,
    bundles: cases.map(({ name, bundle: _bundle, ...one }) => ({ file: `${name}.json`, ...one })),
  })
}

function addSuccessors(
  files: Map<string, string>,
  json: (path: string, value: unknown) => void,
): void {
  const successors = successorCases()
  const several = severalPut()
  files.set('bundle/several-put.json', several.text)
  files.set('bundle/amended.json', amendedBundle())
  files.set('bundle/successor.json', successorBundle())
  json('successor/list.json', {
    amended: charter.id,
    bundle: '../bundle/amended.json',
    successor: successors[0]!.id,
    charters: successors.map(({ name, why, bytes, verdict }) => ({
      name,
      why,
      charter: toBase64(bytes),
      verdict,
    })),
    more: [several.held, amendedAgain()],
  })
}

const ROOT = fileURLToPath(new URL('../spec/vectors/', import.meta.url))

if (import.meta.main)
  for (const [path, text] of vectorFiles()) {
    const file = join(ROOT, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

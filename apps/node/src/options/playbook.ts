import { createHash } from 'node:crypto'
import type { ActId, PartyId } from '@entente/accord'
import {
  CacaoError,
  fromCourseOfAction,
  markingOf,
  outlineOf,
  readPlaybook,
  toCourseOfAction,
  validatePlaybook,
  verifySignatures,
  type Finding,
  type Playbook,
} from '@entente/cacao'
import type { CaseFile } from '../federation/index.ts'
import { importBundle, type IntelligenceStore } from '../intelligence/index.ts'
import { getMeasure, onRecord } from '../measures/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { AttachedPlaybook, PlaybookTaken, SignatureView } from './api.ts'
import { holdersIn } from './key-holders.ts'

/** One content of an object as it is held. */
export type Content = Awaited<ReturnType<IntelligenceStore['contents']>>[number]

type Objects = Pick<IntelligenceStore, 'contents'>

/** How many findings a refusal names. */
const NAMED = 5

/**
 * Takes a playbook in for the record of a measure: read within bounds, put to the standard, kept as the STIX course of
 * action that carries it. What does not conform is refused with what is wrong, unless whoever brings it wants it as it is.
 */
export async function takePlaybook(
  bytes: Uint8Array,
  {
    anyway,
    about,
    party,
  }: { readonly anyway: boolean; readonly about: ActId; readonly party: PartyId },
  { objects, clock }: { readonly objects: IntelligenceStore; readonly clock: Clock },
): Promise<PlaybookTaken> {
  const playbook = readPlaybook(bytes)
  const findings = validatePlaybook(playbook)
  if (!anyway) assertConforms(findings)
  const object = toCourseOfAction(playbook, bytes)
  const text = new TextEncoder().encode(JSON.stringify(object))
  const report = await importBundle(objects, bundleOf(text), {
    name: `playbook ${playbook.name}`.slice(0, 200),
    clock,
  })
  const [aside] = report.setAside.first
  if (aside)
    throw new Refusal(
      422,
      'playbook.not-kept',
      `expected what STIX can carry, got ${aside.faults.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`,
    )
  const id = String(object['id'])
  const contents = await objects.contents(id)
  const held = contents.find((one) => carries(one, bytes))
  if (!held) throw new TypeError(`expected ${id} to be held with what was just taken in`)
  return {
    says: {
      kind: 'evidence',
      title: playbook.name.slice(0, 300),
      about,
      objects: [{ id, modified: String(object['modified']), sha256: held.sha256 }],
      custodian: party,
    },
    findings,
    conflictsWith: othersOf(held, contents),
  }
}

function assertConforms(findings: readonly Finding[]): void {
  const broken = findings.filter(({ level }) => level === 'must')
  if (broken.length === 0) return
  const named = broken.slice(0, NAMED).map(({ path, reason }) => `${path}: ${reason}`)
  throw new Refusal(
    422,
    'playbook.does-not-conform',
    `expected a playbook that conforms to CACAO 2.0, got ${broken.length} that it breaks: ${named.join('; ')}`,
  )
}

async function* bundleOf(text: Uint8Array): AsyncGenerator<Uint8Array> {
  const id = createHash('sha256').update(text).digest('hex')
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`
  yield new TextEncoder().encode(`{"type":"bundle","id":"bundle--${uuid}","objects":[`)
  yield text
  yield new TextEncoder().encode(']}')
}

const objectOf = ({ bytes }: Content) =>
  JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>

const carries = (content: Content, bytes: Uint8Array): boolean => {
  const carried = fromCourseOfAction(objectOf(content))
  return carried !== undefined && Buffer.compare(carried.bytes, bytes) === 0
}

const othersOf = (held: Content, contents: readonly Content[]): readonly string[] =>
  contents.flatMap(({ version, sha256 }) =>
    version === held.version && sha256 !== held.sha256 ? [sha256] : [],
  )

/** The playbook that a held content carries; refused with 404 where it carries none. */
export function carriedBy(content: Content): {
  readonly playbook: Playbook
  readonly bytes: Uint8Array
} {
  const carried = fromCourseOfAction(objectOf(content))
  if (carried) return carried
  throw new Refusal(404, 'playbook.unknown', `expected a playbook in ${content.id}, got none`)
}

/** The playbooks that evidence of the case puts with this measure, whichever version of its text it named. */
export async function attachedTo(
  file: CaseFile,
  step: string,
  { objects, clock }: { readonly objects: Objects; readonly clock: Clock },
): Promise<readonly AttachedPlaybook[]> {
  const found = namedFor(file, step)
  const whose = holdersIn(file)
  return Promise.all(
    found.map(async (named) => {
      const contents = await objects.contents(named.object.id)
      const held = contents.find(({ sha256 }) => sha256 === named.object.sha256)
      if (!held) return named
      const read = await readHeld(held, { whose, at: instant(clock) })
      return read ? { ...named, read: { ...read, conflictsWith: othersOf(held, contents) } } : named
    }),
  )
}

/** What evidence names for a measure and did not take back. */
export function namedFor(file: CaseFile, step: string): readonly Omit<AttachedPlaybook, 'read'>[] {
  getMeasure(file, step)
  const versions = new Set(
    file
      .state()
      .state.steps.find(({ id }) => id === step)
      ?.versions.map(({ id }) => id),
  )
  const record = onRecord(file)
  const taken = new Set(
    record.flatMap(({ act }) => (act.kind === 'evidence-withdraw' ? [act.of] : [])),
  )
  return record.flatMap(({ id: actId, party, act }) => {
    if (act.kind !== 'evidence' || act.about === undefined || !versions.has(act.about)) return []
    if (taken.has(actId)) return []
    return act.objects.flatMap(({ id, sha256 }) =>
      id.startsWith('course-of-action--')
        ? [{ act: actId, party, title: act.title, object: { id, sha256 } }]
        : [],
    )
  })
}

type Asking = { readonly whose: ReturnType<typeof holdersIn>; readonly at: string }

/** Whoever sent it decides what is in it: what cannot be read is shown as named and no more. */
async function readHeld(held: Content, { whose, at }: Asking) {
  try {
    const carried = fromCourseOfAction(objectOf(held))
    if (!carried) return undefined
    const { playbook } = carried
    const { tlp } = markingOf(playbook)
    const reports = await verifySignatures(playbook, at)
    const signatures = reports.map(({ signee, proof, refused }): SignatureView => {
      const holder = proof && whose(proof.publicKey)
      return { signee, ...(refused ? { refused } : {}), ...(holder ? { holder } : {}) }
    })
    return {
      id: playbook.id,
      modified: playbook.modified,
      name: playbook.name,
      ...(tlp === undefined ? {} : { tlp }),
      findings: validatePlaybook(playbook),
      signatures,
      steps: outlineOf(playbook),
    }
  } catch (error) {
    if (error instanceof CacaoError) return undefined
    throw error
  }
}

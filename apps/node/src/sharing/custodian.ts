import type { PartyId } from '@entente/accord'
import { explain, release, type Audience, type Marking, type Releasable } from '@entente/release'
import type { CaseFile } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { circleOfCase } from './audience.ts'
import { marked } from './marked.ts'
import { namedBy } from './named.ts'
import type { SharingSetting } from './setting.ts'

/** An object of a case that a party of it asks its custodian for. */
type AskedObject = {
  readonly file: CaseFile
  readonly reader: PartyId
  readonly sha256: string
}

/** Serves the objects that this node's own evidence acts name to those parties of the case who are entitled. */
export function createCustodian(options: {
  readonly objects: Pick<IntelligenceStore, 'contents' | 'recalled'>
  readonly party: PartyId
  readonly setting: () => SharingSetting
  /** Keeps that a party has it from here. */
  readonly served: (served: {
    readonly charter: string
    readonly party: PartyId
    readonly id: string
    readonly sha256: string
  }) => Promise<void>
}): (asked: AskedObject) => Promise<Releasable<Uint8Array>> {
  const { objects, party, setting, served } = options
  return async ({ file, reader, sha256 }) => {
    // Only what this party itself has named: an act of another cannot make this node say what it holds.
    const named = namedBy(file, party).filter((object) => object.sha256 === sha256)
    if (named.length === 0)
      throw new Refusal(
        404,
        'object.unknown',
        'expected an object that evidence of this node names in this case, got another',
      )
    const held = await Promise.all(named.map(({ id }) => objects.contents(id)))
    const content = held.flat().find((one) => one.sha256 === sha256)
    if (!content)
      throw new Refusal(404, 'object.not-held', 'expected the named object here, got none any more')
    const recalled = await objects.recalled()
    const { value, marking } = await marked(objects, content, { setting: setting(), recalled })
    const within = circleOfCase(file.charter, setting())
    const audience: Audience = { kind: 'party', party: reader, within }
    const verdict = explain(marking, audience)
    if (!verdict.leaves) throw new Refusal(403, verdict.code, told(verdict.code, marking, reader))
    const cleared = release({ value: value.bytes, marking }, audience)
    await served({ charter: file.charter.id, party: reader, id: content.id, sha256 })
    return cleared
  }
}

/** What a peer is told: that its marking keeps it here and, at most, under which label. */
function told(code: string, { tlp, own }: Marking, reader: PartyId): string {
  const expected = `expected an object releasable to ${reader}, got`
  switch (code) {
    case 'marking.unknown':
      return `${expected} one with a marking that its custodian does not understand`
    case 'object.recalled':
      return `${expected} one that its custodian called back`
    case 'marking.granular':
      return `${expected} one of which some fields are not`
    default:
      return own === true ? `${expected} ${tlp}` : `${expected} ${tlp} of another source`
  }
}

import { readFileSync } from 'node:fs'
import type { CaseView, ReleasePreview } from '../api.ts'
import { ROOT } from '../root.ts'
import type { PersonClient } from './person.ts'

const FIXTURE = new URL('examples/quiet-modem/quiet-modem.json', ROOT)

/** What is worth naming: who is who, addresses and relations go along in the report. */
const WORTH_NAMING = new Set([
  'malware',
  'indicator',
  'incident',
  'report',
  'intrusion-set',
  'note',
])

/** Takes the exercise's STIX bundle in at a node: as often as wanted, for what is held stays as it is. */
export const takeIn = (person: PersonClient) =>
  person.ask<{ objects: number }>('/api/v1/imports?name=quiet-modem.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: readFileSync(FIXTURE),
  })

/** The ids of the exercise's objects at a node that are worth naming as evidence. */
export async function objectsOf(person: PersonClient): Promise<readonly string[]> {
  const { objects } = await person.ask<{ objects: { id: string; type: string }[] }>(
    '/api/v1/objects?q=exercise&limit=100',
  )
  return objects.filter(({ type }) => WORTH_NAMING.has(type)).map(({ id }) => id)
}

/** Those of them that may go to an audience: the preview by which they are sent. */
export async function leaving(
  person: PersonClient,
  ids: readonly string[],
  audience: string,
): Promise<readonly string[]> {
  const { objects } = await person.post<ReleasePreview>('/api/v1/releases/preview', {
    ids,
    audience,
  })
  return objects.flatMap(({ id, leaves }) => (leaves ? [id] : []))
}

/** What an evidence act of the exercise is called where it says nothing else. */
const TITLE = 'Wiper, its indicators and the report on the VESTA network'

/** Names objects that this person's node holds as evidence in a case. */
export async function putEvidence(
  person: PersonClient,
  id: string,
  ids: readonly string[],
  title = TITLE,
): Promise<void> {
  const objects = await Promise.all(
    [...ids]
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map(async (object) => {
        const { versions } = await person.ask<{
          versions: { modified?: string; sha256: string }[]
        }>(`/api/v1/objects/${object}`)
        const { modified, sha256 } = versions.at(-1)!
        return { id: object, sha256, ...(modified ? { modified } : {}) }
      }),
  )
  await person.file(id, 'evidence', {
    title,
    objects,
    grade: { scale: 'admiralty', version: '1', value: 'B2' },
    custodian: person.party,
  })
}

/** Whether this party has named evidence in the case before. */
export const namesEvidence = ({ acts }: CaseView, party: string): boolean =>
  acts.some((one) => one.act?.kind === 'evidence' && one.party === party && !one.void)

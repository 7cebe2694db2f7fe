import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VersionState } from '@entente/accord'
import type { CaseView, ObjectSummary, ObjectView } from '../../node/src/api.ts'
import { startAuthority } from '../../node/test/timestamp-authority.ts'
import type { Demo, PartyName } from './harness.ts'
import type { Person } from './person.ts'

/** Asks a person's own node by its public API, with that person's session. */
export async function ask<T>(person: Person, path: string): Promise<T> {
  const answer = await person.context.request.get(`${person.url}${path}`)
  if (!answer.ok()) throw new Error(`GET ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

const PATIENCE_MS = 20_000

/** Waits until what is asked for is so; nodes learn of one another's acts by pulling. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const endAt = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > endAt)
      throw new Error(`expected ${what} within ${PATIENCE_MS / 1000} s, got nothing of it`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Changes a node's configuration while it runs: whole, or not at all. */
function setting(file: string, changed: object): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(`${file}.new`, JSON.stringify({ ...config, ...changed }))
  renameSync(`${file}.new`, file)
}

/** What the stories read of the case: never by the page under test, always by the API beside it. */
export function createPlay(demo: Demo) {
  let authority: ReturnType<typeof startAuthority> | undefined
  const view = (person: Person) => ask<CaseView>(person, `/api/v1/cases/${demo.case}`)
  const position = async (person: Person): Promise<VersionState> => {
    const { state } = await view(person)
    const found = state.steps.find(({ kind }) => kind === 'position')?.versions.at(-1)
    if (!found) throw new Error('expected a version of the position, got none')
    return found
  }
  return {
    case: demo.case,
    view,
    position,
    /** Waits until the person's node sees the current position so, and gives it back. */
    sees: (person: Person, what: string, is: (version: VersionState) => boolean) =>
      until(`${person.party}'s node to see ${what}`, async () => {
        const version = await position(person)
        return is(version) && version
      }),
    /** Names a mail server to a running node, as whoever runs it would: in `node.json`. */
    nameMailServer(party: PartyName) {
      const file = join(demo.nodes[party].data, 'node.json')
      const mail = {
        host: 'localhost',
        port: 25,
        tls: 'none',
        from: 'node@birch.example',
        page: 'https://birch.example',
      }
      setting(file, { mail })
    },
    /** Names a collection that this node serves, who reads it, and a server that does not answer, as whoever runs it would. */
    nameCollections(party: PartyName) {
      const collection = '00000000-0000-4000-8000-000000000001'
      const setup = {
        collections: [{ id: collection, title: 'Exercise feed', audience: 'public' }],
        clients: [
          {
            id: 'sensors',
            name: 'Sensors of Birch',
            party: 'XB',
            reads: [collection],
            token: '0'.repeat(64),
          },
        ],
        remotes: [
          {
            id: 'birch',
            party: 'XB',
            root: 'http://127.0.0.1:9/api/',
            collection,
            pushes: collection,
          },
        ],
      }
      setting(join(demo.nodes[party].data, 'node.json'), { taxii: setup })
    },
    /** Names timestamp authorities to a running node: one made with `openssl ts`, and one that does not answer. */
    async nameTimestampAuthorities(party: PartyName) {
      authority ??= startAuthority('Harbour Time')
      const { url, anchor } = await authority
      const timestamps = [
        { name: 'Harbour Time', url, anchor },
        { name: 'Lighthouse Time', url: 'http://127.0.0.1:9/', anchor },
      ]
      setting(join(demo.nodes[party].data, 'node.json'), { timestamps })
    },
    casePath: (step = 'position') => `/cases/${demo.case}?step=${step}`,
    async dialogPath(
      person: Person,
      dialog:
        | 'voice'
        | 'withdraw'
        | 'certificate'
        | 'amend'
        | 'publish'
        | 'comment'
        | 'sound'
        | 'note'
        | 'objective',
    ) {
      const { id, standing } = await position(person)
      const result = dialog === 'certificate' && standing === 'suspended' ? '&result=ended' : ''
      return `/cases/${demo.case}/${dialog}?step=position&version=${encodeURIComponent(id)}${result}`
    },
    bundle: async (person: Person) => {
      const path = `/api/v1/cases/${demo.case}/bundle`
      return (await person.context.request.get(`${person.url}${path}`)).text()
    },
    objects: async (person: Person, q = '') =>
      (await ask<{ objects: ObjectSummary[] }>(person, `/api/v1/objects?q=${q}&limit=50`)).objects,
    object: (person: Person, id: string) => ask<ObjectView>(person, `/api/v1/objects/${id}`),
    /** An object that an evidence act of the case names: the first, unless another is asked for. */
    async evidence(person: Person, at = 0): Promise<string> {
      const { acts } = await view(person)
      const act = acts.map((one) => one.act).find((one) => one?.kind === 'evidence')
      const id = act?.kind === 'evidence' ? act.objects[at]?.id : undefined
      if (id === undefined) throw new Error('expected an evidence act in the case, got none')
      return id
    },
    /** An object that an evidence act names and its custodian does not give to this person's nation. */
    async withheld(person: Person): Promise<string> {
      const { acts } = await view(person)
      const named = acts.flatMap(({ act }) => (act?.kind === 'evidence' ? act.objects : []))
      return until(`an object that is kept from ${person.party}`, async () => {
        for (const { id } of named) {
          const answer = await person.context.request.get(`${person.url}/api/v1/objects/${id}`)
          if (answer.status() === 404 && (await answer.text()).includes('object.withheld'))
            return id
        }
        return undefined
      })
    },
  }
}
export type Play = ReturnType<typeof createPlay>

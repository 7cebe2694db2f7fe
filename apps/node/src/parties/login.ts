import { createHash, randomBytes } from 'node:crypto'
import type { Person } from '../config.ts'
import type { PartiesStore } from './store.ts'

const LINK_SECONDS = 15 * 60
const SESSION_SECONDS = 12 * 3600

const hash = (secret: string) => createHash('sha256').update(secret).digest('hex')
const secret = () => randomBytes(32).toString('base64url')

/** Who may come in: one-time links become sessions; both are secrets of 256 bits kept as hashes. */
export type Login = {
  /** The path of a link that logs this person in once, within 15 minutes. */
  link(person: string): Promise<string>
  /** Uses a link; undefined where it is unknown, used or too old. */
  enter(token: string): Promise<{ session: string; seconds: number } | undefined>
  personOf(session: string | undefined): Promise<Person | undefined>
  leave(session: string): Promise<void>
}

export function createLogin(
  store: PartiesStore,
  people: () => readonly Person[],
  seconds: () => number,
): Login {
  const person = (id: string) => people().find((one) => one.id === id)
  return {
    async link(id) {
      if (!person(id)) throw new TypeError(`expected a person of this node, got ${id}`)
      const token = secret()
      await store.addLink({ hash: hash(token), person: id, expiresAt: seconds() + LINK_SECONDS })
      return `/enter/${token}`
    },
    async enter(token) {
      const id = await store.useLink(hash(token), seconds())
      if (id === undefined) return undefined
      const session = secret()
      await store.addSession({
        hash: hash(session),
        person: id,
        expiresAt: seconds() + SESSION_SECONDS,
      })
      return { session, seconds: SESSION_SECONDS }
    },
    async personOf(session) {
      if (session === undefined) return undefined
      const id = await store.findSession(hash(session), seconds())
      return id === undefined ? undefined : person(id)
    },
    leave: (session) => store.endSession(hash(session)),
  }
}

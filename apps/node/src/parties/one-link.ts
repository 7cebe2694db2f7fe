import { createHash, randomBytes } from 'node:crypto'

/** How long the link that a node prints may be opened, and how long whoever opened it stays in. */
const LINK_SECONDS = 15 * 60
const SESSION_SECONDS = 12 * 3600

const secret = () => randomBytes(32).toString('base64url')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * The one way into a node that has no people yet: a link that works once, and the session that it
 * opens. Both are secrets of 256 bits, kept as hashes and in this process alone.
 */
export type OneLink = {
  /** The path of the link. */
  readonly path: string
  /** Ports do not separate cookies: each process has one of its own name. */
  readonly cookie: string
  /** The session that a token opens, once; undefined for any other. */
  readonly enter: (token: string) => { session: string; seconds: number } | undefined
  readonly isIn: (session: string | undefined) => boolean
  readonly close: () => void
}

export function oneLink(seconds: () => number): OneLink {
  const token = secret()
  const madeAt = seconds()
  let link: string | undefined = hash(token)
  let session: { readonly hash: string; readonly endsAt: number } | undefined
  return {
    path: `/enter/${token}`,
    cookie: `entente-founding-${randomBytes(4).toString('hex')}`,
    enter: (given) => {
      if (link === undefined || hash(given) !== link || seconds() > madeAt + LINK_SECONDS)
        return undefined
      link = undefined
      const opened = secret()
      session = { hash: hash(opened), endsAt: seconds() + SESSION_SECONDS }
      return { session: opened, seconds: SESSION_SECONDS }
    },
    isIn: (given) =>
      given !== undefined &&
      session !== undefined &&
      session.hash === hash(given) &&
      seconds() <= session.endsAt,
    close: () => {
      link = undefined
      session = undefined
    },
  }
}

import { readFileSync } from 'node:fs'
import type { Releasable } from '@entente/release'

/** A mail server that takes what this node sends (SMTP submission, RFC 6409). */
export type MailServer = {
  readonly host: string
  readonly port: number
  /** `starttls`: nothing is said before it is encrypted; `from-start`: encrypted from the first byte. */
  readonly tls: 'starttls' | 'from-start' | 'none'
  /** A PEM file with who vouches for the server's certificate, in the place of the public ones. */
  readonly ca?: string
  readonly user?: string
  /** A file whose first line is the password: read anew each time, kept nowhere else. */
  readonly passwordFile?: string
  readonly from: string
}

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** RFC 5322, with its angle brackets: the same letter sent twice has it twice. */
  readonly messageId: string
  /** An iCalendar object. */
  readonly calendar?: string
}

/** Not delivered: because of this letter (its address), or because of the server, for every letter. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered'
  readonly because: 'letter' | 'server'
  constructor(because: Undelivered['because'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.because = because
  }
}

const CALENDAR = 'text/calendar; charset=utf-8'

/** Milliseconds: a server that says nothing holds nobody up for longer. */
const PATIENCE = 15_000

/**
 * Hands a letter to the mail server, or throws `Undelivered`. Once it returns the server has
 * acknowledged it. The library, which is large, is loaded by nodes that send mail alone.
 */
export async function sendLetter(server: MailServer, { value }: Releasable<Letter>): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const { to, subject, text, messageId, calendar } = value
  try {
    const transport = createTransport(connectionTo(server))
    try {
      await transport.sendMail({
        from: server.from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        // RFC 3834: no machine answers it, no holder of the address who is away does.
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(calendar === undefined
          ? {}
          : {
              attachments: [{ filename: 'entente.ics', content: calendar, contentType: CALENDAR }],
            }),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    } finally {
      transport.close()
    }
  } catch (error) {
    throw undelivered(error)
  }
}

function connectionTo({ host, port, tls, ca, user, passwordFile }: MailServer) {
  return {
    host,
    port,
    secure: tls === 'from-start',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(ca === undefined ? {} : { tls: { ca: readFileSync(ca) } }),
    ...(user === undefined || passwordFile === undefined
      ? {}
      : { auth: { user, pass: readFileSync(passwordFile, 'utf8').split(/\r?\n/u, 1)[0]! } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  }
}

/** What the server answers is somebody else's text: one line of it, without controls. */
function undelivered(error: unknown): Undelivered {
  const { message, command } = error as { message?: unknown; command?: unknown }
  const because = command === 'RCPT TO' || command === 'DATA' ? 'letter' : 'server'
  const said = String(message).replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ')
  return new Undelivered(because, said.slice(0, 300), { cause: error })
}

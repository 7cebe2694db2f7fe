import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../src/demo/constellation.ts'

/** Exim reads its configuration only from a file of root's, so it is started by root alone. */
export const EXIM = process.getuid?.() === 0 ? process.env['ENTENTE_TEST_SMTP'] : undefined
if (EXIM === undefined)
  process.stderr.write(
    'LEFT OUT: no mail server (ENTENTE_TEST_SMTP names an Exim 4, which root starts)\n',
  )

/** A mail as the server has put it into its folder. */
export type Received = {
  /** By name in small letters; a header that stands twice is there twice. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly subject: string
  readonly text: string
  /** The attached iCalendar object. */
  readonly calendar: string | undefined
  /** Everything, with its encoded parts decoded as well. */
  readonly all: string
}

/** A real mail server of its own: it delivers what it takes into a folder. */
export type MailServer = AsyncDisposable & {
  readonly host: string
  readonly port: number
  readonly ca: string
  readonly passwordFile: string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Everything that was delivered to this address. */
  readonly to: (address: string) => readonly Received[]
}

/** Its only user, and that user's password. */
export const USER = 'node-of-alder'
export const PASSWORD = 'correct horse battery'

/** Takes mail from who logs in over STARTTLS; to `refused@` it takes none for good, to `later@` not now. */
export async function openMailServer(exim: string): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-mail-'))
  const at = (name: string) => join(folder, name)
  for (const name of ['spool', 'log', 'mail']) mkdirSync(at(name))
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const files = ['-keyout', at('key.pem'), '-out', at('cert.pem')]
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject]
  execFileSync('openssl', made, { stdio: 'ignore' })
  writeFileSync(at('password'), `${PASSWORD}\n`, { mode: 0o600 })
  const port = await freePort(0)
  writeFileSync(at('conf'), configuration(folder, port), { mode: 0o644 })
  chmodSync(folder, 0o755)
  const owned = ['spool', 'log', 'mail', 'key.pem', 'cert.pem'].map(at)
  execFileSync('chown', ['-R', 'Debian-exim', ...owned])
  let child: ReturnType<typeof spawn> | undefined
  const stop = async () => {
    if (!child) return
    const gone = new Promise((resolve) => child!.once('exit', resolve))
    child.kill()
    await gone
    child = undefined
  }
  return {
    host: 'localhost',
    port,
    ca: at('cert.pem'),
    passwordFile: at('password'),
    start: async () => {
      child = spawn(exim, ['-C', at('conf'), '-bdf'], { stdio: 'ignore' })
      while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    stop,
    to: (address) =>
      received(at('mail/new')).filter(({ headers }) =>
        headers.get('envelope-to')?.includes(address),
      ),
    [Symbol.asyncDispose]: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      resolve(true)
    }).once('error', () => resolve(false))
  })

const configuration = (folder: string, port: number) => `
keep_environment =
primary_hostname = mail.example
qualify_domain = mail.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%s
pid_file_path = ${folder}/spool/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_advertise_hosts = *
tls_certificate = ${folder}/cert.pem
tls_privatekey = ${folder}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
deliver_drop_privilege = true
host_lookup =
rfc1413_query_timeout = 0s
acl_smtp_rcpt = recipient

begin acl
recipient:
  require authenticated = *
  deny local_parts = refused
  defer local_parts = later
  accept

begin routers
everybody:
  driver = accept
  transport = folder

begin transports
folder:
  driver = appendfile
  maildir_format
  directory = ${folder}/mail
  envelope_to_add

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${USER}}}{eq{$auth3}{${PASSWORD}}}}}
  server_set_id = $auth2
`

function received(folder: string): readonly Received[] {
  let names: readonly string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.toSorted().map((name) => read(readFileSync(join(folder, name), 'utf8')))
}

function read(raw: string): Received {
  const root = split(raw)
  const parts = leaves(raw)
  const textOf = (type: string) =>
    parts.find(({ headers }) => headers.get('content-type')?.[0]?.startsWith(type))?.body
  const subject = decodeWords(root.headers.get('subject')?.join('\n') ?? '')
  return {
    headers: root.headers,
    subject,
    text: textOf('text/plain') ?? '',
    calendar: textOf('text/calendar'),
    all: [raw, subject, ...parts.map(({ body }) => body)].join('\n'),
  }
}

function split(raw: string) {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/u)
  const headers = new Map<string, string[]>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const [, name, value] = /^([^:]+): ?(.*)$/u.exec(line) ?? []
    if (name === undefined) continue
    const key = name.toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), value!])
  }
  return { headers, body: rest.join('\n\n') }
}

/** The parts of a mail that have no parts themselves, decoded. */
function leaves(raw: string): readonly ReturnType<typeof split>[] {
  const { headers, body } = split(raw)
  const boundary = /boundary="([^"]+)"/u.exec(headers.get('content-type')?.[0] ?? '')?.[1]
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r?\n/u, '')))
  const encoding = headers.get('content-transfer-encoding')?.[0]
  if (encoding === 'base64') return [{ headers, body: Buffer.from(body, 'base64').toString() }]
  if (encoding === 'quoted-printable')
    return [{ headers, body: unquoted(body.replaceAll(/=\r?\n/gu, '')) }]
  return [{ headers, body }]
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString()

/** RFC 2047. */
const decodeWords = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/giu, (_, way: string, word: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : unquoted(word.replaceAll('_', ' ')),
    )

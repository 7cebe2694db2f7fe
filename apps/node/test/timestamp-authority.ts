import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A timestamp authority made by somebody else: `openssl ts` behind a few lines of HTTP. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl)
  process.stderr.write('LEFT OUT: there is no openssl here, so no timestamp authority to ask\n')

export type TestAuthority = {
  readonly url: string
  /** The root certificate, in PEM. */
  readonly anchor: string
  /** Answers that were given so far. */
  readonly answers: readonly Uint8Array[]
  /** What is answered from now on, made of the true answer. */
  meddle: (answer: Buffer) => Buffer
  /** An answer to this request in DER, without HTTP. */
  readonly reply: (request: Uint8Array) => Buffer
  /** A token over the same content, signed by a certificate with these extensions instead. */
  readonly resign: (
    content: Uint8Array,
    extensions: string,
    days?: number,
    flags?: readonly string[],
  ) => Uint8Array
  readonly stop: () => Promise<void>
}

const TIME_STAMPING = 'extendedKeyUsage=critical,timeStamping\nbasicConstraints=CA:false'

/** Founds an authority with a root of its own: `name` is what its certificates say. */
export async function startAuthority(name: string): Promise<TestAuthority> {
  const directory = mkdtempSync(join(tmpdir(), 'entente-tsa-'))
  const at = (file: string) => join(directory, file)
  const openssl = (line: string, ...more: readonly string[]) =>
    execFileSync('openssl', [...line.split(' '), ...more], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const made = (file: string, subject: string) =>
    openssl(
      `req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${file}.key -out ${file}.csr -subj`,
      subject,
    )
  const signed = (file: string, extensions: string, days: number, by?: string) => {
    writeFileSync(at(`${file}.ext`), extensions)
    const signer = by ? `-CA ${by}.pem -CAkey ${by}.key -CAcreateserial` : `-signkey ${file}.key`
    openssl(
      `x509 -req -in ${file}.csr -out ${file}.pem -days ${days} -extfile ${file}.ext ${signer}`,
    )
  }
  made('root', `/O=${name}/CN=Root`)
  signed('root', 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign', 30)
  made('signer', `/O=${name}/CN=Time`)
  signed('signer', TIME_STAMPING, 20, 'root')
  writeFileSync(at('tsa.cnf'), CONFIGURATION)
  writeFileSync(at('serial'), '01\n')
  let count = 0
  const reply = (request: Uint8Array) => {
    count += 1
    writeFileSync(at(`${count}.tsq`), request)
    openssl(
      `ts -reply -config tsa.cnf -queryfile ${count}.tsq -signer signer.pem -inkey signer.key -out ${count}.tsr`,
    )
    return readFileSync(at(`${count}.tsr`))
  }
  const answers: Uint8Array[] = []
  const authority = { meddle: (answer: Buffer) => answer }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = authority.meddle(reply(Buffer.concat(chunks)))
      answers.push(answer)
      response.setHeader('content-type', 'application/timestamp-reply').end(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const { port } = server.address() as AddressInfo
  return Object.assign(authority, {
    url: `http://127.0.0.1:${port}/`,
    anchor: readFileSync(at('root.pem'), 'utf8'),
    answers,
    reply,
    resign: (
      content: Uint8Array,
      extensions: string,
      days = 20,
      flags: readonly string[] = ['-cades'],
    ) => {
      count += 1
      const file = `other-${count}`
      made(file, `/O=${name}/CN=Other`)
      signed(file, extensions, days, 'root')
      writeFileSync(at(`${file}.tst`), content)
      return new Uint8Array(
        openssl(
          `cms -sign -binary -nodetach -outform DER -econtent_type 1.2.840.113549.1.9.16.1.4 -md sha256 -in ${file}.tst -signer ${file}.pem -inkey ${file}.key`,
          ...flags,
        ),
      )
    },
    stop: async () => {
      await new Promise((resolve) => server.close(resolve))
      rmSync(directory, { recursive: true, force: true })
    },
  })
}

/** Whether openssl itself takes a token for good: somebody else's verdict on what we accept. */
export function opensslVerifies(
  token: Uint8Array,
  sha256: Uint8Array,
  anchor: string,
): { readonly ok: boolean; readonly said: string } {
  const directory = mkdtempSync(join(tmpdir(), 'entente-tsv-'))
  try {
    writeFileSync(join(directory, 'token.der'), token)
    writeFileSync(join(directory, 'anchor.pem'), anchor)
    const { status, stdout, stderr } = spawnSync(
      'openssl',
      `ts -verify -digest ${Buffer.from(sha256).toString('hex')} -in token.der -token_in -CAfile anchor.pem`.split(
        ' ',
      ),
      { cwd: directory, encoding: 'utf8' },
    )
    return { ok: status === 0 && stdout.includes('Verification: OK'), said: stdout + stderr }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The least that `openssl ts -reply` wants to be told. */
const CONFIGURATION = `
[tsa]
default_tsa = one
[one]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1, millisecs:500
ess_cert_id_chain = no
ess_cert_id_alg = sha256
signer_digest = sha256
`

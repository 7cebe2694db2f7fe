import { parseCharter } from '@entente/accord'
import { newIdentity, recipientOf } from '../../src/disclosures/age-file.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { signRequest } from '../../src/platform/http/signature.ts'
import { openKeys } from '../../src/platform/keys/index.ts'

/** A party that has a node, keys and a person’s session, and no need to know. */
type Signing = {
  readonly party: string
  readonly directory: string
  readonly charter: Uint8Array
}
type Reading = Signing & {
  readonly urls: Readonly<Record<string, string>>
  /** Every GET path of a node, as its router spells it. */
  readonly paths: readonly string[]
  /** What stands in the places of a path, by name: each is tried. */
  readonly places: Readonly<Record<string, readonly string[]>>
  /** A link with which its person enters its own node. */
  readonly link: string
}

export const reader = {
  /** Asks for one sealed part in that party's own name, to be sealed for a key of its own. */
  asksForSealed: async (
    given: Signing & { readonly to: string; readonly url: string; readonly digest: string },
  ): Promise<{ readonly status: number; readonly text: string }> => {
    const recipient = await recipientOf(await newIdentity())
    const { id } = parseCharter(given.charter, crypto)
    const url = `${given.url}/log/${id.slice(7)}/sealed/${given.digest}/${recipient}`
    const answer = await fetch(url, { headers: signedFor(given, given.to, url) })
    return { status: answer.status, text: await answer.text() }
  },
  /** Asks every path of every node, signed, unsigned and logged in at home; every byte that came. */
  asksForAll: async (
    given: Reading,
  ): Promise<{ readonly asked: number; readonly bytes: Uint8Array }> => {
    const { urls, link } = given
    const recipient = await recipientOf(await newIdentity())
    const places = { ...given.places, recipient: [recipient] }
    const paths = given.paths.flatMap((path) => filled(path, places))
    const entered = await fetch(link, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const home = new URL(link).origin
    const answers: Uint8Array[] = []
    for (const path of paths) {
      const asking = Object.entries(urls).flatMap(([party, url]) =>
        [signedFor(given, party, `${url}${path}`), {}].map((headers) =>
          bytesOf(`${url}${path}`, headers),
        ),
      )
      answers.push(...(await Promise.all([...asking, bytesOf(`${home}${path}`, { cookie })])))
    }
    return { asked: answers.length, bytes: Buffer.concat(answers) }
  },
}

/** The whole answer; of a feed, which never ends, what comes at once. */
async function bytesOf(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    const signal = AbortSignal.timeout(url.endsWith('/feed') ? 500 : 20_000)
    const answer = await fetch(url, { headers, signal })
    for await (const chunk of answer.body ?? []) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof DOMException && url.endsWith('/feed'))) throw error
  }
  return Buffer.concat(chunks)
}

function signedFor({ party, directory, charter }: Signing, to: string, url: string) {
  const { parties } = parseCharter(charter, crypto)
  const originOf = (id: string) => parties.find((one) => one.id === id)!.origin
  const { sign } = openKeys(directory).load('log')
  const request = { method: 'GET', url, to: originOf(to) }
  const now = Math.floor(Date.now() / 1000)
  return { ...signRequest(request, { keyid: originOf(party), sign }, now) }
}

/** The path with every combination of what may stand in its places. */
function filled(path: string, places: Readonly<Record<string, readonly string[]>>): string[] {
  const found = /:(\w+)(\{[^/]*\})?|\*/.exec(path)
  if (!found) return [path]
  const values = places[found[1] ?? 'rest'] ?? []
  return values.flatMap((value) =>
    filled(path.replace(found[0], value.replaceAll(':', '%3A')), places),
  )
}

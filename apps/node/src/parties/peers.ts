import { readConfig, writeConfig } from '../config.ts'
import { PartiesError } from './error.ts'

/** `http://host:port`, as a peer's address is kept: nothing after the port, no name or password before it. */
export function originOf(text: string): string {
  const url =
    /^https?:\/\/.+/.test(text) && text.length <= 300 && URL.canParse(text)
      ? new URL(text)
      : undefined
  if (url && url.username === '' && url.password === '') return url.origin
  throw new PartiesError(
    'peer.address',
    `expected an http address like https://node.example:4821, got ${text.slice(0, 80)}`,
  )
}

/** Says where parties' nodes answer; a running node notices. */
export function addPeers(data: string, added: Readonly<Record<string, string>>): void {
  const config = readConfig(data)
  writeConfig(data, { ...config, peers: { ...config.peers, ...added } })
}

export function removePeer(data: string, party: string): void {
  const config = readConfig(data)
  const { [party]: _gone, ...peers } = config.peers
  writeConfig(data, { ...config, peers })
}

// Where a node answers: spec/federation.md section 8.
import { Refused } from './bytes.mjs'
import { verify } from './ed25519.mjs'
import { readNote } from './note.mjs'

const HERE = /^(127\.[0-9.]+|\[::1\]|([^.]+\.)*localhost\.?)$/

function readAddress(text) {
  const url = text.length <= 300 && URL.canParse(text) ? new URL(text) : {}
  const isAllowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && HERE.test(url.hostname))
  if (url.origin !== text || !isAllowed) throw new Refused('address.form')
  return text
}

/** `{origin, counter, url}` of a note; refused where it is none. */
function parseAddress(note) {
  const read = note.length <= 2048 && readNote(note)
  const [, origin, counter, url] =
    /^entente-address\/1\n([a-z0-9][a-z0-9./-]{0,199})\n([1-9][0-9]{0,15})\n([^\n]*)\n$/.exec(
      read?.text,
    ) ?? []
  if (!origin || read.signatures.length !== 1 || !Number.isSafeInteger(Number(counter)))
    throw new Refused('address.malformed')
  return { origin, counter: Number(counter), url: readAddress(url), ...read }
}

/** Whether a note takes the place of the one that is held of this log. */
export function isNewer(note, log, held) {
  const { counter, url, text, signatures } = parseAddress(note)
  const before = held && parseAddress(held)
  if (before && counter < before.counter) return false
  const [{ name, id, signature }] = signatures
  const isTheirs = name === log.name && id === log.id
  if (!isTheirs || !verify(log.key, Buffer.from(text), signature))
    throw new Refused('address.unsigned')
  if (before?.counter !== counter) return true
  if (before.url !== url) throw new Refused('address.twice')
  return false
}

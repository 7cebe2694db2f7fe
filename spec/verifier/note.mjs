// Signed notes, checkpoints and cosignatures: spec/log.md sections 3 and 4, spec/strand.md section 2.
import { fromBase64, Refused, sha256 } from './bytes.mjs'
import { isKey, isSecond, verify } from './signature.mjs'

const isName = (name) => name.isWellFormed() && /^[^\s+\p{Cc}]+$/u.test(name)

/** `{name, id, type, key}` of a verifier key; undefined where it is none. */
export function readVkey(text) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? []
  const bytes = fromBase64(encoded)
  if (!bytes || !isName(name) || bytes.length !== (bytes[0] === 6 ? 1_313 : 33)) return undefined
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString('hex') !== id) return undefined
  return { name, id, type: bytes[0], key: bytes.subarray(1) }
}

/** The text of a note and its signature lines; undefined where it is malformed. */
export function readNote(note) {
  const isText = note.isWellFormed() && !/[^\P{Cc}\n\u007f-\u009f]/u.test(note)
  if (note.length > 1_000_000 || !isText || !note.endsWith('\n')) return undefined
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > 100) return undefined
  const signatures = lines.map((line) => {
    const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? []
    const bytes = fromBase64(encoded)
    return bytes && bytes.length > 4 && isName(name)
      ? { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }
      : undefined
  })
  return signatures.includes(undefined) ? undefined : { text: note.slice(0, end + 1), signatures }
}

function readCheckpoint(text) {
  const [origin, size, root, ...more] = text.split('\n')
  const hash = fromBase64(root)
  if (
    !origin ||
    !/^(0|[1-9][0-9]*)$/.test(size) ||
    hash?.length !== 32 ||
    more.join('') !== '' ||
    more.length !== 1
  )
    return undefined
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root: hash } : undefined
}

/**
 * A checkpoint of a strand with the time of each witness that cosigned it. Refused with the codes of
 * `checkpoint.*`; the quorum is not asked for here.
 */
export function readTree(note, { origin, log }, witnesses) {
  const read = readNote(note)
  const checkpoint = read && readCheckpoint(read.text)
  if (!checkpoint) throw new Refused('checkpoint.malformed')
  if (checkpoint.origin !== origin) throw new Refused('checkpoint.origin')
  const text = Buffer.from(read.text)
  const by = ({ name, id }) => read.signatures.filter((one) => one.name === name && one.id === id)
  const own = by(log)[0]
  if (!own) throw new Refused('checkpoint.unsigned')
  if (!verify(log.key, text, own.signature)) throw new Refused('checkpoint.log-signature')
  return { ...checkpoint, times: timesIn(read.text, by, witnesses) }
}

/** When which of these witnesses cosigned a note with exactly this text; where there is none to be had, no note has it. */
export function readTimes(note, wanted, witnesses) {
  const read = readNote(note)
  if (!read) throw new Refused('checkpoint.malformed')
  if (read.text !== wanted) throw new Refused('certificate.tree')
  const by = ({ name, id }) => read.signatures.filter((one) => one.name === name && one.id === id)
  const times = timesIn(read.text, by, witnesses)
  if (times.size === 0) throw new Refused('checkpoint.unsigned')
  return times
}

function timesIn(said, by, witnesses) {
  const times = new Map()
  const text = Buffer.from(said)
  for (const witness of witnesses) {
    const [first, ...again] = by(witness)
    if (!first) continue
    if (again.length > 0) throw new Refused('checkpoint.cosignature-twice')
    if (first.signature.length < 8) throw new Refused('checkpoint.cosignature')
    const time = Number(first.signature.readBigUInt64BE(0))
    const message = isSecond(witness.key)
      ? cosignedMessage(witness.name, time, said)
      : Buffer.concat([Buffer.from(`cosignature/v1\ntime ${time}\n`), text])
    if (!Number.isSafeInteger(time) || !verify(witness.key, message, first.signature.subarray(8)))
      throw new Refused('checkpoint.cosignature')
    times.set(witness.name, time)
  }
  return times
}

const number = (value) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** What a cosigner signs with ML-DSA-44: `cosigned_message` of C2SP tlog-cosignature, for a whole tree. */
function cosignedMessage(name, time, said) {
  const { origin, size, root } = readCheckpoint(said) ?? {}
  if (origin === undefined) throw new Refused('checkpoint.cosignature')
  const [cosigner, log] = [name, origin].map((one) => {
    const bytes = Buffer.from(one)
    if (bytes.length > 255) throw new Refused('checkpoint.cosignature')
    return Buffer.concat([Buffer.of(bytes.length), bytes])
  })
  const head = Buffer.from('subtree/v1\n\0')
  return Buffer.concat([head, cosigner, number(time), log, number(0), number(size), root])
}

/** Whether a verifier key is of one of these types and can be trusted with its name. */
export const isVkey = (vkey, ...types) => types.includes(vkey?.type) && isKey(vkey.key)

/** Up to which size the two histories may be one: that of the first note's tree. */
export const forkSize = ({ notes }) => Number(notes[0].split('\n')[1])

// RFC 6962 trees and their proofs; C2SP tlog-proof. spec/log.md sections 1 and 4.
import { fromBase64, sha256 } from './bytes.mjs'

const node = (left, right) => sha256(Buffer.of(1), left, right)
export const leaf = (entry) => sha256(Buffer.of(0), entry)

/** The root over the first `size` of these leaf hashes. */
export function rootOf(leaves, size = leaves.length, from = 0) {
  if (size === 0) return sha256()
  if (size === 1) return leaves[from]
  let half = 1
  while (half * 2 < size) half *= 2
  return node(rootOf(leaves, half, from), rootOf(leaves, size - half, from + half))
}

/** RFC 9162 section 2.1.3.2: the root to which an inclusion proof leads; undefined where it leads nowhere. */
export function rootOfInclusion(hash, index, size, proof) {
  if (index >= size) return undefined
  let [fn, sn, r] = [index, size - 1, hash]
  for (const p of proof) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      r = node(p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else r = node(r, p)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 ? r : undefined
}

/** RFC 9162 section 2.1.4.2: whether the second tree goes on from the first. */
export function isConsistent({ size: from, root: fromRoot }, { size: to, root: toRoot }, given) {
  if (from === 0 || from > to || given.length > 63) return false
  if (given.some((hash) => hash?.length !== 32)) return false
  if (from === to) return given.length === 0 && fromRoot.equals(toRoot)
  if (given.length === 0) return false
  let power = 1
  while (power < from) power *= 2
  const proof = power === from ? [fromRoot, ...given] : given
  let [fn, sn] = [from - 1, to - 1]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  let [fr, sr] = [proof[0], proof[0]]
  for (const c of proof.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [node(c, fr), node(c, sr)]
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else sr = node(sr, c)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && fr.equals(fromRoot) && sr.equals(toRoot)
}

/** `{index, proof, checkpoint}` of a carried proof; undefined where it is none. */
export function readProof(text) {
  const lines = text.split('\n')
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') return undefined
  if (lines[0]?.startsWith('extra ') && !fromBase64(lines.shift().slice(6))) return undefined
  const index = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '')?.[1]
  if (index === undefined || !Number.isSafeInteger(Number(index))) return undefined
  const end = lines.indexOf('')
  if (end < 0 || end > 63) return undefined
  const proof = lines.slice(0, end).map(fromBase64)
  if (proof.some((hash) => hash?.length !== 32)) return undefined
  return { index: Number(index), proof, checkpoint: lines.slice(end + 1).join('\n') }
}

// Timestamps of a member bundle: spec/bundle.md section 6. Their tokens are not proved here: that needs an authority to trust.
import { canonical, fromBase64, Refused, sha256 } from './bytes.mjs'
import { hasOnly } from './json.mjs'
import { rootOf } from './tree.mjs'

const isSize = (value) => Number.isSafeInteger(value) && value >= 0
const isTimestamp = (one) =>
  hasOnly(one, 'sizes', 'nonce', 'token') &&
  typeof one.sizes === 'object' &&
  one.sizes !== null &&
  !Array.isArray(one.sizes) &&
  Object.entries(one.sizes).every(([party, size]) => party.length <= 8 && isSize(size)) &&
  /^[0-9a-f]{16}$/.test(one.nonce) &&
  typeof one.token === 'string' &&
  one.token.length <= 87_384

export const areTimestamps = (value) =>
  Array.isArray(value) && value.length <= 100 && value.every(isTimestamp)

/** The hash that each token has to be over, of the strands by party. */
export function imprintsOf({ timestamps = [] }, charter, strands) {
  return timestamps.map(({ sizes, token }) => {
    const isCut =
      Object.keys(sizes).length === strands.size &&
      [...strands].every(([id, { leaves }]) => sizes[id] <= leaves.length)
    if (!isCut) throw new Refused('bundle.timestamp')
    if (!fromBase64(token)) throw new Refused('bundle.base64')
    const cut = Object.fromEntries(
      [...strands].map(([id, { leaves }]) => {
        const root = rootOf(leaves, sizes[id])
        return [id, { size: sizes[id], root: root.toString('base64') }]
      }),
    )
    return sha256(Buffer.from(canonical({ charter: charter.id, cut })))
  })
}

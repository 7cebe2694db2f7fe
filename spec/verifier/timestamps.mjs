// Timestamps of a member bundle: spec/bundle.md section 6. Their tokens are not proved here: that needs an authority to trust.
import { canonical, fromBase64, Refused, sha256 } from './bytes.mjs'
import { list, map, match, object, text, whole } from './form.mjs'
import { rootOf } from './tree.mjs'

/** Their form in a bundle. */
export const timestamps = list(
  object({ sizes: map(text(8), whole(0)), nonce: match(/^[0-9a-f]{16}$/), token: text(87_384) }),
  0,
  100,
)

/** The hash that each token has to be over, of the strands by party. */
export function imprintsOf(bundle, charter, strands) {
  return (bundle.timestamps ?? []).map(({ sizes, token }) => {
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

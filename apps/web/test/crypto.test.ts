import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ed25519 as noble, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromHex, toHex, toUtf8 } from '@entente/log'
import { sharedPath } from '../../../tools/shared.ts'
import { crypto as node } from '../../node/src/platform/crypto.ts'
import { crypto as page } from '../src/crypto.ts'

type Edge = {
  readonly number: number
  readonly key: string
  readonly sig: string
  readonly msg: string
  readonly flags: readonly string[] | null
}

/** What the node and the page say of one signature; they must say the same. */
function verdict(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const [here, there] = [node, page].map(({ verify }) => verify(key, message, signature))
  expect(there, `page and node disagree about ${toHex(signature)} by ${toHex(key)}`).toBe(here)
  expect(page.isKey(key), `page and node disagree about the key ${toHex(key)}`).toBe(
    node.isKey(key),
  )
  return here!
}

const vectors = sharedPath('vectors/ed25519/ed25519vectors.json')

describe.skipIf(!vectors)(
  vectors ? 'the Ed25519 edge cases of C2SP' : 'C2SP, left out: ../shared is not here',
  () => {
    const edges = vectors ? (JSON.parse(readFileSync(vectors, 'utf8')) as readonly Edge[]) : []
    const answers = () =>
      edges.map(({ key, sig, msg, flags, number }) => ({
        number,
        flags: new Set(flags),
        isKey: node.isKey(fromHex(key)),
        isTrue: verdict(fromHex(key), toUtf8(msg), fromHex(sig)),
      }))

    it('get the same answer from the node and the page, all 914', () => {
      expect(edges).toHaveLength(914)
      const accepted = answers().filter(({ isTrue }) => isTrue)
      process.stdout.write(
        `Ed25519 edge cases accepted by node and page: ${accepted.length} of 914\n`,
      )
      // The one honest signature among them: it has none of the flags below.
      expect(accepted.map(({ number }) => number)).toEqual([305])
      expect(edges.filter(({ flags }) => flags === null).map(({ number }) => number)).toEqual([305])
    })

    it.each([
      ['low_order_A', 526],
      ['low_order_component_A', 774],
      ['non_canonical_A', 226],
      ['low_order_R', 586],
      ['low_order_component_R', 665],
      ['non_canonical_R', 316],
      ['low_order_residue', 583],
      ['reencoded_k', 146],
    ])('are refused where they have %s: %i', (flag, count) => {
      const flagged = answers().filter(({ flags }) => flags.has(flag))
      expect(flagged).toHaveLength(count)
      expect(flagged.filter(({ isTrue }) => isTrue)).toEqual([])
    })

    it('have no key of small or mixed order, or of another form, that is taken for one', () => {
      const weak = answers().filter(({ flags }) =>
        ['low_order_A', 'low_order_component_A', 'non_canonical_A'].some((flag) => flags.has(flag)),
      )
      expect(weak).toHaveLength(886)
      expect(weak.filter(({ isKey }) => isKey)).toEqual([])
    })
  },
)

describe('whoever signs with crafted points', () => {
  const { Point } = noble
  const { Fn } = Point
  const torsion = ED25519_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex, true))
  const little = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes.toReversed()) || '0'}`)
  const bytesOf = (number: bigint) =>
    Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n))

  /**
   * RFC 8032 section 5.1.6 with points that no honest signer makes: `key` and `nonce` are numbers of
   * the subgroup of eight points that are added to the key and to R.
   */
  function craft(message: Uint8Array, secret: bigint, { key = 0, nonce = 0, r = 5n, over = 0n }) {
    const a = Point.BASE.multiply(secret).add(torsion[key]!).toBytes()
    const point = r === 0n ? Point.ZERO : Point.BASE.multiply(r)
    const encoded = point.add(torsion[nonce]!).toBytes()
    const digest = createHash('sha512').update(encoded).update(a).update(message).digest()
    const s = Fn.create(r + Fn.create(little(digest)) * secret) + over * Fn.ORDER
    return { key: a, signature: concat(encoded, bytesOf(s)) }
  }
  const secret = fc.bigInt(1n, Fn.ORDER - 1n)
  const says = (message: Uint8Array, crafted: ReturnType<typeof craft>) =>
    verdict(crafted.key, message, crafted.signature)

  it('is believed by node and page where the points are of prime order, and nowhere else', () => {
    const crafted = fc.record({
      message: fc.uint8Array({ maxLength: 20 }),
      secret,
      r: secret,
      key: fc.nat({ max: 7 }),
      nonce: fc.nat({ max: 7 }),
      over: fc.constantFrom(0n, 0n, 0n, 1n, 8n),
    })
    const counts = { believed: 0, refused: 0 }
    fc.assert(
      fc.property(crafted, ({ message, secret: by, ...how }) => {
        const honest = how.key === 0 && how.nonce === 0 && how.over === 0n
        expect(says(message, craft(message, by, how))).toBe(honest)
        counts[honest ? 'believed' : 'refused']++
      }),
      {
        numRuns: 300,
        examples: [[{ message: toUtf8('honest'), secret: 3n, r: 5n, key: 0, nonce: 0, over: 0n }]],
      },
    )
    expect(counts.believed).toBeGreaterThan(0)
    expect(counts.refused).toBeGreaterThan(200)
  })

  it('is refused where R is neutral, which some libraries let pass', () => {
    fc.assert(
      fc.property(secret, (by) => {
        const message = toUtf8('an act')
        expect(says(message, craft(message, by, { r: 0n }))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('gets the same answer for every bit that is turned in key and signature', () => {
    const message = toUtf8('an act')
    const { key, signature } = craft(message, 12_345n, {})
    expect(verdict(key, message, signature)).toBe(true)
    const whole = concat(key, signature)
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const turned = whole.slice()
      turned[bit >> 3]! ^= 1 << (bit & 7)
      expect(verdict(turned.subarray(0, 32), message, turned.subarray(32))).toBe(false)
    }
  })

  it('gets the same answer for random bytes and wrong lengths', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      fc.uint8Array({ maxLength: 70 }),
      fc.constantFrom(...torsion.map((point) => point.toBytes())),
    )
    fc.assert(
      fc.property(fc.tuple(bytes, bytes), ([key, signature]) => {
        expect(verdict(key, new Uint8Array(), signature)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

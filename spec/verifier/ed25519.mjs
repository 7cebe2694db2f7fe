// Ed25519 in the one form on which all readers agree: spec/log.md section 2. Curve: RFC 8032 section 5.1.
import { createPublicKey, verify as libraryVerify } from 'node:crypto'

const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (a) => ((a % P) + P) % P
const power = (base, exponent) => {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b))
    if (e & 1n) result = mod(result * b)
  return result
}
const inverse = (a) => power(a, P - 2n)
const D = mod(-121665n * inverse(121666n))
const ROOT_OF_MINUS_1 = power(2n, (P - 1n) / 4n)

const littleEndian = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)

/** The point that 32 bytes encode canonically, as [x, y]; undefined where they encode none. */
function decode(bytes) {
  const encoded = littleEndian(bytes)
  const sign = encoded >> 255n
  const y = encoded & (2n ** 255n - 1n)
  if (y >= P) return undefined
  const u = mod(y * y - 1n)
  const v = mod(D * y * y + 1n)
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n))
  if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT_OF_MINUS_1)
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return undefined
  return [(x & 1n) === sign ? x : mod(-x), y]
}

const isNeutral = ([x, y]) => x === 0n && y === 1n

// Extended coordinates (X, Y, Z, T), RFC 8032 section 5.1.4.
const add = ([X1, Y1, Z1, T1], [X2, Y2, Z2, T2]) => {
  const [A, B] = [mod((Y1 - X1) * (Y2 - X2)), mod((Y1 + X1) * (Y2 + X2))]
  const [C, E] = [mod(2n * D * T1 * T2), mod(2n * Z1 * Z2)]
  const [e, f, g, h] = [B - A, E - C, E + C, B + A]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

function isOfPrimeOrder([x, y]) {
  let sum = [0n, 1n, 1n, 0n]
  for (let term = [x, y, 1n, mod(x * y)], k = L; k > 0n; k >>= 1n, term = add(term, term))
    if (k & 1n) sum = add(sum, term)
  return sum[0] === 0n && sum[1] === sum[2]
}

const known = new Map()

/** Whether 32 bytes are a key: canonical, on the curve, of prime order. */
export function isKey(bytes) {
  const name = bytes.toString('hex')
  if (!known.has(name)) {
    const point = bytes.length === 32 ? decode(bytes) : undefined
    known.set(name, point !== undefined && !isNeutral(point) && isOfPrimeOrder(point))
  }
  return known.get(name)
}

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether this key signed this message; the form is checked before the library is asked. */
export function verify(key, message, signature) {
  if (signature.length !== 64 || !isKey(key)) return false
  const r = decode(signature.subarray(0, 32))
  if (!r || isNeutral(r) || littleEndian(signature.subarray(32)) >= L) return false
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI, key]),
    format: 'der',
    type: 'spki',
  })
  return libraryVerify(null, message, publicKey, signature)
}

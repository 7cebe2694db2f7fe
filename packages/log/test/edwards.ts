// RFC 8032 section 5.1 by the book, in whole numbers: slow, and owing nothing to any library.
const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n

const mod = (a: bigint) => ((a % P) + P) % P

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = mod(result * b)
    b = mod(b * b)
  }
  return result
}

const D = mod(-121665n * power(121666n, P - 2n))
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n)

/** Extended homogeneous coordinates. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint]

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = mod((y1 - x1) * (y2 - x2))
  const b = mod((y1 + x1) * (y2 + x2))
  const c = mod(2n * t1 * t2 * D)
  const d = mod(2n * z1 * z2)
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

function times(scalar: bigint, point: Point): Point {
  let result: Point = [0n, 1n, 1n, 0n]
  for (let p = point, s = scalar; s > 0n; s >>= 1n) {
    if (s & 1n) result = add(result, p)
    p = add(p, p)
  }
  return result
}

const isNeutral = ([x, y, z]: Point) => x === 0n && y === z

/** RFC 8032 section 5.1.3; undefined for what is no point. */
function decompress(encoded: Uint8Array): Point | undefined {
  let number = 0n
  for (let at = 31; at >= 0; at--) number = (number << 8n) | BigInt(encoded[at]!)
  const y = number & (2n ** 255n - 1n)
  if (y >= P) return undefined
  const u = mod(y * y - 1n)
  const v = mod(D * y * y + 1n)
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n))
  if (mod(v * x * x) !== u) x = mod(x * ROOT_OF_MINUS_ONE)
  if (mod(v * x * x) !== u) return undefined
  const isNegative = number >> 255n === 1n
  if (x === 0n && isNegative) return undefined
  if (((x & 1n) === 1n) !== isNegative) x = P - x
  return [x, y, 1n, mod(x * y)]
}

/** On the curve, not neutral, and of the order of the base point. */
export function isPrimeOrder(encoded: Uint8Array): boolean {
  const point = decompress(encoded)
  return point !== undefined && !isNeutral(point) && isNeutral(times(L, point))
}

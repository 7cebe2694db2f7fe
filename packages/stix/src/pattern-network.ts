/** An address, or a network of them: its first `length` bits of `size` are fixed. */
export type Network = {
  readonly size: 32 | 128
  readonly length: number
  /** The first address, 32 bits a word, unsigned. */
  readonly words: readonly number[]
}

/** Reads `198.51.100.7`, `2001:db8::7`, or a network such as `198.51.100.0/24`; undefined for anything else. */
export function networkOf(text: string): Network | undefined {
  const slash = text.indexOf('/')
  const address = slash === -1 ? text : text.slice(0, slash)
  const isV6 = address.includes(':')
  const words = isV6 ? v6(address) : v4(address)
  if (words === undefined) return undefined
  const size = isV6 ? 128 : 32
  const length = slash === -1 ? size : lengthOf(text.slice(slash + 1))
  if (length === undefined || length > size) return undefined
  return { size, length, words: length === size ? words : masked(words, length) }
}

const lengthOf = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined)

/** The first so many bits; zeros behind them. */
const masked = (words: readonly number[], length: number): readonly number[] =>
  words.map((word, at) => {
    const free = 32 - Math.min(32, Math.max(0, length - 32 * at))
    return free === 32 ? 0 : ((word >>> free) << free) >>> 0
  })

/** Four numbers below 256 without zeros in front. */
function v4(text: string): readonly [number] | undefined {
  let [word, part, dots] = [0, -1, 0]
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit >= 0 && digit <= 9) {
      // A zero stands alone.
      if (part === 0) return undefined
      part = part < 0 ? digit : part * 10 + digit
      if (part > 255) return undefined
    } else {
      if (digit !== DOT || part < 0 || dots === 3) return undefined
      word = (word << 8) | part
      dots += 1
      part = -1
    }
  }
  return part < 0 || dots < 3 ? undefined : [((word << 8) | part) >>> 0]
}
const DOT = 0x2e - 0x30

function v6(text: string): readonly number[] | undefined {
  if (text.length > 45) return undefined
  const halves = text.split('::').map(groupsOf)
  if (halves.length > 2 || !halves.every((half) => half !== undefined)) return undefined
  const [head = [], tail] = halves
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])]
  return [0, 2, 4, 6].map((at) => groups[at]! * 0x10000 + groups[at + 1]!)
}

/** The groups of a part; an IPv4 address at its end stands for two. */
function groupsOf(part: string): readonly number[] | undefined {
  if (part === '') return []
  const texts = part.split(':')
  const groups: number[] = []
  for (const [at, group] of texts.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) groups.push(parseInt(group, 16))
    else {
      const [last] = at === texts.length - 1 ? (v4(group) ?? []) : []
      if (last === undefined) return undefined
      groups.push(last >>> 16, last & 0xffff)
    }
  }
  return groups
}

/** How many bits at the front two networks of one size have in common. */
export function sharedBits(one: Network, other: Network): number {
  const most = Math.min(one.length, other.length)
  for (let at = 0; at < one.words.length; at++) {
    const apart = (one.words[at]! ^ other.words[at]!) >>> 0
    if (apart !== 0) return Math.min(most, 32 * at + Math.clz32(apart))
  }
  return most
}

type Node<T> = { readonly network: Network; items: T[]; readonly below: [Node<T>?, Node<T>?] }

/** Networks of one size of address by their bits: what covers an address lies on one way down. */
export class PrefixTree<T> {
  readonly #size: 32 | 128
  #root: Node<T>

  constructor(size: 32 | 128) {
    this.#size = size
    const words = Array.from({ length: size / 32 }, () => 0)
    this.#root = { network: { size, length: 0, words }, items: [], below: [] }
  }

  add(network: Network, item: T): void {
    let node = this.#root
    for (;;) {
      if (node.network.length === network.length) {
        node.items.push(item)
        return
      }
      const side = bitOf(network, node.network.length)
      const next = node.below[side]
      if (!next) {
        node.below[side] = { network, items: [item], below: [] }
        return
      }
      const shared = sharedBits(network, next.network)
      if (shared === next.network.length) node = next
      else node = node.below[side] = this.#split(next, shared)
    }
  }

  /** Of every network that covers this one, itself too. */
  covering(network: Network, found: (item: T) => void): void {
    for (let node: Node<T> | undefined = this.#root; node;) {
      if (sharedBits(network, node.network) < node.network.length) break
      for (const item of node.items) found(item)
      if (node.network.length === network.length) break
      node = node.below[bitOf(network, node.network.length)]
    }
  }

  /** Of every network inside this one, itself too. */
  inside(network: Network, found: (item: T) => void): void {
    let top: Node<T> | undefined = this.#root
    while (top && top.network.length < network.length)
      top = top.below[bitOf(network, top.network.length)]
    if (!top || sharedBits(network, top.network) < network.length) return
    const open = [top]
    for (let node = open.pop(); node; node = open.pop()) {
      for (const item of node.items) found(item)
      for (const next of node.below) if (next) open.push(next)
    }
  }

  #split(next: Node<T>, length: number): Node<T> {
    const network = { size: this.#size, length, words: masked(next.network.words, length) }
    const between: Node<T> = { network, items: [], below: [] }
    between.below[bitOf(next.network, length)] = next
    return between
  }
}

const bitOf = ({ words }: Network, at: number): 0 | 1 =>
  ((words[at >>> 5]! >>> (31 - (at & 31))) & 1) as 0 | 1

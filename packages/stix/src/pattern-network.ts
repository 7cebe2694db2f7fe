/** An address, or a network of them: its first `length` bits of `size` are fixed. */
export type Network = {
  readonly size: 32 | 128
  readonly length: number
  /** The first address. */
  readonly bits: bigint
}

/** Reads `198.51.100.7`, `2001:db8::7`, or a network such as `198.51.100.0/24`; undefined for anything else. */
export function networkOf(text: string): Network | undefined {
  const [, address, length] = /^([\da-f.:]{2,45})(?:\/(\d{1,3}))?$/i.exec(text) ?? []
  if (address === undefined) return undefined
  const size = address.includes(':') ? 128 : 32
  const fixed = length === undefined ? size : Number(length)
  const bits = size === 32 ? v4(address) : v6(address)
  if (bits === undefined || fixed > size) return undefined
  const free = BigInt(size - fixed)
  return { size, length: fixed, bits: (bits >> free) << free }
}

function v4(text: string): bigint | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1)
  if (!parts?.every((part) => Number(part) < 256 && String(Number(part)) === part)) return undefined
  return BigInt(parts.reduce((sum, part) => sum * 256 + Number(part), 0))
}

function v6(text: string): bigint | undefined {
  const halves = text.split('::').map(groupsOf)
  if (halves.length > 2 || !halves.every((half) => half !== undefined)) return undefined
  const [head = [], tail] = halves
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const zeros = Array.from({ length: missing }, () => 0n)
  return [...head, ...zeros, ...(tail ?? [])].reduce((sum, group) => (sum << 16n) + group, 0n)
}

/** The groups of a part; an IPv4 address at its end stands for two. */
function groupsOf(part: string): readonly bigint[] | undefined {
  if (part === '') return []
  const texts = part.split(':')
  const groups: bigint[] = []
  for (const [at, group] of texts.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) groups.push(BigInt(`0x${group}`))
    else {
      const last = at === texts.length - 1 ? v4(group) : undefined
      if (last === undefined) return undefined
      groups.push(last >> 16n, last & 0xffffn)
    }
  }
  return groups
}

type Node<T> = { readonly network: Network; items: T[]; readonly below: [Node<T>?, Node<T>?] }

/** Networks of one size of address by their bits: what covers an address lies on one way down. */
export class PrefixTree<T> {
  readonly #size: 32 | 128
  #root: Node<T>

  constructor(size: 32 | 128) {
    this.#size = size
    this.#root = { network: { size, length: 0, bits: 0n }, items: [], below: [] }
  }

  add(network: Network, item: T): void {
    let node = this.#root
    for (;;) {
      if (node.network.length === network.length) {
        node.items.push(item)
        return
      }
      const side = this.#bit(network, node.network.length)
      const next = node.below[side]
      if (!next) {
        node.below[side] = { network, items: [item], below: [] }
        return
      }
      const shared = this.#shared(network, next.network)
      if (shared === next.network.length) node = next
      else node = node.below[side] = this.#split(next, shared)
    }
  }

  /** Of every network that covers this one, itself too. */
  covering(network: Network, found: (item: T) => void): void {
    for (let node: Node<T> | undefined = this.#root; node;) {
      if (this.#shared(network, node.network) < node.network.length) break
      for (const item of node.items) found(item)
      if (node.network.length === network.length) break
      node = node.below[this.#bit(network, node.network.length)]
    }
  }

  /** Of every network inside this one, itself too. */
  inside(network: Network, found: (item: T) => void): void {
    let top: Node<T> | undefined = this.#root
    while (top && top.network.length < network.length)
      top = top.below[this.#bit(network, top.network.length)]
    if (!top || this.#shared(network, top.network) < network.length) return
    const open = [top]
    for (let node = open.pop(); node; node = open.pop()) {
      for (const item of node.items) found(item)
      for (const next of node.below) if (next) open.push(next)
    }
  }

  #bit({ bits }: Network, at: number): 0 | 1 {
    return (bits >> BigInt(this.#size - 1 - at)) & 1n ? 1 : 0
  }

  /** How many bits at the front two networks have in common. */
  #shared(one: Network, other: Network): number {
    const most = Math.min(one.length, other.length)
    const apart = one.bits ^ other.bits
    const same = apart === 0n ? this.#size : this.#size - apart.toString(2).length
    return Math.min(most, same)
  }

  #split(next: Node<T>, length: number): Node<T> {
    const free = BigInt(this.#size - length)
    const network = { size: this.#size, length, bits: (next.network.bits >> free) << free }
    const between: Node<T> = { network, items: [], below: [] }
    between.below[this.#bit(next.network, length)] = next
    return between
  }
}

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90
/** A to Z are read as a to z: whoever asks looks again at what is found. */
const folded = (unit: number): number => (isUpper(unit) ? unit + 32 : unit)

/**
 * Finds which of many texts stand in another, in one pass over it (Aho and Corasick, 1975). A trie whose
 * nodes know the longest end of what was read that another text begins with.
 */
export class SubstringAutomaton<T> {
  readonly #unit: number[] = [0]
  readonly #child: number[] = [0]
  readonly #sibling: number[] = [0]
  readonly #items: (T[] | undefined)[] = [undefined]
  /** The first units of all texts: too many for a list. Those of ASCII are asked most. */
  readonly #roots = new Map<number, number>()
  readonly #ascii = new Int32Array(128)
  #ways: Ways | undefined

  /** The text must not be empty. */
  add(text: string, item: T): void {
    this.#ways = undefined
    let node = 0
    for (let at = 0; at < text.length; at++) {
      const unit = folded(text.charCodeAt(at))
      node = this.#next(node, unit, this.#child, this.#sibling) || this.#grow(node, unit)
    }
    const items = this.#items[node]
    if (items) items.push(item)
    else this.#items[node] = [item]
  }

  /** Says whether the text was of ASCII: such a text is its own normal form. */
  find(text: string, found: (item: T) => void): boolean {
    const { child, sibling, fail, ending } = (this.#ways ??= this.#link())
    const ascii = this.#ascii
    let node = 0
    let all = 0
    for (let at = 0; at < text.length; at++) {
      const read = text.charCodeAt(at)
      all |= read
      // Where nothing has begun, most of what is read begins nothing.
      if (node === 0 && read < 128) {
        node = ascii[read]!
        if (node === 0) continue
      } else {
        const unit = folded(read)
        let next = this.#next(node, unit, child, sibling)
        while (next === 0 && node !== 0) {
          node = fail[node]!
          next = this.#next(node, unit, child, sibling)
        }
        node = next
      }
      for (let end = ending[node]!; end !== 0; end = ending[fail[end]!]!)
        for (const item of this.#items[end]!) found(item)
    }
    return all < 128
  }

  #next(node: number, unit: number, child: Numbers, sibling: Numbers): number {
    if (node === 0) return unit < 128 ? this.#ascii[unit]! : (this.#roots.get(unit) ?? 0)
    let next = child[node]!
    while (next !== 0 && this.#unit[next] !== unit) next = sibling[next]!
    return next
  }

  #grow(node: number, unit: number): number {
    const child = this.#unit.length
    this.#unit.push(unit)
    this.#child.push(0)
    this.#items.push(undefined)
    if (node === 0) {
      this.#sibling.push(0)
      this.#roots.set(unit, child)
      if (unit < 128) this.#ascii[unit] = child
      const upper = unit - 32
      if (isUpper(upper)) this.#ascii[upper] = child
    } else {
      this.#sibling.push(this.#child[node]!)
      this.#child[node] = child
    }
    return child
  }

  #link(): Ways {
    const child = Int32Array.from(this.#child)
    const sibling = Int32Array.from(this.#sibling)
    const fail = new Int32Array(child.length)
    const ending = new Int32Array(child.length)
    const queue = [...this.#roots.values()]
    for (const node of queue) if (this.#items[node]) ending[node] = node
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!
      for (let next = child[node]!; next !== 0; next = sibling[next]!) {
        const unit = this.#unit[next]!
        let back = fail[node]!
        while (back !== 0 && this.#next(back, unit, child, sibling) === 0) back = fail[back]!
        const target = this.#next(back, unit, child, sibling)
        fail[next] = target
        ending[next] = this.#items[next] ? next : ending[target]!
        queue.push(next)
      }
    }
    return { child, sibling, fail, ending }
  }
}

type Numbers = { readonly [at: number]: number }
/** The nodes once all texts are in: close together in memory, for every unit of a text asks for one. */
type Ways = {
  readonly child: Int32Array
  readonly sibling: Int32Array
  readonly fail: Int32Array
  /** The nearest node on the way of `fail`, itself first, that ends a text; or 0. */
  readonly ending: Int32Array
}

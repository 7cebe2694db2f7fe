/** A to Z are read as a to z: whoever asks looks again at what is found. */
const folded = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)

/**
 * Finds which of many texts stand in another, in one pass over it (Aho and Corasick, 1975). A trie whose
 * nodes know the longest end of what was read that another text begins with.
 */
export class SubstringAutomaton<T> {
  readonly #unit: number[] = [0]
  readonly #child: number[] = [0]
  readonly #sibling: number[] = [0]
  readonly #items: (T[] | undefined)[] = [undefined]
  /** The first units of all texts: too many for a list. */
  readonly #roots = new Map<number, number>()
  #fail: number[] | undefined
  /** The next node on the way of `fail` that ends a text, or 0. */
  #ending: number[] = []

  /** The text must not be empty. */
  add(text: string, item: T): void {
    this.#fail = undefined
    let node = 0
    for (let at = 0; at < text.length; at++) {
      const unit = folded(text.charCodeAt(at))
      node = this.#next(node, unit) || this.#grow(node, unit)
    }
    const items = this.#items[node]
    if (items) items.push(item)
    else this.#items[node] = [item]
  }

  find(text: string, found: (item: T) => void): void {
    const fail = (this.#fail ??= this.#link())
    let node = 0
    for (let at = 0; at < text.length; at++) {
      const unit = folded(text.charCodeAt(at))
      let next = this.#next(node, unit)
      while (next === 0 && node !== 0) {
        node = fail[node]!
        next = this.#next(node, unit)
      }
      node = next
      const isEnd = this.#items[node] !== undefined
      for (let end = isEnd ? node : (this.#ending[node] ?? 0); end !== 0; end = this.#ending[end]!)
        for (const item of this.#items[end]!) found(item)
    }
  }

  #next(node: number, unit: number): number {
    if (node === 0) return this.#roots.get(unit) ?? 0
    let child = this.#child[node]!
    while (child !== 0 && this.#unit[child] !== unit) child = this.#sibling[child]!
    return child
  }

  #grow(node: number, unit: number): number {
    const child = this.#unit.length
    this.#unit.push(unit)
    this.#child.push(0)
    this.#items.push(undefined)
    if (node === 0) {
      this.#sibling.push(0)
      this.#roots.set(unit, child)
    } else {
      this.#sibling.push(this.#child[node]!)
      this.#child[node] = child
    }
    return child
  }

  #link(): number[] {
    const fail = this.#unit.map(() => 0)
    const ending = this.#unit.map(() => 0)
    const queue = [...this.#roots.values()]
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!
      for (let child = this.#child[node]!; child !== 0; child = this.#sibling[child]!) {
        const unit = this.#unit[child]!
        let back = fail[node]!
        while (back !== 0 && this.#next(back, unit) === 0) back = fail[back]!
        const target = this.#next(back, unit)
        fail[child] = target
        ending[child] = this.#items[target] ? target : ending[target]!
        queue.push(child)
      }
    }
    this.#ending = ending
    return fail
  }
}

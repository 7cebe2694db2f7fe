/** Chance that is the same for the same seed, so that a world that fails can be run again. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  /** A whole number from `least` up to and with `most`. */
  readonly whole: (least: number, most: number) => number
  readonly pick: <T>(some: readonly T[]) => T
  readonly shuffled: <T>(some: readonly T[]) => T[]
  /** Another source, which draws nothing from this one afterwards. */
  readonly fork: (name: string) => Chance
}

/** xorshift128 (G. Marsaglia, Xorshift RNGs, 2003), its state mixed from the seed and the name. */
export function chanceOf(seed: number, name = ''): Chance {
  let [a, b, c, d] = mixed(seed, name)
  const next = (): number => {
    const t = a ^ (a << 11)
    a = b
    b = c
    c = d
    d = (d ^ (d >>> 19) ^ (t ^ (t >>> 8))) >>> 0
    return d / 2 ** 32
  }
  for (let turn = 0; turn < 16; turn += 1) next()
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    pick: (some) => some[whole(0, some.length - 1)]!,
    shuffled: (some) => {
      const left = [...some]
      return some.map(() => left.splice(whole(0, left.length - 1), 1)[0]!)
    },
    fork: (other) => chanceOf(seed, `${name}/${other}`),
  }
}

/** FNV-1a over the name, four times from another start. */
function mixed(seed: number, name: string): [number, number, number, number] {
  const one = (start: number) => {
    let hash = (2_166_136_261 ^ start ^ seed) >>> 0
    for (let at = 0; at < name.length; at += 1)
      hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619) >>> 0
    return (Math.imul(hash ^ (hash >>> 15), 2_246_822_507) ^ seed) >>> 0 || start + 1
  }
  return [one(1), one(2), one(3), one(4)]
}

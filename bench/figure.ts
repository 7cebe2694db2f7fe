/** One measured row: what was done, how fast, against which limit of the same run. */
export type Figure = {
  readonly id: string
  readonly what: string
  readonly figure: number
  readonly unit: string
  readonly limit: number
  readonly ratio: number
  readonly budget: string
  readonly met: boolean
  readonly sizes: readonly { readonly n: number; readonly figure: number }[]
  /** Of total time over size: 1 is linear. */
  readonly exponent?: number
}

/** Median of several runs of the same thing, in milliseconds. */
export async function median(runs: number, once: () => Promise<number> | number): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await once())
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** How total time grows with size, from the smallest and the largest of the sizes. */
export function exponentOf(sizes: readonly { n: number; milliseconds: number }[]): number {
  const [first, last] = [sizes[0]!, sizes.at(-1)!]
  return Math.log(last.milliseconds / first.milliseconds) / Math.log(last.n / first.n)
}

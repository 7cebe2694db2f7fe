/** The median: the middle of these, of an even number the mean of the middle two. At least one. */
export function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1]
  return (sorted[low]! + sorted[high]!) / 2
}

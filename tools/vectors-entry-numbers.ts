/** Gives each distinct entry a number. */
export function entryNumbers() {
  const numbers = new Map<string, number>()
  const numberOf = (entry: string) => {
    const number = numbers.get(entry) ?? numbers.size
    numbers.set(entry, number)
    return number
  }
  const numbered = (strands: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(
      Object.entries(strands).map(([party, entries]) => [party, entries.map(numberOf)]),
    )
  return { numberOf, numbered, entries: () => [...numbers.keys()] }
}

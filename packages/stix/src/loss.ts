/**
 * What became of a field in a conversion. `mapped`: any reader of the other format understands it. `carried`: it is kept
 * word for word in an extension that a conversion back reads, and others pass over. `lost`: it is not there any more.
 */
export type Fate = 'mapped' | 'carried' | 'lost'

export type FieldFate = {
  /** As the format names it: `Attribute.comment` of MISP, `vulnerabilities[].cve` of CSAF. */
  readonly field: string
  readonly fate: Fate
  /** Where it is now, or why it is nowhere. */
  readonly as: string
  /** How many times. */
  readonly count: number
}

/** Counts what becomes of fields; the report has each once, in the order of the alphabet. */
export function createLoss() {
  const rows = new Map<string, { field: string; fate: Fate; as: string; count: number }>()
  return {
    note: (field: string, fate: Fate, as: string): void => {
      const key = keyOf({ field, fate, as })
      const row = rows.get(key) ?? { field, fate, as, count: 0 }
      row.count += 1
      rows.set(key, row)
    },
    report: (): readonly FieldFate[] =>
      [...rows.values()].toSorted((a, b) =>
        a.field === b.field ? (a.fate < b.fate ? -1 : 1) : a.field < b.field ? -1 : 1,
      ),
  }
}
export type Loss = ReturnType<typeof createLoss>

/** The reports of several events as one: each field once, in the order they come. */
export function joinReports(reports: readonly (readonly FieldFate[])[]): readonly FieldFate[] {
  const rows = new Map<string, FieldFate>()
  for (const row of reports.flat()) {
    const key = keyOf(row)
    rows.set(key, { ...row, count: row.count + (rows.get(key)?.count ?? 0) })
  }
  return [...rows.values()]
}

const keyOf = ({ field, fate, as }: Omit<FieldFate, 'count'>) => `${field} ${fate} ${as}`

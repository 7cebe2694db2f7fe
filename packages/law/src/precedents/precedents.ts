import { from2019To2021 } from './2019-2021.ts'
import { from2022 } from './from-2022.ts'
import type { Precedent } from './precedent.ts'
import { until2018 } from './until-2018.ts'

/** Every past incident that the notes record, by its entry there. */
export const PRECEDENTS: readonly Precedent[] = [
  ...until2018,
  ...from2019To2021,
  ...from2022,
].toSorted((a, b) => (a.entry < b.entry ? -1 : 1))

/** The incidents that bear on one rule. */
export const precedentsOf = (rule: string): readonly Precedent[] =>
  PRECEDENTS.filter(({ rules }) => rules.includes(rule))

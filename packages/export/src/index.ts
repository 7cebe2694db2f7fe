export { WIDEST, type Widest } from './within-reach.ts'
export { writeCsv, type NoColumn } from './csv.ts'
export { writeList, type Written } from './list.ts'
export type { LookOptions } from './looked-for.ts'
export { writeNavigator } from './navigator.ts'
export { suricataRules, type SuricataRules } from './suricata.ts'
export {
  countLeftOut,
  LEFT_OUT,
  type LeftOut,
  type LeftOutCount,
  type Reason,
  type Thing,
} from './thing.ts'
export { valuesIn, valuesOf, type Value, type Values } from './values.ts'

import { first } from './first.ts'
import { found } from './found.ts'

/** The whole catalogue of this language. */
export const en = { ...first, ...found }

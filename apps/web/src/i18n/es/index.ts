import { first } from './first.ts'
import { found } from './found.ts'
import { intelligence } from './intelligence.ts'
import { statement } from './statement.ts'

/** The whole catalogue of this language. */
export const es = { ...first, ...found, ...intelligence, ...statement }

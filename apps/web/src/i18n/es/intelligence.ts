import { bench } from './bench.ts'
import { imports } from './imports.ts'
import { recalls } from './recalls.ts'
import { sharing } from './sharing.ts'
import { taxii } from './taxii.ts'

/** What pages about objects say. */
export const intelligence = { ...bench, ...imports, ...sharing, ...recalls, ...taxii }

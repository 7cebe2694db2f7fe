import { afterAll, beforeAll } from 'vitest'
import { clearAway, setUp } from './operators/stage.ts'
import './operators/sharing.ts'
import './operators/reports.ts'
import './operators/told.ts'
import './operators/network.ts'
import './operators/case-opened.ts'
import './operators/command-line.ts'

/** Operators and their authorities, in parts that follow one another on the same nodes. */
beforeAll(setUp, 180_000)
afterAll(clearAway)

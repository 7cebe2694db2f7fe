import { afterAll, beforeAll } from 'vitest'
import { clearAway, setUp } from './measure/stage.ts'
import './measure/preparation.ts'
import './measure/law.ts'
import './measure/reading.ts'
import './measure/carrying-out.ts'
import './measure/in-writing.ts'
import './measure/command-line.ts'
import './measure/acts.ts'
import './measure/consent-taken-back.ts'
import './measure/who-may-act.ts'
import './measure/referral.ts'
import './measure/sanctions.ts'
import './measure/signed.ts'

/** A measure from its text to its end, in parts that follow one another on the same nodes. */
beforeAll(setUp, 180_000)
afterAll(clearAway)

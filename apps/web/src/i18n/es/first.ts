import { advisory } from './advisory.ts'
import { alarms } from './alarms.ts'
import { caseFile } from './case.ts'
import { coalition } from './coalition.ts'
import { desk } from './desk.ts'
import { divergence } from './divergence.ts'
import { drafts } from './drafts.ts'
import { evidence } from './evidence.ts'
import { exchange } from './exchange.ts'
import { keys } from './keys.ts'
import { law } from './law.ts'
import { measure } from './measure.ts'
import { membership } from './membership.ts'
import { incidents } from './incidents.ts'
import { lexicon } from './lexicon.ts'
import { operator } from './operator.ts'
import { options } from './options.ts'
import { publicSite } from './public.ts'
import { next } from './next.ts'
import { reminders } from './reminders.ts'
import { reservations } from './reservations.ts'
import { shell } from './shell.ts'
import { told } from './told.ts'
import { verify } from './verify.ts'
import { version } from './version.ts'
import { views } from './views.ts'
import { voice } from './voice.ts'

/** What travels with the first page; words about founding and about objects travel with the pages that say them. */
export const first = {
  ...shell,
  ...desk,
  ...caseFile,
  ...voice,
  ...keys,
  ...membership,
  ...version,
  ...views,
  ...evidence,
  ...exchange,
  ...verify,
  ...publicSite,
  ...advisory,
  ...incidents,
  ...operator,
  ...drafts,
  ...next,
  ...reminders,
  ...alarms,
  ...reservations,
  ...told,
  ...lexicon,
  ...law,
  ...measure,
  ...options,
  ...divergence,
  ...coalition,
}

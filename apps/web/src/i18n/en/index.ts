import { caseFile } from './case.ts'
import { desk } from './desk.ts'
import { evidence } from './evidence.ts'
import { publicSite } from './public.ts'
import { shell } from './shell.ts'
import { verify } from './verify.ts'
import { voice } from './voice.ts'

/** The whole catalogue of this language. */
export const en = {
  ...shell,
  ...desk,
  ...caseFile,
  ...voice,
  ...evidence,
  ...verify,
  ...publicSite,
}

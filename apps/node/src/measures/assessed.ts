import { createHash } from 'node:crypto'
import {
  canonical,
  caseAssessment,
  type ActId,
  type CaseAssessment,
  type Cut,
  type PartyId,
} from '@entente/accord'
import {
  getNorm,
  isRestricted,
  keepFrom,
  VIEWS,
  type Column,
  type Form,
  type Value,
} from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import type { FellAway } from './api.ts'

/** What the engine answers for one nation. */
export type Answered = Value | 'not-assessed'

export type Assessed = CaseAssessment & {
  readonly factsHash: string
  readonly answerFor: (party: PartyId) => Answer | undefined
}

/** What the rules answer for a nation, and those that make its answer no better than it is, with why. */
export type Answer = { readonly value: Answered; readonly keptFrom: () => readonly FellAway[] }

export const answerOf = ({ conclusion, trace }: Column): Answer => ({
  value: conclusion.value,
  keptFrom: () =>
    keepFrom(trace).map(({ norm, facts, finding: { because } }) => ({
      norm,
      question: getNorm(norm).question,
      ...(because && !facts.some(isRestricted) ? { because } : {}),
    })),
})

/** As if all acted in this form, and as of this day; what is on record unless given. */
export type AskedAs = { readonly form?: Form | undefined; readonly asOf?: string | undefined }

/** The assessment is a function of the cut: one is kept per cut, version and form. */
const KEPT = new WeakMap<Cut, Map<string, Assessed | undefined>>()

/** The last one of each version and form: what did not change since is taken from it. */
const LAST = new WeakMap<CaseFile, Map<string, Assessed>>()

/** What the rules answer on a version at the cut that is final here; undefined where it is no measure. */
export function assessOf(
  file: CaseFile,
  version: ActId,
  { form, asOf }: AskedAs = {},
): Assessed | undefined {
  const cut = file.cut()
  const kept = KEPT.get(cut) ?? new Map<string, Assessed | undefined>()
  KEPT.set(cut, kept)
  // Anyone may ask for any day: such an answer is worked out and not kept.
  if (asOf !== undefined) return assess(file, version, { form, asOf })
  const key = `${version} ${form ?? ''}`
  if (!kept.has(key)) kept.set(key, assess(file, version, { form }))
  return kept.get(key)
}

function assess(file: CaseFile, version: ActId, { form, asOf }: AskedAs): Assessed | undefined {
  const last = LAST.get(file) ?? new Map<string, Assessed>()
  LAST.set(file, last)
  const key = `${version} ${form ?? ''}`
  const asked = {
    version,
    published: VIEWS,
    previous: last.get(key)?.assessment,
    ...(form === undefined ? {} : { form }),
    ...(asOf === undefined ? {} : { asOf }),
  }
  const found = caseAssessment(file.charter, file.cut(), asked)
  if (!found) return undefined
  const { facts, assessment } = found
  const views = assessment.columns.map(({ view }) => view)
  const bytes = canonical({ facts, views })
  const assessed: Assessed = {
    ...found,
    factsHash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    answerFor: (party: PartyId) => {
      const column = assessment.columns.find(({ holder }) => holder.code === party)
      return column && answerOf(column)
    },
  }
  if (asOf === undefined) last.set(key, assessed)
  return assessed
}

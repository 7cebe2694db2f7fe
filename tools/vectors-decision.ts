import { toBase64 } from '@entente/log'
import type { Cell, DecisionCase, DecisionFile, Expected } from './vectors-decision-expected.ts'
import {
  majority,
  majorityBlocking,
  majorityEleven,
  majorityHalf,
  majorityMinimum,
  majorityPopulation,
  majorityThird,
  majorityTwenty,
} from './vectors-decision-majority.ts'
import { entryNumbers } from './vectors-entry-numbers.ts'
import { certifiedFile } from './vectors-decision-certified.ts'
import { adoptedFile } from './vectors-decision-adopted.ts'
import { endedFile } from './vectors-decision-ended.ts'
import { expiredFile } from './vectors-decision-expired.ts'
import { usualRules } from './vectors-decision-usual.ts'
import { mandatesFile } from './vectors-decision-mandates.ts'
import { mandatesAbove } from './vectors-decision-mandates-above.ts'
import { kindsFile } from './vectors-decision-kinds.ts'
import { lapsedFile, lapsedWithoutPeriod } from './vectors-decision-lapsed.ts'
import { standings } from './vectors-decision-standings.ts'
import { eachItsOwn, participants } from './vectors-decision-participants.ts'
import { silenceModels } from './vectors-decision-models.ts'
import { silence } from './vectors-decision-silence.ts'
import { silenceTimes } from './vectors-decision-silence-times.ts'
import { voicesFile } from './vectors-decision-voices.ts'
import { voicesSilence } from './vectors-decision-voices-silence.ts'
import { unanimity, unanimityFour, unanimityThird } from './vectors-decision-unanimity.ts'
import {
  beginStory,
  digestOf,
  entriesOf,
  ruledCharter,
  type Ruled,
} from './vectors-decision-world.ts'

/** Files of signed records with what is to be read from each: every entry is written once, and strands name it by its number. */

export type DecisionRecord = {
  readonly name: string
  readonly why: string
  readonly cell?: Cell
  readonly strands: Readonly<Record<string, readonly number[]>>
  readonly versions: readonly Expected[]
  readonly void: readonly string[]
  readonly digest: string
}

export type DecisionVectors = {
  /** base64 of the charter's bytes. */
  readonly charter: string
  readonly records: readonly DecisionRecord[]
  /** base64 of entries. */
  readonly entries: readonly string[]
}

const FILES: readonly DecisionFile[] = [
  unanimity,
  unanimityThird,
  unanimityFour,
  majority,
  majorityThird,
  majorityPopulation,
  majorityBlocking,
  majorityMinimum,
  majorityHalf,
  majorityTwenty,
  majorityEleven,
  participants,
  eachItsOwn,
  silence,
  silenceTimes,
  silenceModels,
  adoptedFile,
  endedFile,
  lapsedFile,
  lapsedWithoutPeriod,
  expiredFile,
  standings,
  voicesFile,
  voicesSilence,
  certifiedFile,
  kindsFile,
  mandatesFile,
  mandatesAbove,
  usualRules,
]

function recordOf(
  ruled: Ruled,
  { name, why, cell, tell, versions, void: codes = [] }: DecisionCase,
  numbered: (strands: Readonly<Record<string, readonly string[]>>) => DecisionRecord['strands'],
): DecisionRecord {
  const story = beginStory(ruled)
  tell(story)
  const strands = numbered(entriesOf(story))
  const digest = digestOf(story)
  return { name, why, ...(cell && { cell }), strands, versions, void: codes, digest }
}

/** By the name of its file. */
export function decisionVectors(): readonly (readonly [string, DecisionVectors])[] {
  return FILES.map(({ name, rules, cases }) => {
    const ruled = ruledCharter(rules)
    const { numbered, entries } = entryNumbers()
    const records = cases.map((one) => recordOf(ruled, one, numbered))
    return [name, { charter: toBase64(ruled.bytes), records, entries: entries() }]
  })
}

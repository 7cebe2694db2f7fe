import type { Timestamped } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import {
  TimestampError,
  verifyToken,
  type Certificate,
  type ProvedTime,
} from '../timestamps/index.ts'
import { harmless } from './terminal.ts'
import { WORDS } from './verify-words.ts'

/** A timestamp of a record as it was proved against the authorities that the reader trusts, or why it was not. */
export type TimestampOutcome = { readonly sizes: Timestamped['sizes'] } & (
  | ProvedTime
  | { readonly code: string; readonly message: string }
)

export function proveTimestamps(
  timestamps: readonly Timestamped[],
  anchors: readonly Certificate[],
): readonly TimestampOutcome[] {
  return timestamps.map(({ sizes, imprint, nonce, token }) => {
    try {
      const against = {
        imprint: { algorithm: 'sha256' as const, hash: imprint },
        nonce: BigInt(`0x${nonce}`),
        anchors,
      }
      return { sizes, ...verifyToken(token, against) }
    } catch (error) {
      if (!(error instanceof TimestampError)) throw error
      return { sizes, code: error.code, message: error.message }
    }
  })
}

/** Whether what was asked is answered: a time is proved, and no token is false. Another authority's is not false. */
export const areProved = (outcomes: readonly TimestampOutcome[]): boolean =>
  outcomes.some((one) => 'at' in one) &&
  outcomes.every((one) => 'at' in one || one.code === 'token.anchor')

/** The times in sentences; `outcomes` is absent where the reader named no authority. */
export function timestampsReport(
  held: number,
  outcomes: readonly TimestampOutcome[] | undefined,
  lang: Language,
): readonly string[] {
  if (!outcomes)
    return held === 0 ? [] : ['', WORDS.timesUnasked[lang].replace('{count}', String(held))]
  if (held === 0) return ['', WORDS.noTimes[lang]]
  return ['', WORDS.timesTitle[lang], ...outcomes.map((one) => harmless(line(one, lang)))]
}

function line(outcome: TimestampOutcome, lang: Language): string {
  const sizes = Object.entries(outcome.sizes)
    .map(([party, size]) => `${party} ${size}`)
    .join(', ')
  if ('code' in outcome)
    return `  - ${WORDS.noTime[lang]} (${sizes}): ${outcome.code}: ${outcome.message}`
  const { at, accuracy, authority, anchor } = outcome
  const said = WORDS.time[lang]
    .replace('{at}', () => `${at}${accuracy === undefined ? '' : ` ± ${accuracy} s`}`)
    .replace('{authority}', () => authority)
    .replace('{anchor}', () => anchor)
    .replace('{sizes}', () => sizes)
  return `  - ${said}`
}

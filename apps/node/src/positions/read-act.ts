import { Act, whyMeaningless } from '@entente/accord'
import { Refusal } from '../platform/http/problem.ts'

/** An act that somebody is about to sign: of the form of its kind, in words that lexicon and law know. */
export function readAct(value: unknown): Act {
  const parsed = Act.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Refusal(
      422,
      'act.malformed',
      `${issue?.message ?? 'expected an act'} at ${issue?.path.join('.') || 'the top'}`,
    )
  }
  const meaningless = whyMeaningless(parsed.data)
  if (meaningless) throw new Refusal(422, 'act.meaningless', meaningless)
  return parsed.data
}

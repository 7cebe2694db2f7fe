import type { Act, ActId, CharterId, Cut, PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { answerOf, assessOf, type Answer } from './assessed.ts'
import { supposeAssessed } from './draft.ts'

/** What this nation said under a digest in a case and keeps here. */
export type Kept = (of: CharterId, digest: string) => string | undefined

type Assess = Extract<Act, { kind: 'assess' }>

/**
 * What the rules answer now for the nation that signed this: with the facts that stay at home, where they lie here. Without
 * them nobody can tell, and nothing is said.
 */
export function answerNow(
  file: CaseFile,
  {
    version,
    party,
    act,
  }: { readonly version: ActId; readonly party: PartyId; readonly act: Assess },
  kept: Kept,
): Answer | undefined {
  if (act.sealed === undefined) return assessOf(file, version)?.answerFor(party)
  const digest = act.sealed.find(({ name }) => name === 'facts')?.digest
  const words = digest && kept(file.charter.id, digest)
  if (words === undefined || digest === undefined) return undefined
  const cut = file.cut()
  const answers = ANSWERS.get(cut) ?? new Map<string, Answer | undefined>()
  ANSWERS.set(cut, answers)
  const key = `${version} ${digest}`
  if (!answers.has(key)) answers.set(key, withHome(file, { version, party, act }, words))
  return answers.get(key)
}

/** A function of the cut and of words that their digest names. */
const ANSWERS = new WeakMap<Cut, Map<string, Answer | undefined>>()

function withHome(
  file: CaseFile,
  { version, party, act }: Parameters<typeof answerNow>[1],
  words: string,
): Answer | undefined {
  const { claimedAt, facts, view, asOf, word } = act
  try {
    const home = JSON.parse(words) as Readonly<Record<string, unknown>>
    const found = supposeAssessed(file, version, {
      party,
      claimedAt,
      facts: { ...facts, ...home },
      ...(view === undefined ? {} : { view: view as Readonly<Record<string, unknown>> }),
      asOf,
      word,
    })
    return found && answerOf(found.column)
  } catch (error) {
    // What was sealed are no facts: whoever signed it was asked for none.
    if (error instanceof SyntaxError || error instanceof Refusal) return undefined
    throw error
  }
}

import { InvalidArgumentError } from 'commander'
import { RuleName, StepKind, type Charter } from '@entente/accord'

export type Steps = Charter['steps']

/** Reads `--step position=express-unanimity`, repeated for each step. */
export function step(text: string, others: Steps = {}): Steps {
  const [kind, rule] = text.split('=')
  const [known, named] = [StepKind.safeParse(kind), RuleName.safeParse(rule)]
  if (!known.success || !named.success)
    throw new InvalidArgumentError(
      `expected a step of ${StepKind.options.join(', ')} and a rule of ${RuleName.options.join(', ')}, got ${text}`,
    )
  return { ...others, [known.data]: { rule: named.data } }
}

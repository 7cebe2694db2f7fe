import type { ActView, ActWaiting, CaseView } from '../api.ts'
import { harmless, onOneLine } from './terminal.ts'

/** What the acts of a case wait for that is not here, and who owes it: a paragraph for each act. */
export function waitsTold({ acts, charter }: Pick<CaseView, 'acts' | 'charter'>): string {
  const names = new Map<string, string>(charter.parties.map(({ id, name }) => [id, name]))
  const waiting = acts.filter(({ waits }) => waits !== undefined)
  if (waiting.length === 0) return 'No act of this case waits for anything.'
  const nameOf = (party: string) => onOneLine(names.get(party) ?? party)
  return harmless(waiting.map((act) => told(act, nameOf)).join('\n'))
}

const told = ({ id, act, party, waits = [] }: ActView, nameOf: (party: string) => string): string =>
  [
    `${id} ${act?.kind ?? 'entry'} of ${nameOf(party)}`,
    ...waits.map((one) => `  waits for ${waitTold(one, nameOf)}`),
  ].join('\n')

/** What one act waits for, as a sentence ends. */
function waitTold(waiting: ActWaiting, nameOf: (party: string) => string): string {
  switch (waiting.for) {
    case 'quorum': {
      const { more, from } = waiting
      const names = from.map(({ name, party }) => (party ? nameOf(party) : name))
      return `${more} more ${more === 1 ? 'cosignature' : 'cosignatures'}; these witnesses gave none: ${names.join(', ')}`
    }
    case 'act':
      return `act ${waiting.of}, awaited from ${waiting.from.map(nameOf).join(', ')}`
    case 'strand':
      return `the first ${waiting.size} acts of ${nameOf(waiting.from)}`
  }
}

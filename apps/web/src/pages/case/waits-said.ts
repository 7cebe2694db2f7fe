import type { IntlShape } from 'react-intl'
import type { ActWaiting } from '../../../../node/src/api.ts'
import { shortHash } from './case-file.ts'

/** What an act waits for and who owes it, in one sentence. */
export function waitSaid(
  intl: IntlShape,
  waiting: ActWaiting,
  nameOf: (party: string) => string,
): string {
  const id = `acts.waits.${waiting.for}` as const
  switch (waiting.for) {
    case 'quorum': {
      const names = waiting.from.map(({ name, party }) => (party ? nameOf(party) : name))
      return intl.formatMessage({ id }, { more: waiting.more, names: intl.formatList(names) })
    }
    case 'act': {
      const names = intl.formatList(waiting.from.map(nameOf))
      return intl.formatMessage({ id }, { of: shortHash(waiting.of), names })
    }
    case 'strand':
      return intl.formatMessage({ id }, { size: waiting.size, names: nameOf(waiting.from) })
  }
}

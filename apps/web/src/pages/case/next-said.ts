import type { IntlShape } from 'react-intl'
import type { Next, PartyId, RuleName } from '@entente/accord'
import { momentSaid } from '../../marks/moment.tsx'

type Named = { readonly rule: RuleName; readonly nameOf: (party: PartyId) => string }

/**
 * What is awaited from whom, until when, when instructions are expected, what happens then and, where that is later, from when on it
 * can be certified: each a sentence, in this order.
 */
export function sentencesOf(
  intl: IntlShape,
  { code, from, by, after, expected = {} }: Next,
  { rule, nameOf }: Named,
): readonly string[] {
  const who = from === 'anybody' ? 'anybody' : from.length === 0 ? 'nobody' : 'some'
  const names = from === 'anybody' ? '' : intl.formatList(from.map(nameOf))
  const what = intl.formatMessage({ id: `next.${code}.what` })
  return [
    intl.formatMessage({ id: `next.from.${who}` }, { names, what }),
    by === undefined
      ? intl.formatMessage({ id: 'next.no-date' })
      : intl.formatMessage({ id: 'next.until' }, { by: momentSaid(intl, by) }),
    ...expectedSaid(intl, expected, nameOf),
    intl.formatMessage({ id: `next.${code}.then` }, { rule: opening(rule) }),
    ...(after === undefined
      ? []
      : [intl.formatMessage({ id: 'next.after' }, { after: momentSaid(intl, after) })]),
  ]
}

function expectedSaid(
  intl: IntlShape,
  expected: NonNullable<Next['expected']>,
  nameOf: Named['nameOf'],
): readonly string[] {
  const each = (Object.entries(expected) as [PartyId, number][]).map(([party, at]) =>
    intl.formatMessage(
      { id: 'next.expected.one' },
      { name: nameOf(party), at: momentSaid(intl, at) },
    ),
  )
  return each.length === 0
    ? []
    : [intl.formatMessage({ id: 'next.expected' }, { each: intl.formatList(each) })]
}

/** Which rule opens it how, in words that a message can select by. */
const opening = (rule: RuleName): string =>
  rule === 'qualified-majority' ? 'majority' : rule === 'participants-only' ? 'participants' : 'all'

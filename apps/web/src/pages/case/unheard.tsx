import { FormattedMessage, useIntl } from 'react-intl'
import { unheardIn, unheardOn, type Act, type PartyId, type VersionState } from '@entente/accord'
import type { CaseView } from '../../../../node/src/api.ts'
import { useCase } from './case-context.ts'

/** Who spoke on a text that names who takes part and does not name it: it counts for nothing, and the gate says so. */
export function Unheard({ version }: { version: VersionState }) {
  const intl = useIntl()
  const { nameOf, view } = useCase()
  const parties = unheardIn(version, view.acts)
  if (parties.length === 0) return null
  const names = intl.formatList(parties.map(nameOf))
  return (
    <p className="small gate-note">
      <FormattedMessage id="gate.unheard" values={{ names }} />
    </p>
  )
}

/** In the table of voices, a nation that the text does not name, whether it spoke or not. */
export function Unnamed({ version, party }: { version: VersionState; party: PartyId }) {
  const intl = useIntl()
  const { view } = useCase()
  const spoke = unheardIn(version, view.acts).includes(party)
  return (
    <small className="unput">
      {intl.formatMessage({ id: spoke ? 'board.unheard' : 'board.unnamed' })}
    </small>
  )
}

type Where = {
  readonly charter: Pick<CaseView['charter'], 'parties'>
  readonly state: Pick<CaseView['state'], 'steps'>
}

/** The same before an act is signed. */
export function WouldBeUnheard({ act, view }: { act: Act; view: Where }) {
  if (!unheardOn(act, view.state.steps)) return null
  const name = view.charter.parties.find(({ id }) => id === act.party)?.name ?? act.party
  return (
    <p className="note hold">
      <FormattedMessage id="give.unheard" values={{ name }} />
    </p>
  )
}

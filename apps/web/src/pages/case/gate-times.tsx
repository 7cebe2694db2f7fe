import { FormattedMessage, useIntl } from 'react-intl'
import type { PartyId, VersionState } from '@entente/accord'
import { Moment } from '../../marks/moment.tsx'
import { useCase } from './case-context.ts'
import { reaffirmation } from './gate-offers.ts'

/** What is awaited from whom, until when, and what happens then: one sentence for each rule. */
export function GateTimes({ version, now }: { version: VersionState; now: number }) {
  const file = useCase()
  const intl = useIntl()
  const names = (parties: readonly PartyId[]) => intl.formatList(parties.map(file.nameOf))
  const { rule, expiry, gate, standing, adopted } = version
  if (adopted.length > 0) {
    const next = reaffirmation(file.view.charter, version, now)
    if (!version.inForce || !next || next.missing.length === 0) return null
    return (
      <p className="small gate-note">
        <FormattedMessage
          id="gate.times.reaffirm"
          values={{ due: <Moment at={next.due} />, names: names(next.missing) }}
        />
      </p>
    )
  }
  if (standing !== 'open' || expiry === undefined) return null
  const silent = version.incomplete
  if (rule === 'silence') {
    const heard = new Set(version.acknowledged)
    const unheard = silent.filter((party) => !heard.has(party))
    const { notice } = file.view.charter
    return (
      <p className="small gate-note">
        <FormattedMessage
          id="gate.times.silence"
          values={{ end: <Moment at={expiry} />, from: <Moment at={gate.notBefore ?? expiry} /> }}
        />{' '}
        {unheard.length > 0 ? (
          <FormattedMessage
            id="gate.times.unheard"
            values={{ names: names(unheard), by: <Moment at={expiry - notice} /> }}
          />
        ) : silent.length > 0 ? (
          <FormattedMessage id="gate.times.heard" values={{ names: names(silent) }} />
        ) : null}
      </p>
    )
  }
  if (rule !== 'qualified-majority' || gate.notBefore === undefined) return null
  return (
    <p className="small gate-note">
      <FormattedMessage
        id="gate.times.vote"
        values={{ end: <Moment at={gate.notBefore} />, names: names(silent) }}
      />
    </p>
  )
}

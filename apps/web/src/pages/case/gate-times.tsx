import { useIntl } from 'react-intl'
import { nextOf, type VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import { lookedAt, pastEndOn } from './case-file.ts'
import { sentencesOf } from './next-said.ts'

/** What is awaited from whom, until when, and what happens then: in every state of every rule. */
export function GateTimes({ version, now }: { version: VersionState; now: number }) {
  const intl = useIntl()
  const file = useCase()
  const { view, nameOf } = file
  const next = nextOf(view.charter, version, lookedAt(file, version, now))
  const past = pastEndOn(view, version)
  return (
    <>
      {past.length > 0 ? (
        <p className="small gate-note">
          {intl.formatMessage(
            { id: 'gate.past-end' },
            { names: intl.formatList(past.map(nameOf)) },
          )}
        </p>
      ) : null}
      <p className="small gate-note">
        {sentencesOf(intl, next, { rule: version.rule, nameOf }).join(' ')}
      </p>
    </>
  )
}

import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import { sentencesOf } from './next-said.ts'
import { nextOf } from './next.ts'

/** What is awaited from whom, until when, and what happens then: in every state of every rule. */
export function GateTimes({ version, now }: { version: VersionState; now: number }) {
  const intl = useIntl()
  const { view, nameOf } = useCase()
  const next = nextOf(view.charter, version, { now, silence: view.silences[version.id] })
  return (
    <p className="small gate-note">
      {sentencesOf(intl, next, { rule: version.rule, nameOf }).join(' ')}
    </p>
  )
}

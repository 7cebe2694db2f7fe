import { FormattedMessage, useIntl } from 'react-intl'
import type { Voice, VersionState } from '@entente/accord'
import { VoiceMark } from '../../marks/voice-mark.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { complyOf, type CaseFile } from './case-file.ts'

/** What nations said beside the whole text: statements, and reservations on no one clause. */
export function Statements({ version }: { version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const said = statementsOn(file, version)
  if (said.length === 0) return null
  return (
    <section className="statements" aria-labelledby="statements">
      <h3 id="statements">{intl.formatMessage({ id: 'statements.title' })}</h3>
      <ul>
        {said.map(({ party, act, voice, kind, text }) => (
          <li key={`${party} ${kind} ${text}`}>
            <VoiceMark voice={voice} />
            <span>
              <FormattedMessage
                id={`statements.${kind}`}
                values={{ name: <b>{file.nameOf(party)}</b> }}
              />{' '}
              {act ? <ActLink act={act} /> : null}
            </span>
            <p className="treaty">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function statementsOn(file: CaseFile, { voices }: VersionState) {
  return Object.entries(voices).flatMap(([party, spoken]) => {
    const comply = complyOf(file, spoken)
    if (!comply || spoken.effective === 'withdrawn') return []
    const line = (kind: 'states' | 'interprets', voice: Voice, text: string) => [
      { party, act: file.actOf(spoken.act), kind, voice, text },
    ]
    const stated = isStated(comply.union) ? comply.union : comply.national
    return [
      ...(comply.statement === undefined ? [] : line('states', stated, comply.statement)),
      ...(comply.reservations ?? [])
        .filter(({ clause }) => clause === undefined)
        .flatMap(({ axis, text }) => line('interprets', comply[axis], text)),
    ]
  })
}

/** Whether it is this voice that needs the statement. */
const isStated = (voice: Voice) =>
  voice === 'complies-with-statement' || voice === 'abstains-constructively'

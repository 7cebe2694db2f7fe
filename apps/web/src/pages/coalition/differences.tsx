import { useIntl } from 'react-intl'
import type { SuccessorTold } from '../../../../node/src/api.ts'
import { usePreferences } from '../../frame/preferences.tsx'

/** Two charters side by side in words: who comes and goes, then part by part what one said and the other says. */
export function Differences({ of }: { of: SuccessorTold }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  return (
    <>
      <ul className="members">
        {of.parties.map(({ id, name, becomes }) => (
          <li key={id} className={becomes === 'out' ? 'gone' : undefined}>
            <b>{name}</b>
            <span>{intl.formatMessage({ id: `successor.becomes.${becomes}` })}</span>
          </li>
        ))}
      </ul>
      {of.changes[locale].map(({ title, lines }) => (
        <table key={title} className="differences">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{intl.formatMessage({ id: 'successor.was' })}</th>
              <th scope="col">{intl.formatMessage({ id: 'successor.now' })}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ was, now }) => (
              <tr key={`${was ?? ''} ${now ?? ''}`}>
                <td>{was === undefined ? <Nothing /> : <del>{was}</del>}</td>
                <td>{now === undefined ? <Nothing /> : <ins>{now}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function Nothing() {
  const intl = useIntl()
  return <span className="quiet">{intl.formatMessage({ id: 'successor.nothing' })}</span>
}

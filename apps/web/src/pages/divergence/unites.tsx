import { FormattedMessage, useIntl } from 'react-intl'
import type { Change, TextDivergence, Unnamed } from '@entente/accord'
import { ActRef } from '../../marks/act-ref.tsx'
import type { MessageId } from '../../i18n/index.ts'
import { useCase } from '../case/case-context.ts'

/** The smallest change of the text that would open its gate, or why none can be computed. */
export function Unites({ text: { unites, version } }: { text: TextDivergence }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  const names = (parties: readonly string[]) => intl.formatList(parties.map(nameOf))
  switch (unites.state) {
    case 'open':
      return <p className="note for">{intl.formatMessage({ id: 'unites.open' })}</p>
    case 'awaited':
    case 'anew':
      return (
        <p className="note hold">
          <FormattedMessage
            id={`unites.${unites.state}`}
            values={{ names: names(unites.awaited), count: unites.awaited.length }}
          />
        </p>
      )
    case 'found':
      return (
        <section className="note ink unites">
          <h3>
            {intl.formatMessage(
              { id: unites.exhaustive ? 'unites.found' : 'unites.enough' },
              { count: unites.ways.length },
            )}
          </h3>
          <ol>
            {unites.ways.map(({ changes, wins }) => (
              <li key={changes.map(({ clause }) => clause).join(' ')}>
                <ul>
                  {changes.map((change) => (
                    <ChangeLine key={change.clause} change={change} version={version} />
                  ))}
                </ul>
                <p className="small">
                  {intl.formatMessage({ id: 'unites.wins' }, { names: names(wins) })}
                </p>
              </li>
            ))}
          </ol>
          <p className="small quiet">
            {unites.awaited.length > 0
              ? `${intl.formatMessage({ id: 'unites.supposing' }, { names: names(unites.awaited) })} `
              : null}
            {intl.formatMessage({ id: 'unites.supposed' })}
            {unites.exhaustive ? null : ` ${intl.formatMessage({ id: 'unites.not-all' })}`}
          </p>
        </section>
      )
    case 'not-computed':
      return (
        <section className="note hold unites">
          <h3>{intl.formatMessage({ id: 'unites.not-computed' })}</h3>
          <ul>
            {unites.because.map((one) => (
              <WhyNot key={`${one.member} ${one.code}`} one={one} />
            ))}
          </ul>
        </section>
      )
    case 'none':
      return (
        <section className="note against unites">
          <h3>{intl.formatMessage({ id: 'unites.none' })}</h3>
          <ul>
            {unites.reasons.map(({ code, member }) => (
              <li key={`${code} ${member ?? ''}`}>
                {intl.formatMessage(
                  { id: `why.${code}` as MessageId },
                  { name: member ? nameOf(member) : '' },
                )}
              </li>
            ))}
          </ul>
        </section>
      )
  }
}

function ChangeLine({ change, version }: { change: Change; version: string }) {
  const intl = useIntl()
  const { nameOf, textOf } = useCase()
  const lang = textOf(version)?.lang
  return (
    <li>
      {intl.formatMessage(
        { id: `unites.${change.how}` },
        { clause: change.clause, names: intl.formatList(change.by.map(nameOf)) },
      )}
      {change.how === 'amend' || change.how === 'add' ? (
        <blockquote className="treaty" lang={lang}>
          {change.text}
        </blockquote>
      ) : null}
      {change.how === 'settle'
        ? change.texts.map(({ by, text }) => (
            <blockquote key={by} className="treaty" lang={lang}>
              {text} <span className="source">{nameOf(by)}</span>
            </blockquote>
          ))
        : null}
    </li>
  )
}

function WhyNot({ one: { member, code, act, wouldTake } }: { one: Unnamed }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  return (
    <li>
      {intl.formatMessage({ id: `unites.${code}` }, { name: nameOf(member) })}{' '}
      {act ? <ActRef id={act} /> : null}
      {wouldTake === undefined ? null : (
        <blockquote className="treaty">
          {intl.formatMessage({ id: 'gate.would-take' })} “{wouldTake}”
        </blockquote>
      )}
    </li>
  )
}

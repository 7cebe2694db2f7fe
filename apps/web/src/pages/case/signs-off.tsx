import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import { useCase } from './case-context.ts'
import { shortHash } from './case-file.ts'
import { Timestamped } from './timestamped.tsx'

/** What the page was computed from, who else computed the same, and how to check it. */
export function SignsOff() {
  const intl = useIntl()
  const { view } = useCase()
  const cut = Object.entries(view.state.cut).map(
    ([party, { size }]) => `${party.toLowerCase()}${size}`,
  )
  const acts = Object.values(view.state.cut).reduce((sum, { size }) => sum + size, 0)
  const same = view.peers.filter(({ sameState }) => sameState === true).map(({ name }) => name)
  return (
    <footer className="foot">
      <span className="derived">
        <FormattedMessage
          id="signs-off"
          values={{ count: acts, cut: <code>{cut.join('·')}</code> }}
        />{' '}
        <FormattedMessage
          id="signs-off.digest"
          values={{ digest: <code title={view.digest}>{shortHash(view.digest)}</code> }}
        />{' '}
        {same.length > 0
          ? intl.formatMessage({ id: 'signs-off.same' }, { names: intl.formatList(same) })
          : intl.formatMessage({ id: 'signs-off.nobody' })}
        <Timestamped />
      </span>
      <span className="row">
        <Link to="/verify" search={{ case: view.id }}>
          {intl.formatMessage({ id: 'signs-off.recompute' })}
        </Link>
        <a href={`/api/v1/cases/${encodeURIComponent(view.id)}/bundle`} download>
          {intl.formatMessage({ id: 'signs-off.download' })}
        </a>
      </span>
    </footer>
  )
}

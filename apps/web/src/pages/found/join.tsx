import { useNavigate } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { step, useStep } from './queries.ts'
import { RootKey } from './root-key.tsx'

/** The third step: the root key signs the key acts of this party's authorities, and the node starts. */
export function JoinStep({
  view,
  party,
}: {
  view: FoundingView
  party: NonNullable<FoundingView['party']>
}) {
  const intl = useIntl()
  const navigate = useNavigate()
  const joining = useStep(() => void navigate({ to: '/found', search: {} }))
  const { charter } = view
  return (
    <div className="found-form">
      <p>{intl.formatMessage({ id: 'found.join.lead' }, { count: party.authorities.length })}</p>
      <ul className="plain-list">
        {party.authorities.map(({ id, name }) => (
          <li key={id}>
            {name} <code>{id}</code>
          </li>
        ))}
      </ul>
      <RootKey file={party.rootKey} />
      {charter?.compared ? (
        <p>
          {intl.formatMessage({ id: 'found.join.charter' })}{' '}
          <code className="whole">{charter.compared.id}</code>
        </p>
      ) : null}
      {joining.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, joining.error)}
        </p>
      ) : null}
      <button
        type="button"
        className="btn primary big"
        aria-disabled={joining.isPending}
        onClick={() => {
          if (!joining.isPending) joining.mutate(step('POST', '/join'))
        }}
      >
        {intl.formatMessage({ id: joining.isPending ? 'found.join.doing' : 'found.join.do' })}
      </button>
      {joining.isPending ? (
        <output className="quiet">{intl.formatMessage({ id: 'found.join.wait' })}</output>
      ) : null}
    </div>
  )
}

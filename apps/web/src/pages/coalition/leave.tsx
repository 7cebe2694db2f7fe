import { useNavigate } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { ActDialog } from '../../frame/dialog.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'

/** What leaving does, and how the root keys say it: they lie elsewhere than this page and its node. */
export function LeaveDialog() {
  const intl = useIntl()
  const navigate = useNavigate()
  const { view } = useCase()
  const close = () => void navigate({ to: '/cases/$id', params: { id: view.id }, search: {} })
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: 'leave.title' })}
      subtitle={view.charter.title}
      onClose={close}
      footer={
        <button type="button" className="btn" onClick={close}>
          {intl.formatMessage({ id: 'leave.stay' })}
        </button>
      }
    >
      <div className="one">
        <p className="note against">
          <b>{intl.formatMessage({ id: 'leave.final' })}</b>{' '}
          {intl.formatMessage({ id: 'leave.what' })}
        </p>
        <p>{intl.formatMessage({ id: 'leave.past' })}</p>
        <p>{intl.formatMessage({ id: 'leave.how' })}</p>
        <p className="leave-command">
          <code>{`entente keys leave --case ${view.id.slice(7, 23)} --roots …`}</code>
        </p>
      </div>
    </ActDialog>
  )
}

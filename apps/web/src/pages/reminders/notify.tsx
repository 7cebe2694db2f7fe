import { useMutation } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { beginNotifying, endNotifying, useNotifyState } from '../../frame/notifying.ts'

/** Whether this browser tells its person what is due. It is asked for leave by a press of the button alone. */
export function Notify() {
  const intl = useIntl()
  const state = useNotifyState()
  const begin = useMutation({ mutationFn: beginNotifying })
  return (
    <section className="notify" aria-labelledby="notify">
      <h2 id="notify">{intl.formatMessage({ id: 'reminders.notify' })}</h2>
      <p className="small">{intl.formatMessage({ id: 'reminders.notify.about' })}</p>
      <output>{intl.formatMessage({ id: `reminders.notify.${state}` })}</output>
      {state === 'off' ? (
        <p className="buttons">
          <button
            type="button"
            className="btn"
            disabled={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {intl.formatMessage({ id: 'reminders.notify.begin' })}
          </button>
        </p>
      ) : null}
      {state === 'on' ? (
        <p className="buttons">
          <button type="button" className="btn" onClick={endNotifying}>
            {intl.formatMessage({ id: 'reminders.notify.end' })}
          </button>
        </p>
      ) : null}
    </section>
  )
}

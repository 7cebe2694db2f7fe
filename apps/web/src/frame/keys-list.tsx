import { useIntl } from 'react-intl'
import type { MessageId } from '../i18n/index.ts'
import { ActDialog } from './dialog.tsx'

const KEYS: readonly (readonly [readonly string[], MessageId])[] = [
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['↓', '↑', 'j', 'k'], 'keys.bench.row'],
  [['Space'], 'keys.bench.peek'],
  [['x'], 'keys.bench.select'],
  [['/'], 'keys.bench.search'],
  [['d'], 'keys.desk'],
  [['c'], 'keys.cases'],
  [['Esc'], 'keys.escape'],
  [['?'], 'keys.list'],
]

/** Every key that the page listens to. */
export function KeysList({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  return (
    <ActDialog title={intl.formatMessage({ id: 'keys.title' })} onClose={onClose} small>
      <dl className="keys">
        {KEYS.map(([keys, id]) => (
          <div key={id}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{intl.formatMessage({ id })}</dd>
          </div>
        ))}
      </dl>
    </ActDialog>
  )
}

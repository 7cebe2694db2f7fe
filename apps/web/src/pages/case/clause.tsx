import { useIntl } from 'react-intl'
import { redline } from './redline.ts'

/** A redline never by colour alone: underlined and struck, and both said in hidden words. */
export function Redline({
  before,
  after,
  only,
}: {
  before: string
  after: string
  /** Only one of the two texts, or only what changed. */
  only?: 'before' | 'after' | 'changes'
}) {
  const intl = useIntl()
  return redline(before, after).map(({ kind, text }, index) => {
    const key = `${index} ${kind}`
    switch (kind) {
      case 'kept':
        return only === 'changes' ? ' ' : <span key={key}>{text}</span>
      case 'inserted':
        return only === 'before' ? null : (
          <ins key={key}>
            <span className="hidden">{intl.formatMessage({ id: 'text.inserted.start' })} </span>
            {text}
            <span className="hidden"> {intl.formatMessage({ id: 'text.inserted.end' })}</span>
          </ins>
        )
      case 'deleted':
        return only === 'after' ? null : (
          <del key={key}>
            <span className="hidden">{intl.formatMessage({ id: 'text.deleted.start' })} </span>
            {text}
            <span className="hidden"> {intl.formatMessage({ id: 'text.deleted.end' })}</span>
          </del>
        )
    }
  })
}

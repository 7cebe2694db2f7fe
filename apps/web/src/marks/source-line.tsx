import { useIntl } from 'react-intl'
import type { TermSource } from '@entente/lexicon'

/** Where a sentence comes from, and how far its source was read: nothing is cited as if it had been. */
export function SourceLine({ of }: { of: TermSource }) {
  const intl = useIntl()
  if (of === 'none') return <>{intl.formatMessage({ id: 'source.ours' })}</>
  const { instrument, provision, verification } = of
  return (
    <>
      <span lang="en">{provision === undefined ? instrument : `${instrument}, ${provision}`}</span>
      {' · '}
      {intl.formatMessage({ id: `source.${verification}` })}
    </>
  )
}

import { useIntl } from 'react-intl'

/** Where what was typed is: at the node, on its way, or here alone. */
export function Kept({ saved }: { saved: 'node' | 'writing' | 'not' }) {
  const intl = useIntl()
  return (
    <output className={saved === 'not' ? 'note hold' : 'small quiet'}>
      {intl.formatMessage({ id: `found.kept.${saved}` })}
    </output>
  )
}

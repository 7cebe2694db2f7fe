import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Scroll } from '../../frame/scroll.tsx'
import type { ObjectVersion } from '../../../../node/src/api.ts'

/** The bytes as they came in: what the hash stands over, so nothing is laid out or left out. */
export function Bytes({ version, open }: { version: ObjectVersion; open: boolean }) {
  const intl = useIntl()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    navigator.clipboard.writeText(version.text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  const size = new TextEncoder().encode(version.text).length
  return (
    <details className="bytes" open={open}>
      <summary>{intl.formatMessage({ id: 'evidence.bytes' }, { size })}</summary>
      <p className="row">
        <button type="button" className="btn little" onClick={() => void copy()}>
          {intl.formatMessage({ id: 'evidence.bytes.copy' })}
        </button>
        <output className="quiet small">
          {copied === 'no'
            ? ''
            : intl.formatMessage({
                id: copied === 'yes' ? 'evidence.bytes.copied' : 'evidence.bytes.not-copied',
              })}
        </output>
      </p>
      <Scroll className="scroller" label={intl.formatMessage({ id: 'evidence.bytes' }, { size })}>
        <pre>{version.text}</pre>
      </Scroll>
    </details>
  )
}

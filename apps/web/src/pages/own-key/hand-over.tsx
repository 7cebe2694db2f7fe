import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { requestId } from '@entente/accord'
import { sha256 } from '@noble/hashes/sha2.js'
import { findKey } from '../../api/browser-key.ts'
import { saveFile } from '../../frame/save-file.ts'
import { IdShown, wordsOf } from '../../marks/id-told.tsx'

/** The request for a key, as whoever has the root keys is handed it. Its id comes from this browser’s own copy, not from the node. */
export function HandOver({ keyid }: { keyid: string }) {
  const intl = useIntl()
  const { data: key } = useQuery({
    queryKey: ['kept-key', keyid],
    queryFn: async () => (await findKey(keyid)) ?? null,
  })
  if (!key) return null
  const id = requestId(key.request, { sha256 })
  const file = `${keyid}.key-request.json`
  return (
    <div className="hand-over">
      <div>
        <p>{intl.formatMessage({ id: 'own-key.hand-over' })}</p>
        <button
          type="button"
          className="btn"
          onClick={() => saveFile(key.request, file, 'application/json')}
        >
          {intl.formatMessage({ id: 'own-key.save' })}
        </button>
        <p>{intl.formatMessage({ id: 'own-key.compare' })}</p>
        <p className="small">{intl.formatMessage({ id: 'own-key.give' })}</p>
        <pre className="sheet">
          <code>{`entente keys give ${file} --compared … --roots …`}</code>
        </pre>
      </div>
      <IdShown
        of={{ id, words: wordsOf(id) }}
        what={intl.formatMessage({ id: 'own-key.request' })}
      />
    </div>
  )
}

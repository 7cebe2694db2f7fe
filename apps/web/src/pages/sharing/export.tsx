import { useMutation } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { AskedRelease, ReleaseFormat, ReleasePreview } from '../../../../node/src/api.ts'
import { postBytes } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { saveFile } from '../../frame/save-file.ts'

/** Hands out the bundle that was previewed, and checks that it is: what is shown is what leaves. */
export function Export({
  asked,
  preview,
  name,
}: {
  asked: AskedRelease
  preview: ReleasePreview
  name: string
}) {
  const intl = useIntl()
  const { bundle } = preview
  const exporting = useMutation({
    mutationFn: async () => {
      const bytes = await postBytes('/api/v1/releases', asked)
      const isSame = bytesToHex(sha256(bytes)) === bundle?.sha256
      const { file, type } = FILES[asked.format ?? 'stix']
      if (isSame) saveFile(bytes, file, type)
      return { isSame }
    },
  })
  if (!bundle) return null
  return (
    <div className="export small">
      <button
        type="button"
        className="btn little"
        aria-disabled={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {intl.formatMessage({ id: asked.format ? 'sharing.export.file' : 'sharing.export' })}
        <span className="hidden"> {name}</span>
      </button>{' '}
      <span className="quiet">
        {intl.formatMessage({ id: 'sharing.export.bytes' }, { bytes: bundle.bytes })}{' '}
        <code>{bundle.sha256.slice(0, 12)}…</code>
      </span>
      {exporting.data ? (
        <output className={exporting.data.isSame ? 'note for' : 'note against'}>
          {intl.formatMessage({
            id: exporting.data.isSame ? 'sharing.export.same' : 'sharing.export.other',
          })}
        </output>
      ) : null}
      {exporting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, exporting.error)}
        </p>
      ) : null}
      {preview.dangling.length > 0 ? (
        <p className="quiet">
          {intl.formatMessage({ id: 'sharing.dangling' }, { count: preview.dangling.length })}
        </p>
      ) : null}
    </div>
  )
}

/** What the file is called that a format is saved as. */
const FILES: Readonly<Record<ReleaseFormat, { readonly file: string; readonly type: string }>> = {
  stix: { file: 'release.json', type: 'application/stix+json;version=2.1' },
  misp: { file: 'release.json', type: 'application/json' },
  csv: { file: 'release.csv', type: 'text/csv' },
  suricata: { file: 'release.tar', type: 'application/x-tar' },
  navigator: { file: 'layer.json', type: 'application/json' },
  list: { file: 'release.txt', type: 'text/plain' },
}

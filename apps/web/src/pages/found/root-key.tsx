import { useIntl } from 'react-intl'

/** Where the root key lies, and where it should lie from now on. */
export function RootKey({ file }: { file: string }) {
  const intl = useIntl()
  return (
    <div className="note hold">
      <p>{intl.formatMessage({ id: 'found.root' })}</p>
      <p>
        <code className="whole">{file}</code>
      </p>
    </div>
  )
}

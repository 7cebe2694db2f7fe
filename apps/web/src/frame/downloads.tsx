import { useIntl } from 'react-intl'

/** What a document is downloaded as: names of formats, the same in every language. */
const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'DOCX'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
] as const
export type DownloadFormat = (typeof FORMATS)[number][0]

/** A link for each format of a document; `name` is what the file is called, without its ending. */
export function Downloads({
  name,
  path,
}: {
  name: string
  path: (format: DownloadFormat) => string
}) {
  const intl = useIntl()
  return FORMATS.map(([format, label]) => (
    <a
      key={format}
      className="btn"
      href={path(format)}
      download={`${name}.${format}`}
      aria-label={intl.formatMessage({ id: 'law.memorandum.download' }, { format: label })}
    >
      {label}
    </a>
  ))
}

import { lazy, Suspense } from 'react'
import { useIntl } from 'react-intl'
import { idWords } from '@entente/accord'
import { fromHex } from '@entente/log'
import type { IdTold } from '../../../node/src/api.ts'
import './id-told.css'

const QrDrawing = lazy(async () => ({ default: (await import('./qr.tsx')).QrDrawing }))

/** The words of an id that this page computed itself. */
export const wordsOf = (id: string): readonly string[] =>
  idWords(fromHex(id.slice('sha256:'.length)))

/** An id to be compared over another line: its 32 words to be read out, its digits, and a code to be photographed. */
export function IdShown({
  of: { id, words },
  what,
  level: Heading = 'h3',
}: {
  of: IdTold
  what: string
  level?: 'h2' | 'h3'
}) {
  const intl = useIntl()
  return (
    <div className="id-told">
      <div>
        <Heading>{intl.formatMessage({ id: 'id.words' }, { what })}</Heading>
        <ol className="words" lang="">
          {words.map((word, at) => (
            // Words come twice in an id: their place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{word}</li>
          ))}
        </ol>
      </div>
      <div>
        <Heading>{intl.formatMessage({ id: 'id.code' })}</Heading>
        <Suspense fallback={<div className="qr" />}>
          <QrDrawing text={id} label={intl.formatMessage({ id: 'id.code.label' }, { what, id })} />
        </Suspense>
      </div>
      <div className="digits">
        <Heading>{intl.formatMessage({ id: 'id.digits' })}</Heading>
        <code className="whole">{id}</code>
      </div>
    </div>
  )
}

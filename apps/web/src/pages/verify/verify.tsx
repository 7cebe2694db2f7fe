import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { meQuery } from '../../api/queries.ts'
import { FileDrop } from '../../frame/file-drop.tsx'
import { CharterField, type CharterEntry } from './charter-field.tsx'
import { FromNode } from './from-node.tsx'
import { Outcome } from './outcome.tsx'
import { useVerification } from './use-verification.ts'
import './verify.css'

/** A record to verify: its text, and where this browser has it from. */
export type RecordFile = {
  readonly name: string
  readonly text: string
  readonly from: 'file' | 'node'
}

/** Verifies a member bundle or a public certificate in this browser, with the library that the node itself uses. */
export function VerifyPage() {
  const intl = useIntl()
  const me = useQuery(meQuery)
  const [record, setRecord] = useState<RecordFile>()
  const [charter, setCharter] = useState<CharterEntry>({ value: '', from: 'person' })
  const { verification, ask, forget } = useVerification()
  const take = (next: RecordFile | undefined) => {
    forget()
    setRecord(next)
  }
  const enter = (next: CharterEntry) => {
    forget()
    setCharter(next)
  }
  const id = charter.value.trim().toLowerCase()
  const verify = (event: FormEvent) => {
    event.preventDefault()
    if (record) ask({ text: record.text, ...(id === '' ? {} : { charter: id }) })
  }
  return (
    <div className="verify">
      <div className="measure">
        <h1>{intl.formatMessage({ id: 'verify.title' })}</h1>
        <p>{intl.formatMessage({ id: 'verify.lead' })}</p>
        <form onSubmit={verify}>
          <fieldset>
            <legend>{intl.formatMessage({ id: 'verify.record' })}</legend>
            <FileChoice record={record} onTake={take} />
            {me.data?.person ? (
              <FromNode node={me.data.node.name} onTake={take} onCharter={enter} />
            ) : null}
          </fieldset>
          <fieldset>
            <legend>{intl.formatMessage({ id: 'verify.charter' })}</legend>
            <CharterField entry={charter} node={me.data?.node.name} onEnter={enter} />
          </fieldset>
          <button type="submit" className="btn primary" aria-disabled={record === undefined}>
            {intl.formatMessage({ id: 'verify.do' })}
          </button>
          {record ? null : (
            <p className="quiet small">{intl.formatMessage({ id: 'verify.do.first' })}</p>
          )}
        </form>
      </div>
      <aside className="side" aria-labelledby="elsewhere">
        <h2 id="elsewhere">{intl.formatMessage({ id: 'verify.elsewhere' })}</h2>
        <p>{intl.formatMessage({ id: 'verify.elsewhere.why' })}</p>
        <pre>
          <code>
            npm run entente -- verify FILE \{'\n'}
            {'  '}--charter ID
          </code>
        </pre>
        <p className="quiet small">
          <FormattedMessage
            id="verify.elsewhere.exits"
            values={{ code: (chunks) => <code>{chunks}</code> }}
          />
        </p>
      </aside>
      <Outcome verification={verification} charter={{ ...charter, value: id }} />
    </div>
  )
}

function FileChoice({
  record,
  onTake,
}: {
  record: RecordFile | undefined
  onTake: (record: RecordFile) => void
}) {
  const intl = useIntl()
  return (
    <FileDrop
      name={intl.formatMessage({ id: 'verify.file' })}
      choose={intl.formatMessage({ id: 'verify.file.choose' })}
      said={
        record
          ? intl.formatMessage(
              { id: record.from === 'file' ? 'verify.taken.file' : 'verify.taken.node' },
              { name: record.name, size: Math.ceil(record.text.length / 1024) },
            )
          : intl.formatMessage({ id: 'verify.file.drop' })
      }
      onFile={(file) =>
        void file.text().then((text) => onTake({ name: file.name, text, from: 'file' }))
      }
    />
  )
}

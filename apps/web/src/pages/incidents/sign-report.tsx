import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ReportDraftView, ReportPreview } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { Hash } from '../../marks/hash.tsx'
import { SheetOf } from '../drafts/sheet-of.tsx'
import { reportDraftQuery } from './queries.ts'
import { questionOf } from './questions.ts'
import type { Of } from './report.tsx'

type Props = Of & { readonly send: () => Promise<boolean> }

/** The last page: what is missing, or exactly what will be signed and what of the inventory it names. */
export function SignReport(props: Props) {
  const { draft } = props
  if (draft.missing.length > 0) return <Missing {...props} />
  // Another word is another preview: what is signed is what was shown.
  return <Preview key={JSON.stringify(draft.said)} {...props} />
}

function Missing({ draft, stage }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const nameOf = (field: string) => {
    switch (field) {
      case 'awareAt':
        return intl.formatMessage({ id: 'report.aware' })
      case 'title':
        return intl.formatMessage({ id: 'report.name' })
      case 'account':
        return intl.formatMessage({ id: 'report.account' })
      case 'suspectedMalicious':
        return intl.formatMessage({ id: 'report.malicious.short' })
      case 'crossBorder':
        return intl.formatMessage({ id: 'report.cross-border.short' })
      default:
        return stage.fields.find(({ id }) => id === field)?.label[locale] ?? field
    }
  }
  return (
    <div className="note hold">
      <p>{intl.formatMessage({ id: 'report.missing' }, { count: draft.missing.length })}</p>
      <ul>
        {draft.missing.map((field) => (
          <li key={field}>
            <Link
              to="/incidents/drafts/$id"
              params={{ id: draft.id }}
              search={{ question: questionOf(field) }}
            >
              {nameOf(field)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Preview({ draft, view, send }: Props) {
  const intl = useIntl()
  const queries = useQueryClient()
  const path = `/api/v1/incidents/drafts/${encodeURIComponent(draft.id)}`
  const [named, setNamed] = useState<readonly string[]>([])
  const { mutate: look, ...looking } = useMutation({
    mutationFn: async () => {
      await send()
      return postJson<ReportPreview>(`${path}/preview`, {})
    },
  })
  useEffect(() => look(), [look])
  const filing = useMutation({
    mutationFn: (payload: string) =>
      postJson<ReportDraftView>(`${path}/file`, { payload, names: named }),
    onSuccess: async (filed) => {
      queries.setQueryData(reportDraftQuery(draft.id).queryKey, filed)
      await queries.invalidateQueries()
    },
  })
  const { data: preview, error } = looking
  if (!preview)
    return error ? (
      <p className="note against" role="alert">
        {sayRefusal(intl, error)}
      </p>
    ) : (
      <p className="quiet">{intl.formatMessage({ id: 'load.node' })}</p>
    )
  const values = [...new Set(preview.fromInventory.map(({ value }) => value))]
  const open = values.filter((value) => !named.includes(value))
  const answers = view.lines.find(({ id }) => id === draft.line)?.answers === true
  return (
    <>
      <SheetOf payload={preview.payload} />
      <p className="small quiet">
        {intl.formatMessage({ id: 'report.act' })}{' '}
        <code>
          <Hash of={preview.act} />
        </code>
      </p>
      {values.length === 0 ? (
        <p className="note for">{intl.formatMessage({ id: 'report.inventory.nothing' })}</p>
      ) : (
        <Inventory preview={preview} named={named} onName={setNamed} />
      )}
      {answers ? null : (
        <p className="note hold">
          {intl.formatMessage({ id: 'report.sign.later' }, { name: preview.to.name })}
        </p>
      )}
      <button
        type="button"
        className="btn big primary"
        aria-disabled={open.length > 0 || filing.isPending}
        onClick={() => {
          if (open.length === 0) filing.mutate(preview.payload)
        }}
      >
        {intl.formatMessage({ id: 'report.sign' }, { name: preview.to.name })}
      </button>
      {filing.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, filing.error)}
        </p>
      ) : null}
    </>
  )
}

/** Values of the inventory that stand in the words: each is taken out, or named on purpose. */
function Inventory({
  preview,
  named,
  onName,
}: {
  preview: ReportPreview
  named: readonly string[]
  onName: (named: readonly string[]) => void
}) {
  const intl = useIntl()
  const once = [...new Map(preview.fromInventory.map((one) => [one.value, one])).values()]
  return (
    <fieldset className="note against inventory">
      <legend className="hidden">{intl.formatMessage({ id: 'report.inventory.title' })}</legend>
      <p>
        <b>{intl.formatMessage({ id: 'report.inventory.title' })}</b>{' '}
        {intl.formatMessage({ id: 'report.inventory.what' })}
      </p>
      {once.map(({ value, column }) => (
        <label key={value} className="row">
          <input
            type="checkbox"
            checked={named.includes(value)}
            onChange={({ target }) =>
              onName(target.checked ? [...named, value] : named.filter((one) => one !== value))
            }
          />
          <span>
            {intl.formatMessage({ id: 'report.inventory.name' })} <code>{value}</code>{' '}
            <span className="quiet">({column})</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { instantNow } from '../voice/payload.ts'
import { useSignsAlone, WhoSigns } from '../voice/file-or-put-down.tsx'
import { Custody, Refusal } from '../voice/signing.tsx'
import { draftsOf, type DraftIn } from './drafts-of.ts'
import { ForWhom } from './for-whom.tsx'
import { keep, letGo } from './kept.ts'
import { Preview } from './preview.tsx'
import { TakeUp } from './take-up.tsx'
import { usePublishing } from './use-publishing.ts'
import { WordsIn } from './words-in.tsx'
import { fieldOf, NOTHING, type FieldName, type Written } from './written.ts'

type Props = {
  readonly first: Written
  readonly person: string
  /** The draft of this node that is written on; the words of others are not kept in this browser. */
  readonly draft: string | undefined
}

/** The form, and beside it exactly what anyone would read. */
export function Writing({ first, person, draft: replaces }: Props) {
  const intl = useIntl()
  const file = useCase()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState(first)
  const [claimedAt, setClaimedAt] = useState(instantNow)
  const [tried, setTried] = useState(false)
  const maySign = useSignsAlone('publish')
  const { id } = file.view
  const change = (next: Written) => {
    setWritten(next)
    setClaimedAt(instantNow())
    if (replaces === undefined) keep(id, person, next)
  }
  const close = () => {
    letGo(id, person)
    void navigate({ to: '/cases/$id', params: { id } })
  }
  const publishing = usePublishing(file, close)
  const drafts = useMemo(() => draftsOf(file, written, claimedAt), [file, written, claimedAt])
  const isWhole = drafts.length > 0 && drafts.every(({ draft }) => draft.act)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWhole && maySign) publishing.mutate(drafts.map(({ draft }) => draft.payload))
    else
      setTimeout(() => {
        const wrong = ['[aria-invalid="true"]', '.langs input']
        const fields = wrong.map((one) => form.current?.querySelector<HTMLElement>(one))
        fields.find((field) => field)?.focus()
      })
  }
  return (
    <form ref={form} className="advisory" onSubmit={submit} noValidate>
      <div className="write">
        <p className="quiet">{intl.formatMessage({ id: 'advisory.lead' })}</p>
        <ForWhom written={written} change={change} isDraft={replaces !== undefined} tried={tried} />
        {drafts.map((one) => (
          <WordsIn
            key={one.lang}
            lang={one.lang}
            words={written.words[one.lang]}
            change={(words) =>
              change({ ...written, words: { ...written.words, [one.lang]: words } })
            }
            errorOf={(field) => (tried ? sayIssue(one, field) : undefined)}
          />
        ))}
        <TakeUp written={written} change={change} />
        {replaces === undefined ? (
          <p className="small">
            {intl.formatMessage({ id: 'advisory.kept' })}{' '}
            <button type="button" className="link" onClick={() => change(NOTHING)}>
              {intl.formatMessage({ id: 'advisory.anew' })}
            </button>
          </p>
        ) : null}
      </div>
      <div className="read">
        <h2>{intl.formatMessage({ id: 'advisory.preview' })}</h2>
        {drafts.map((one) => (
          <Preview key={one.lang} {...one} audience={written.audience} replaces={replaces} />
        ))}
        <Custody goesTo={intl.formatMessage({ id: 'publish.anyone' })} tlp="TLP:CLEAR" />
        <p className="note hold">{intl.formatMessage({ id: 'advisory.unread' })}</p>
        <Refusal error={publishing.error} />
        {maySign ? (
          <button type="submit" className="btn primary big" disabled={publishing.isPending}>
            {intl.formatMessage({ id: publishing.isPending ? 'sign.pending' : 'advisory.publish' })}
          </button>
        ) : (
          <p className="note ink">
            <WhoSigns kind="publish" />
          </p>
        )}
      </div>
    </form>
  )

  function sayIssue({ draft, text }: DraftIn, field: FieldName): string | undefined {
    const issue = draft.issues.find(({ path }) => fieldOf(path, text) === field)
    if (!issue) return undefined
    if (field === 'title' && text.title === '')
      return intl.formatMessage({ id: 'advisory.no-title' })
    if (text.clauses.length === 0) return intl.formatMessage({ id: 'advisory.no-words' })
    return intl.formatMessage({ id: 'advisory.wrong' }, { detail: issue.message })
  }
}

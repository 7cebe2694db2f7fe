import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Act, VersionState } from '@entente/accord'
import type { PublicationDraft } from '../../../../node/src/api.ts'
import { Refused, postJson } from '../../api/client.ts'
import { textsQuery } from '../../api/measures.ts'
import { publicationsQuery } from '../../api/publications.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { Hash } from '../../marks/hash.tsx'
import '../../style/voice.css'
import { useCase } from '../case/case-context.ts'
import { choose, type Step } from '../case/case-file.ts'
import { BesideOthers } from './beside-others.tsx'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { OwnStatement } from './own-statement.tsx'
import { describe, instantNow } from './payload.ts'
import { useSaidAlready } from './said-already.ts'
import { Custody, Refusal, Sheet } from './signing.tsx'
import { statementAct, textOf, type Stated } from './statement-text.ts'
import { useFiling } from './use-filing.ts'

/** A nation publishes of an adopted position for itself: the text that was adopted, or a statement in its own words. */
export function PublishDialog() {
  const file = useCase()
  const search = useSearch({ from: '/cases/$id' })
  const { step, version } = choose(file, search)
  if (!step || !version) return null
  return <Publish key={version.id} step={step} version={version} />
}

function Publish({ step, version }: { step: Step; version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const [what, setWhat] = useState<What>('position')
  const [tried, setTried] = useState(false)
  const asked = useQuery({
    queryKey: ['publication-draft', file.view.id, version.id],
    queryFn: () =>
      postJson<PublicationDraft>('/api/v1/publications', {
        what: 'position',
        case: file.view.id,
        version: version.id,
      }),
    gcTime: 0,
    staleTime: Infinity,
    retry: (failures, error) => !(error instanceof Refused) && failures < 2,
  })
  const { close, filing } = useFiling(file, step.id, 'publish.filed', asked.data?.case)
  const own = useOwnStatement(version, asked.data?.payload)
  const payload = what === 'position' ? asked.data?.payload : own.payload
  const isKnown = useIsKnown(version, what, own.text.title)
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  const names = { name: file.nameOf(file.us), on }
  return (
    <ActDialog
      small={what === 'position'}
      title={intl.formatMessage({ id: what === 'position' ? 'publish.title' : 'statement.own' })}
      subtitle={on}
      onClose={close}
      footer={
        isKnown ? (
          <Link to="/public">{intl.formatMessage({ id: 'public.title' })}</Link>
        ) : (
          <FileOrPutDown
            kind="publish"
            payload={payload}
            pending={filing.isPending || asked.isPending}
            onFile={filing.mutate}
            onWrong={() => setTried(true)}
          />
        )
      }
    >
      <div className={what === 'position' ? 'one' : 'cols'}>
        <div className={what === 'position' ? 'one' : 'choose wide'}>
          <Which what={what} name={names.name} onChange={setWhat} />
          <p>
            {intl.formatMessage(
              { id: what === 'position' ? 'publish.what' : 'statement.own.what' },
              names,
            )}
          </p>
          {what === 'statement' ? <OwnStatement {...own} isWrong={tried} /> : null}
          {asked.isPending ? (
            <output className="quiet">{intl.formatMessage({ id: 'publish.asking' })}</output>
          ) : null}
          <Refusal error={asked.error} />
        </div>
        <div className={what === 'position' ? 'one' : 'signing'}>
          {what === 'statement' ? (
            <BesideOthers draft={own.stated.words} said={own.said} version={version.id} />
          ) : null}
          {isKnown ? (
            <p className="note hold">
              {intl.formatMessage(
                { id: what === 'position' ? 'publish.known' : 'statement.known' },
                names,
              )}
            </p>
          ) : null}
          {payload ? (
            <Sheet
              draft={describe(payload)}
              rows={rowsOf(JSON.parse(payload) as Publication)}
              putDown={isKnown}
            />
          ) : null}
          <Custody goesTo={intl.formatMessage({ id: 'publish.anyone' })} tlp="TLP:CLEAR" />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

type What = 'position' | 'statement'

/** Whether this nation stands behind it already, and did not take it back. */
function useIsKnown({ id }: VersionState, what: What, title: string): boolean {
  const { us } = useCase()
  const { data } = useQuery(publicationsQuery())
  return (
    data?.publications.some(
      (one) =>
        one.of?.version === id &&
        one.what === what &&
        (what === 'position' || one.title === title) &&
        one.by.some(({ party, recalled }) => party === us && !recalled),
    ) ?? false
  )
}

/** The statement as it is written, the act that would publish it, and what is said already. */
function useOwnStatement(version: VersionState, adopted: string | undefined) {
  const intl = useIntl()
  const file = useCase()
  const { locale: lang } = usePreferences()
  const measure = file.view.state.measures?.at(-1)?.step
  const { data } = useQuery({
    ...textsQuery(file.view.id, { step: measure ?? '', lang }),
    enabled: measure !== undefined,
  })
  const drafted = data?.statement
  const title = intl.formatMessage(
    { id: 'statement.heading.first' },
    { name: file.nameOf(file.us), title: file.textOf(version.id)?.title ?? '' },
  )
  const [written, setWritten] = useState<{ readonly stated: Stated; readonly at: string }>()
  const first = { title, words: drafted && 'text' in drafted ? drafted.text : '' }
  const [begunAt] = useState(instantNow)
  const { stated, at } = written ?? { stated: first, at: begunAt }
  const text = textOf(stated, lang)
  return {
    stated,
    text,
    drafted,
    said: useSaidAlready(version),
    payload: adopted === undefined ? undefined : statementAct(adopted, text, at),
    onChange: (next: Stated) => setWritten({ stated: next, at: instantNow() }),
  }
}

/** The adopted text or the nation's own words: two publications, and one does not stand for the other. */
function Which({
  what,
  name,
  onChange,
}: {
  what: What
  name: string
  onChange: (what: What) => void
}) {
  const intl = useIntl()
  const id = useId()
  return (
    <fieldset className="opts which">
      <legend className="label">{intl.formatMessage({ id: 'statement.which' }, { name })}</legend>
      {(['position', 'statement'] as const).map((one) => (
        <label className="opt" key={one}>
          <input type="radio" name={id} checked={what === one} onChange={() => onChange(one)} />
          <span>
            {intl.formatMessage({
              id: one === 'position' ? 'statement.adopted' : 'statement.own',
            })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type Publication = Extract<Act, { kind: 'publish' }>

const rowsOf = ({ kind, party, what, audience, text, of, claimedAt, charter }: Publication) => [
  ['kind', <b key="kind">{kind}</b>] as const,
  ['party', party] as const,
  ['what', `${what}, ${audience}`] as const,
  ['text', <b key="title">{text.title}</b>] as const,
  ...text.clauses.map((clause) => [clause.id, clause.text] as const),
  ...Object.entries(of ?? {}).map(
    ([name, id]) => [`of.${name}`, <Hash key={name} of={id} />] as const,
  ),
  ['claimedAt', claimedAt] as const,
  ['charter', <Hash key="charter" of={charter} />] as const,
]

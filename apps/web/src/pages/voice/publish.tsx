import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
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
import { Field } from './field.tsx'
import { FileOrPutDown } from './file-or-put-down.tsx'
import { describe } from './payload.ts'
import { Custody, Refusal, Sheet } from './signing.tsx'
import { useFiling } from './use-filing.ts'

/** A nation publishes an adopted position for itself, in the text that was adopted. */
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
  const list = useQuery(publicationsQuery())
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
  const payload = asked.data?.payload
  const name = file.nameOf(file.us)
  const isKnown = list.data?.publications.some(
    ({ of, by }) =>
      of?.version === version.id && by.some((one) => one.party === file.us && !one.recalled),
  )
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  return (
    <ActDialog
      small
      title={intl.formatMessage({ id: 'publish.title' })}
      subtitle={on}
      onClose={close}
      footer={
        isKnown ? (
          <Link to="/public">{intl.formatMessage({ id: 'public.title' })}</Link>
        ) : (
          <FileOrPutDown
            kind="publish"
            payload={payload}
            pending={filing.isPending}
            onFile={filing.mutate}
          />
        )
      }
    >
      <div className="one">
        <p>{intl.formatMessage({ id: 'publish.what' }, { name, on })}</p>
        {isKnown ? (
          <p className="note hold">{intl.formatMessage({ id: 'publish.known' }, { name })}</p>
        ) : null}
        {asked.isPending ? (
          <output className="quiet">{intl.formatMessage({ id: 'publish.asking' })}</output>
        ) : null}
        <Refusal error={asked.error} />
        {payload ? (
          <Sheet
            draft={describe(payload)}
            rows={rowsOf(JSON.parse(payload) as Publication)}
            putDown={isKnown === true}
          />
        ) : null}
        <DraftedStatement />
        <Custody goesTo={intl.formatMessage({ id: 'publish.anyone' })} tlp="TLP:CLEAR" />
        <Refusal error={filing.error} />
      </div>
    </ActDialog>
  )
}

/** What could be said beside the adopted text, from recorded facts: to be changed and taken along, in no act. */
function DraftedStatement() {
  const intl = useIntl()
  const { view } = useCase()
  const { locale: lang } = usePreferences()
  const step = view.state.measures?.at(-1)?.step
  const { data } = useQuery({
    ...textsQuery(view.id, { step: step ?? '', lang }),
    enabled: step !== undefined,
  })
  if (!data) return null
  const { statement } = data
  return (
    <Field
      label={intl.formatMessage({ id: 'publish.statement' })}
      hint={
        'missing' in statement
          ? intl.formatMessage({ id: 'measure.drafted.not' }, { missing: statement.missing })
          : intl.formatMessage({ id: 'publish.statement.hint' })
      }
      error={undefined}
    >
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={5}
          defaultValue={'text' in statement ? statement.text : ''}
        />
      )}
    </Field>
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

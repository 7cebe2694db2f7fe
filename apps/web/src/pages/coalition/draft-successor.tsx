import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useIntl } from 'react-intl'
import type { Charter } from '@entente/accord'
import { fromBase64 } from '@entente/log'
import type { SuccessorDrafted } from '../../../../node/src/api.ts'
import { postJson } from '../../api/client.ts'
import { caseQuery } from '../../api/queries.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { HeadFields, TimeFields } from '../found/charter-fields.tsx'
import { Download } from '../found/download.tsx'
import { GoalFields } from '../found/goal-fields.tsx'
import { TimeField } from '../found/time-field.tsx'
import { Differences } from './differences.tsx'
import { DraftCustody } from './draft-custody.tsx'
import { DraftParties } from './draft-parties.tsx'
import { chairOf, changesOf, draftOf, partiesOf, type Draft } from './draft-state.ts'
import { DraftSteps } from './draft-steps.tsx'
import { SUCCESSORS } from './queries.ts'
import '../found/found.css'

/** The charter of the coalition as it is, from which another one is drafted. */
export function DraftSuccessor({ root, us }: { root: string; us: string }) {
  const intl = useIntl()
  const view = useQuery({ ...caseQuery(root), refetchInterval: false })
  const charter = view.data?.charter
  return (
    <section aria-labelledby="draft-successor">
      <h2 id="draft-successor">{intl.formatMessage({ id: 'successor.draft.title' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'successor.draft.what' })}</p>
      {charter ? <DraftForm key={charter.id} charter={charter} us={us} /> : null}
    </section>
  )
}

function DraftForm({ charter, us }: { charter: Charter; us: string }) {
  const intl = useIntl()
  const [draft, setDraft] = useState(() => draftOf(charter))
  const drafting = useMutation({
    mutationFn: () =>
      postJson<SuccessorDrafted>(`${SUCCESSORS}/draft`, changesOf(charter, draft, us)),
  })
  // What is shown beside the present charter is what was drafted: another word, and it is drafted anew.
  const change = (part: Partial<Draft>) => {
    drafting.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!drafting.isPending) drafting.mutate()
  }
  return (
    <>
      <form className="found-form" onSubmit={submit}>
        <HeadFields
          form={{ ...draft, chair: chairOf(charter, draft, us) }}
          change={change}
          parties={partiesOf(charter, draft)}
        />
        <DraftParties charter={charter} draft={draft} us={us} change={change} />
        <DraftSteps draft={draft} parties={partiesOf(charter, draft)} change={change} />
        <Times draft={draft} change={change} />
        <GoalFields goals={draft.goals} change={(goals) => change({ goals })} />
        <DraftCustody draft={draft} change={change} />
        {drafting.error ? (
          <p className="note against" role="alert">
            {sayRefusal(intl, drafting.error)}
          </p>
        ) : null}
        <button type="submit" className="btn" aria-disabled={drafting.isPending}>
          {intl.formatMessage({ id: 'successor.draft.do' })}
        </button>
      </form>
      {drafting.data ? <Drafted of={drafting.data} root={charter.id} /> : null}
    </>
  )
}

type Change = (part: Partial<Draft>) => void

function Times({ draft, change }: { draft: Draft; change: Change }) {
  const intl = useIntl()
  return (
    <TimeFields form={draft} change={change}>
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={draft.reaffirms}
          onChange={({ target }) => change({ reaffirms: target.checked })}
        />
        {intl.formatMessage({ id: 'successor.reaffirms' })}
      </label>
      {draft.reaffirms ? (
        <TimeField
          time={draft.period}
          label={intl.formatMessage({ id: 'successor.period' })}
          hint={intl.formatMessage({ id: 'successor.period.hint' })}
          onChange={(period) => change({ period })}
        />
      ) : null}
    </TimeFields>
  )
}

/** What was drafted: what it changes, its id, its file, and the way to put it. */
function Drafted({ of: { charter, successor }, root }: { of: SuccessorDrafted; root: string }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { locale } = usePreferences()
  const putting = useMutation({
    mutationFn: () => postJson<SuccessorDrafted>(SUCCESSORS, { charter }),
    onSuccess: () =>
      void navigate({
        to: '/cases/$id/put-charter',
        params: { id: root },
        search: { step: 'charter', from: successor.id },
      }),
  })
  return (
    <article className="successor" aria-live="polite">
      <h3>{successor.told[locale].title}</h3>
      <Differences of={successor} />
      <IdShown of={successor} what={intl.formatMessage({ id: 'found.charter.of' })} />
      {putting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, putting.error)}
        </p>
      ) : null}
      <p className="row">
        <Download text={new TextDecoder().decode(fromBase64(charter))} name="charter.json">
          {intl.formatMessage({ id: 'found.charter.download' })}
        </Download>
        <button
          type="button"
          className="btn primary"
          aria-disabled={putting.isPending}
          onClick={() => putting.mutate()}
        >
          {intl.formatMessage({ id: 'successor.draft.put' })}
        </button>
      </p>
    </article>
  )
}

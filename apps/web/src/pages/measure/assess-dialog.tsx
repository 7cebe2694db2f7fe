import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { AssessmentDraft, InterviewView, MeasureView } from '../../../../node/src/api.ts'
import { seal } from '../../api/sealed.ts'
import { draftQuery, interviewQuery, type Said } from '../../api/measures.ts'
import { ActDialog } from '../../frame/dialog.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { Finding } from '../../marks/finding.tsx'
import { Moment } from '../../marks/moment.tsx'
import { useCase } from '../case/case-context.ts'
import type { CaseFile } from '../case/case-file.ts'
import { Field } from '../voice/field.tsx'
import { FileOrPutDown } from '../voice/file-or-put-down.tsx'
import { Custody, Refusal } from '../voice/signing.tsx'
import { AssessSheet } from './assess-sheet.tsx'
import { atHomeAtFirst } from './at-home.ts'
import type { Stated } from './stated.ts'
import { InterviewQuestions } from './interview-questions.tsx'
import { useMeasureFiling } from './use-measure-filing.ts'

export type Stating = Readonly<Record<string, Stated>>

type Begun = NonNullable<InterviewView['interview']>

/** A form that asks more than the interview would: it gives the fields of every fact that it asks for. */
export type AskedForm = {
  readonly title: string
  readonly onClose: () => void
  readonly foot: ReactNode
  readonly fields: (facts: Stating, change: (id: string, stated: Stated) => void) => ReactNode
}

/** A nation assesses: it answers what can still change the result, and signs its adviser's word. */
export function AssessDialog({ measure, form }: { measure: MeasureView; form?: AskedForm }) {
  const { view } = useCase()
  const { data, error } = useQuery(interviewQuery(view.id, measure.step))
  if (!data && !error) return null
  return (
    <Interview
      measure={measure}
      {...(form ? { form } : {})}
      {...(data?.interview ? { begun: data.interview } : {})}
    />
  )
}

type Props = {
  readonly measure: MeasureView
  readonly begun?: Begun
  readonly form?: AskedForm
}

function Interview({ measure, begun, form }: Props) {
  const intl = useIntl()
  const file = useCase()
  const { close, filing } = useMeasureFiling(file, measure.step, 'measure.filed.assess')
  const [facts, setFacts] = useState<Stating>(() => beganWith(file, measure, begun))
  const [word, setWord] = useState(begun?.word ?? '')
  const [differs, setDiffers] = useState(false)
  const [tried, setTried] = useState(false)
  const change = (id: string, stated: Stated) => setFacts({ ...facts, [id]: stated })
  const [home, setHome] = useState<ReadonlySet<string>>(() => atHomeAtFirst(facts))
  const said: Said = { ...useSaidFacts(facts, home), ...inWords(word, differs) }
  const settled = useSettled(said)
  const draft = useQuery(draftQuery(file.view.id, measure.step, settled))
  const isCurrent = !draft.isFetching && JSON.stringify(settled) === JSON.stringify(said)
  const payload = isCurrent ? draft.data?.payload : undefined
  return (
    <ActDialog
      title={form?.title ?? intl.formatMessage({ id: 'measure.do.assess' })}
      subtitle={measure.title}
      onClose={form?.onClose ?? close}
      footer={
        <>
          <p className="small">{intl.formatMessage({ id: 'law.not-a-ruling' })}</p>
          {form?.foot}
          <FileOrPutDown
            kind="assess"
            payload={payload}
            pending={filing.isPending || (word.trim() !== '' && !payload)}
            onFile={filing.mutate}
            onWrong={() => setTried(word.trim() === '')}
          />
        </>
      }
    >
      <div className="cols">
        <div className="choose wide">
          <TakenUp begun={begun} />
          <Answered draft={draft.data} />
          {form ? (
            form.fields(facts, change)
          ) : (
            <InterviewQuestions
              measure={measure}
              draft={draft.data}
              facts={facts}
              onChange={change}
              atHome={(id) => ({
                is: home.has(id),
                onChange: (is) => setHome(is ? new Set([...home, id]) : without(home, id)),
              })}
            />
          )}
          <WordField word={word} isMissing={tried && word.trim() === ''} onChange={setWord} />
          <Differs draft={draft.data} is={differs} onChange={setDiffers} />
        </div>
        <div className="signing">
          {payload ? <AssessSheet payload={payload} /> : <NotYet isSaid={word.trim() !== ''} />}
          <Custody />
          <Refusal error={draft.error} />
          <Refusal error={filing.error} />
        </div>
      </div>
    </ActDialog>
  )
}

const inWords = (word: string, differs: boolean): Pick<Said, 'word' | 'differs'> => ({
  ...(word.trim() === '' ? {} : { word }),
  ...(differs ? { differs } : {}),
})
/** When what stands here was left. */
const TakenUp = ({ begun }: { begun: Begun | undefined }) =>
  begun === undefined ? null : (
    <p className="small quiet">
      <FormattedMessage id="measure.begun" values={{ at: <Moment at={begun.at} /> }} />
    </p>
  )

function NotYet({ isSaid }: { isSaid: boolean }) {
  const intl = useIntl()
  return (
    <p className="small quiet">
      {intl.formatMessage({ id: isSaid ? 'measure.asking' : 'measure.word.first' })}
    </p>
  )
}

/** The engine rules on nothing: who holds otherwise says so, and the nation's part goes on. */
function Differs({
  draft,
  is,
  onChange,
}: {
  draft: AssessmentDraft | undefined
  is: boolean
  onChange: (is: boolean) => void
}) {
  const intl = useIntl()
  if (draft?.conclusion.value !== 'not-satisfied') return null
  return (
    <div>
      <label className="row small">
        <input type="checkbox" checked={is} onChange={({ target }) => onChange(target.checked)} />
        {intl.formatMessage({ id: 'measure.differs' })}
      </label>
      <p className="small quiet">{intl.formatMessage({ id: 'measure.differs.hint' })}</p>
    </div>
  )
}

function WordField({
  word,
  isMissing,
  onChange,
}: {
  word: string
  isMissing: boolean
  onChange: (word: string) => void
}) {
  const intl = useIntl()
  return (
    <Field
      label={intl.formatMessage({ id: 'measure.word' })}
      hint={intl.formatMessage({ id: 'measure.word.hint' })}
      error={isMissing ? intl.formatMessage({ id: 'measure.error.prose' }) : undefined}
    >
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={4}
          value={word}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** What is said to the coalition, and what the own node alone is given: sealed anew only when that is other than it was. */
function useSaidFacts(facts: Stating, home: ReadonlySet<string>): Said {
  const stated = Object.entries(facts).filter(([, { value }]) => value !== undefined)
  const staying = stated.filter(([id]) => home.has(id))
  const text = staying.length === 0 ? '' : JSON.stringify(Object.fromEntries(staying))
  const sealed = useMemo(() => seal('facts', text), [text])
  return {
    facts: Object.fromEntries(stated.filter(([id]) => !home.has(id))),
    ...(staying.length > 0 ? { atHome: Object.fromEntries(staying), sealed } : {}),
  }
}

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((each) => each !== one))

const beganWith = (file: CaseFile, measure: MeasureView, begun: Begun | undefined): Stating =>
  begun ? (begun.facts as Stating) : factsBefore(file, measure)

/** What this nation said of itself in its last assessment is where the next begins. */
function factsBefore({ view, us }: CaseFile, { version }: MeasureView): Stating {
  const before = view.acts.findLast(
    ({ act, party, void: voided }) =>
      party === us && !voided && act?.kind === 'assess' && act.on === version,
  )?.act
  return before?.kind === 'assess' ? before.facts : {}
}

/** Asked again when the person pauses, not at every key. */
function useSettled(said: Said): Said {
  const wanted = JSON.stringify(said)
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), 400)
    return () => clearTimeout(timer)
  }, [wanted])
  return useMemo(() => JSON.parse(settled) as Said, [settled])
}

function Answered({ draft }: { draft: AssessmentDraft | undefined }) {
  const intl = useIntl()
  const say = useSay()
  if (!draft) return <p className="quiet">{intl.formatMessage({ id: 'measure.asking' })}</p>
  return (
    <section className="answered" aria-live="polite">
      <Finding value={draft.conclusion.value} />
      <p>{say(draft.conclusion.words)}.</p>
      <p className="small quiet">
        {intl.formatMessage({ id: `measure.view.${draft.view}` })}{' '}
        {intl.formatMessage({ id: 'measure.questions' }, { count: draft.questions.length })}
      </p>
    </section>
  )
}

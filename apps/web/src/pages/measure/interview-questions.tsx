import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { askedOf, getFact, isFactId } from '@entente/law'
import type { AssessmentDraft, MeasureView } from '../../../../node/src/api.ts'
import { FactInput } from './fact-input.tsx'
import { answeredIn, openInOrder } from './interview-order.ts'
import type { Stated } from './stated.ts'

type Props = {
  readonly measure: MeasureView
  readonly draft: AssessmentDraft | undefined
  readonly facts: Readonly<Record<string, Stated>>
  readonly onChange: (id: string, stated: Stated) => void
  readonly atHome: (id: string) => {
    readonly is: boolean
    readonly onChange: (is: boolean) => void
  }
}

/** What can still change the answer, as the node asks it now; above it, folded, what was answered. */
export function InterviewQuestions({ measure, draft, facts, onChange, atHome }: Props) {
  const intl = useIntl()
  const place = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<readonly string[]>([])
  const referred = referredIds(measure)
  useEffect(() => {
    if (!draft) return
    const asked = [...draft.questions.map(({ id }) => id), ...referredIds(measure)]
    setOpen((shown) => openInOrder([...new Set(asked)], shown, idAt(place.current)))
  }, [draft, measure])
  const answered = answeredIn(facts, [...open, ...referred])
  const questions = (ids: readonly string[]) =>
    ids.filter(isFactId).map((id) => (
      <div key={id} data-fact={id}>
        <FactInput
          fact={getFact(id)}
          stated={facts[id]}
          atHome={atHome(id)}
          onChange={(next) => onChange(id, next)}
        />
        {facts[id]?.value === undefined ? null : (
          <p className="small quiet said-already">
            {intl.formatMessage({ id: 'measure.said-already' })}
          </p>
        )}
      </div>
    ))
  return (
    <>
      {answered.length > 0 ? (
        <details className="said-before">
          <summary>
            {intl.formatMessage({ id: 'measure.said-before' }, { count: answered.length })}
          </summary>
          {questions(answered)}
        </details>
      ) : null}
      <div ref={place} className="open-questions">
        {questions(open)}
      </div>
    </>
  )
}

/** The question in which the keyboard is. */
const idAt = (place: HTMLElement | null): string | undefined => {
  const here = document.activeElement
  if (!place || !here || !place.contains(here)) return undefined
  return here.closest<HTMLElement>('[data-fact]')?.dataset['fact']
}

/** Of a referral no rule asks anything: what can be recorded of it is shown whole. */
const referredIds = ({ terms: { kind } }: MeasureView): readonly string[] =>
  kind === 'self-defence-referral' ? askedOf(kind).map(({ id }) => id) : []

import { useId, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ActId } from '@entente/accord'
import { factGrade, findTerm, GRADE_AXES } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { useScaled } from '../../marks/scaled.tsx'
import { evidenceOf } from '../attribution/attribution-fields.ts'
import { EvidenceChoice } from '../attribution/evidence-choice.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { namedActs, otherGrounds, withGrade, withGrounds, type Stated } from './stated.ts'
import './measure.css'

type Props = {
  readonly stated: Stated
  readonly onChange: (stated: Stated) => void
}

/** What a stated fact rests on, and how good that is: folded, with the grade in plain words on top. */
export function FactGrounds({ stated, onChange }: Props) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const file = useCase()
  const { grade } = useScaled()
  const acts = evidenceOf(file).map(({ id }) => id)
  const named = namedActs(stated, acts)
  // What is typed, as it is typed: a separator alone names nothing yet.
  const [others, setOthers] = useState(otherGrounds(stated, acts).join('; '))
  const put = (next: readonly ActId[], typed: string) =>
    onChange(withGrounds(stated, [...next, ...typed.split(';').map((one) => one.trim())]))
  const says =
    stated.grade === undefined ? intl.formatMessage({ id: 'views.sure.0' }) : grade(stated.grade)
  return (
    <details className="fact-grounds">
      <summary className="small">
        {intl.formatMessage(
          { id: 'measure.grounds' },
          { count: stated.evidence?.length ?? 0, grade: says },
        )}
      </summary>
      {acts.length > 0 ? (
        <EvidenceChoice named={named} error={undefined} onChange={(next) => put(next, others)} />
      ) : null}
      <Field label={intl.formatMessage({ id: 'measure.evidence' })} error={undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={others}
            onChange={({ target }) => {
              setOthers(target.value)
              put(named, target.value)
            }}
          />
        )}
      </Field>
      <Grade legend={findTerm('grade')?.label[locale] ?? ''} stated={stated} onChange={onChange} />
    </details>
  )
}

/** Both axes of the Admiralty scale; whoever grades one has not judged the other until they say so. */
function Grade({ legend, stated, onChange }: Props & { legend: string }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const { title } = useScaled()
  const id = useId()
  return (
    <fieldset className="grade" aria-describedby={id}>
      <legend className="label">{legend}</legend>
      <p className="small quiet" id={id}>
        {title(factGrade(''))}
      </p>
      {GRADE_AXES.map(({ id: axis, label, marks }, at) => (
        <Field key={axis} label={label[locale]} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={stated.grade?.charAt(at) ?? ''}
              onChange={({ target }) => onChange(withGrade(stated, axis, target.value))}
            >
              <option value="">{intl.formatMessage({ id: 'views.sure.0' })}</option>
              {marks.map((mark) => (
                <option key={mark.value} value={mark.value}>
                  {`${mark.value}: ${mark.label[locale]}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </fieldset>
  )
}

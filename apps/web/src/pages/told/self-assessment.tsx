import { useState } from 'react'
import { useIntl } from 'react-intl'
import { MEASURE_LEVELS, NIS2_MEASURES } from '@entente/accord'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { instantNow } from '../voice/payload.ts'
import { SayDialog } from '../voice/say-dialog.tsx'
import { assessedBy } from './line-told.ts'

type Level = (typeof MEASURE_LEVELS)[number]

/** An operator says how far it is, measure by measure of NIS2, Article 21(2). */
export function SelfAssessmentDialog() {
  const intl = useIntl()
  const file = useCase()
  const [today] = useState(() => instantNow().slice(0, 10))
  const [levels, setLevels] = useState<Readonly<Record<string, Level>>>(() =>
    Object.fromEntries(
      (assessedBy(file)?.act.measures ?? []).map(({ measure, level }) => [measure, level]),
    ),
  )
  const measures = NIS2_MEASURES.flatMap((measure) => {
    const level = levels[measure]
    return level ? [{ measure, level, assessedOn: today }] : []
  })
  const set = (measure: string, value: string) => {
    const level = MEASURE_LEVELS.find((one) => one === value)
    const { [measure]: _before, ...others } = levels
    setLevels(level ? { ...others, [measure]: level } : others)
  }
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'self.title' })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'self.what' })}
      step={undefined}
      done="self.filed"
      said={{ kind: 'self-assessment', regime: 'nis2-21-2', measures }}
      rows={measures.map(({ measure, level }) => [`21(2)(${measure})`, level] as const)}
    >
      {(isWrong) => (
        <>
          {isWrong('measures') ? (
            <p className="error" role="alert">
              {intl.formatMessage({ id: 'self.error' })}
            </p>
          ) : null}
          {NIS2_MEASURES.map((measure) => (
            <Field
              key={measure}
              label={`(${measure}) ${intl.formatMessage({ id: `nis2.${measure}` })}`}
              error={undefined}
            >
              {(control) => (
                <select
                  {...control}
                  className="input until"
                  value={levels[measure] ?? ''}
                  onChange={({ target }) => set(measure, target.value)}
                >
                  <option value="">{intl.formatMessage({ id: 'self.unsaid' })}</option>
                  {MEASURE_LEVELS.map((level) => (
                    <option key={level} value={level}>
                      {intl.formatMessage({ id: `self.level.${level}` })}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </>
      )}
    </SayDialog>
  )
}

import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import type { MeasureView } from '../../../../node/src/api.ts'
import { Plate } from '../../marks/plate.tsx'
import { StageBadge } from '../../marks/stage.tsx'
import { useCase } from '../case/case-context.ts'
import { whatIf } from '../case/what-if.ts'

/** Where every nation's part would stand with this act, computed here by the library that every node runs. */
export function PartIfSigned({ act, measure }: { act: Act; measure: MeasureView }) {
  const intl = useIntl()
  const file = useCase()
  const nations = useMemo(
    () => whatIf(file.view, [act]).measures?.find(({ step }) => step === measure.step)?.nations,
    [file, act, measure.step],
  )
  if (!nations) return null
  return (
    <section aria-live="polite">
      <h3>{intl.formatMessage({ id: 'give.if' })}</h3>
      <ul className="if-signed">
        {measure.nations.map(({ party, name, stage }) => {
          const after = nations[party]?.stage ?? stage
          return (
            <li key={party} className="nat">
              <Plate party={party} name={name} us={party === file.us} /> {name}
              <StageBadge stage={after} />
              {after === stage ? null : (
                <b className="small">{intl.formatMessage({ id: 'measure.changes' })}</b>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

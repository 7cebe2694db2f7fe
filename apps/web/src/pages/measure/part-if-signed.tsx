import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import type { MeasureView } from '../../../../node/src/api.ts'
import { whatIfQuery } from '../../api/measures.ts'
import { Plate } from '../../marks/plate.tsx'
import { StageBadge } from '../../marks/stage.tsx'
import { useCase } from '../case/case-context.ts'

/**
 * Where every nation's part would stand with this act. The node is asked: whether a text was adopted
 * hangs on certificates, which the page's own computation leaves out.
 */
export function PartIfSigned({ act, measure }: { act: Act; measure: MeasureView }) {
  const intl = useIntl()
  const file = useCase()
  const { data } = useQuery(whatIfQuery(file.view.id, act, file.view.digest))
  const nations = data?.state.measures?.find(({ step }) => step === measure.step)?.nations
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

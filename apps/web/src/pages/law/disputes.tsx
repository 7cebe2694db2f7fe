import { useIntl } from 'react-intl'
import type { AssessmentView, DisputeView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from '../case/case-context.ts'
import { Sides } from './sides.tsx'

/** What is contested, and who holds what, above everything that is agreed. */
export function Disputes({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  return (
    <section className="disputes" aria-labelledby="disputes">
      <h3 id="disputes">
        {intl.formatMessage({ id: 'law.disputes' }, { count: view.disputes.length })}
      </h3>
      {view.disputes.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'law.disputes.none' })}</p>
      ) : (
        <ul>
          {view.disputes.map((dispute) => (
            <Dispute key={dispute.id} dispute={dispute} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Open where nations of this case stand on different sides: that is where they have to talk. */
function Dispute({ dispute }: { dispute: DisputeView }) {
  const intl = useIntl()
  const say = useSay()
  const file = useCase()
  const isHere = (code: string) => file.members.some(({ id }) => id === code)
  const divides =
    dispute.sides.filter(({ holders }) => holders.some(({ code }) => isHere(code))).length > 1
  return (
    <li>
      <details open={divides}>
        <summary>
          <b>{say(dispute.about)}</b>{' '}
          <span className="decides">
            <span className="small">{intl.formatMessage({ id: 'law.decisive' })}</span>{' '}
            {dispute.decisiveFor.map((code) => (
              <span key={code} className="nat">
                <Plate party={code} name={file.nameOf(code)} us={code === file.us} />{' '}
                <span className="hidden">{file.nameOf(code)} </span>
              </span>
            ))}
          </span>
        </summary>
        <Sides of={dispute.sides} />
      </details>
    </li>
  )
}

import { FormattedMessage, useIntl } from 'react-intl'
import type { AssessmentView } from '../../../../node/src/api.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { Day } from '../../marks/day.tsx'
import { findingWord } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useCase } from '../case/case-context.ts'
import { type Fact, sayValue } from './say-fact.ts'

type ConflictProps = {
  readonly of: AssessmentView['nations'][number]['conflicts'][number]
  readonly fact: Fact | undefined
}

/** What a nation's act has and its assessment asserts otherwise, both with their acts. */
function Conflict({ of: { fact: id, recorded, asserted }, fact }: ConflictProps) {
  const intl = useIntl()
  const say = useSay()
  const value = ({ value: said }: typeof recorded) => sayValue(fact, said, { intl, say })
  return (
    <p className="note hold small">
      <FormattedMessage
        id="law.adviser.conflict"
        values={{
          question: fact ? say(fact.question) : id,
          recorded: value(recorded),
          act: <ActRef id={recorded.evidence[0] ?? ''} />,
          asserted: value(asserted),
          assess: <ActRef id={asserted.evidence[0] ?? ''} />,
        }}
      />
    </p>
  )
}

/** The adviser's own word beside the engine's: what was signed, and what the engine answers now. */
export function Advisers({ view }: { view: AssessmentView }) {
  const intl = useIntl()
  const { us } = useCase()
  return (
    <section aria-labelledby="advisers">
      <h3 id="advisers">{intl.formatMessage({ id: 'law.advisers' })}</h3>
      <ul className="lines advisers">
        {view.nations.map(({ code, name, assessment, conflicts }) => (
          <li key={code}>
            <p className="nat">
              <Plate party={code} name={name} us={code === us} /> <b>{name}</b>
            </p>
            {assessment ? (
              <>
                <blockquote className="treaty">“{assessment.word}”</blockquote>
                <p className="source">
                  <FormattedMessage
                    id="law.adviser.signed"
                    values={{
                      outcome: intl.formatMessage({ id: findingWord(assessment.outcome) }),
                      on: <Day on={assessment.asOf} />,
                      act: <ActRef id={assessment.act} />,
                      base: <code>{assessment.lawBase}</code>,
                    }}
                  />{' '}
                  {assessment.differs ? (
                    <b>{intl.formatMessage({ id: 'law.adviser.differs' })} </b>
                  ) : null}
                  {assessment.isAsserted ? (
                    <b>{intl.formatMessage({ id: 'law.adviser.asserted' })} </b>
                  ) : null}
                  {assessment.isOtherBase
                    ? `${intl.formatMessage({ id: 'law.adviser.other-base' })} `
                    : null}
                  {assessment.now && assessment.now !== assessment.outcome ? (
                    <b>
                      {intl.formatMessage(
                        { id: 'law.adviser.now' },
                        { now: intl.formatMessage({ id: findingWord(assessment.now) }) },
                      )}
                    </b>
                  ) : null}
                </p>
              </>
            ) : (
              <p className="quiet">{intl.formatMessage({ id: 'law.adviser.none' }, { name })}</p>
            )}
            {conflicts.map((one) => (
              <Conflict key={one.fact} of={one} fact={view.questions[one.fact]} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

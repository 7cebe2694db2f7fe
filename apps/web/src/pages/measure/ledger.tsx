import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CallView, MeasureView, NationView } from '../../../../node/src/api.ts'
import { useSay } from '../../i18n/use-say.ts'
import { ActRef } from '../../marks/act-ref.tsx'
import { Day } from '../../marks/day.tsx'
import { findingWord } from '../../marks/finding.tsx'
import { Plate } from '../../marks/plate.tsx'
import { StageBadge } from '../../marks/stage.tsx'
import { StandingBadge } from '../../marks/standing.tsx'
import { VoiceMark } from '../../marks/voice-mark.tsx'
import { useCase } from '../case/case-context.ts'
import { MeasureSentence } from '../case/measure-sentence.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Clock } from './clock.tsx'
import { Deeds } from './deeds.tsx'
import { Options } from './options.tsx'
import { MeasureOverTime } from './over-time.tsx'
import { Playbooks } from './playbooks.tsx'
import { recordOf, type OnRecord } from './record.ts'
import { StepMark } from './step-mark.tsx'
import { stepsOf, type NationStep } from './steps.ts'

/** One measure: what it is, when it is looked at again, each nation's way through it, and its acts. */
export function Ledger({ measure }: { measure: MeasureView }) {
  const intl = useIntl()
  const file = useCase()
  const record = recordOf(file, measure)
  return (
    <section className="ledger" aria-labelledby={`measure-${measure.step}`}>
      <header className="measure-head">
        <h2 id={`measure-${measure.step}`} lang={file.textOf(measure.version)?.lang}>
          {measure.title}
        </h2>
        <StandingBadge standing={measure.standing} />
        <Link
          className="btn push"
          to="/cases/$id/law"
          params={{ id: file.view.id }}
          search={{ step: measure.step }}
        >
          {intl.formatMessage({ id: 'measure.law' })}
        </Link>
      </header>
      <p className="small quiet">
        <FormattedMessage
          id="measure.about"
          values={{
            kind: intl.formatMessage({ id: `measure.kind.${measure.terms.kind}` }),
            against: measure.terms.against.name,
            number: measure.number,
            rule: intl.formatMessage({ id: `rule.${measure.rule}` }),
            gate: measure.gate.open ? 'open' : 'shut',
          }}
        />{' '}
        <Link to="/cases/$id" params={{ id: file.view.id }} search={{ step: measure.step }}>
          {intl.formatMessage({ id: 'measure.text' })}
        </Link>
      </p>
      <Clock review={measure.review} />
      <Deeds measure={measure} />
      <ul className="parts">
        {measure.nations.map((nation) => (
          <Part key={nation.party} measure={measure} nation={nation} record={record} />
        ))}
      </ul>
      <MeasureOverTime measure={measure} record={record} />
      <Calls of={[...measure.calls, ...measure.notices]} />
      <Options measure={measure} />
      <Playbooks measure={measure} />
      <Acts record={record} />
    </section>
  )
}

type PartProps = {
  readonly measure: MeasureView
  readonly nation: NationView
  readonly record: readonly OnRecord[]
}

function Part({ measure, nation, record }: PartProps) {
  const intl = useIntl()
  const file = useCase()
  const { party, name, stage, reasons } = nation
  return (
    <li className="part">
      <h3 className="nat">
        <Plate party={party} name={name} us={party === file.us} /> {name}{' '}
        <StageBadge stage={stage} />
      </h3>
      <ol className="steps">
        {stepsOf(measure, nation, record).map((step) => (
          <Step key={step.name} step={step} nation={nation} measure={measure} />
        ))}
      </ol>
      {reasons.length > 0 ? (
        <ul className="reasons">
          {reasons.map(({ code, act }) => (
            <li key={`${code} ${act ?? ''}`}>
              {intl.formatMessage({ id: `measure.reason.${code}` }, { name })}{' '}
              {act ? <ActRef id={act} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function Step({
  step,
  nation,
  measure,
}: {
  step: NationStep
  nation: NationView
  measure: MeasureView
}) {
  const intl = useIntl()
  const file = useCase()
  return (
    <li className={`step st-${step.state}`}>
      <StepMark state={step.state} />
      <div>
        <b>{intl.formatMessage({ id: `measure.step.${step.name}` })}</b>
        <Said step={step} nation={nation} measure={measure} />
        <span className="small quiet">
          {step.on ? <Day on={step.on} /> : null} {step.act ? <ActRef id={step.act} /> : null}
          {step.by
            ? ` ${intl.formatMessage({ id: 'measure.by' }, { name: file.nameOf(step.by) })}`
            : null}
        </span>
      </div>
    </li>
  )
}

/** What a step says beside that it is done. */
function Said({
  step,
  nation,
  measure,
}: {
  step: NationStep
  nation: NationView
  measure: MeasureView
}) {
  const intl = useIntl()
  switch (step.name) {
    case 'assess': {
      const { assessment } = nation
      if (!assessment) return null
      const outcome = intl.formatMessage({ id: findingWord(assessment.outcome) })
      const now =
        assessment.now && assessment.now !== assessment.outcome ? assessment.now : undefined
      return (
        <span className="small">
          {outcome}
          {now
            ? `; ${intl.formatMessage({ id: 'measure.now' }, { now: intl.formatMessage({ id: findingWord(now) }) })}`
            : null}
          {assessment.isOvertaken ? (
            <FellAway of={assessment.fellAway} stage={nation.stage} />
          ) : null}
        </span>
      )
    }
    case 'consent':
      return (
        <span className="small voice-said">
          <VoiceMark voice={nation.voice} little />{' '}
          <span aria-hidden="true">{intl.formatMessage({ id: `voice.${nation.voice}` })}</span>
        </span>
      )
    case 'adopted':
      return measure.adopted.length === 0 ? (
        <span className="small">
          {intl.formatMessage({
            id: measure.gate.open ? 'measure.gate.open' : 'measure.gate.shut',
          })}
        </span>
      ) : null
    case 'call': {
      const call = measure.calls.find(({ act }) => act === step.act)
      return call?.answer ? (
        <span className="small">
          {intl.formatMessage({ id: `measure.answer.${call.answer as 'refused'}` })}
        </span>
      ) : null
    }
    case 'notice':
      return step.state === 'done' && step.on === undefined ? (
        <span className="small">{intl.formatMessage({ id: 'measure.urgent' })}</span>
      ) : null
    case 'start':
    case 'review':
    case 'end':
      return null
  }
}

/** Calls and notices of all nations, with what came back. */
export function Calls({ of }: { of: readonly CallView[] }) {
  const intl = useIntl()
  const file = useCase()
  if (of.length === 0) return null
  return (
    <section>
      <h3>{intl.formatMessage({ id: 'measure.calls' })}</h3>
      <ul className="lines">
        {of.map(({ act, party, to, on, answer }) => {
          const kind = file.actOf(act)?.act?.kind === 'notice' ? 'notice' : 'call'
          return (
            <li key={act}>
              <Plate party={party} name={file.nameOf(party)} us={party === file.us} />{' '}
              <FormattedMessage
                id={`measure.said.${kind}`}
                values={{ name: file.nameOf(party), to }}
              />{' '}
              <span className="small quiet">
                {on ? <Day on={on} /> : intl.formatMessage({ id: 'measure.urgent' })}
                {answer
                  ? `, ${intl.formatMessage({ id: `measure.answer.${answer as 'refused'}` })}`
                  : null}{' '}
                <ActRef id={act} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Every act on this measure, as its author's clock has it. */
function Acts({ record }: { record: readonly OnRecord[] }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <details className="acts-of">
      <summary>{intl.formatMessage({ id: 'measure.acts' }, { count: record.length })}</summary>
      <ol className="lines">
        {record.map(({ id, party, act }) => (
          <li key={id}>
            <Plate party={party} name={file.nameOf(party)} us={party === file.us} />{' '}
            <b>{file.nameOf(party)}</b> <MeasureSentence act={act} />{' '}
            <span className="small quiet">
              <Moment at={act.claimedAt} /> <ActRef id={id} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** That the rules answer worse than was signed, and on which of them that rests. */
function FellAway({
  of,
  stage,
}: {
  of: NonNullable<NationView['assessment']>['fellAway']
  stage: NationView['stage']
}) {
  const intl = useIntl()
  const say = useSay()
  return (
    <span className="note against" role="note">
      {intl.formatMessage({ id: 'measure.fell' }, { stage })}{' '}
      {of.map(({ norm, question, because }) => (
        <span key={norm}>
          {say(question)} {because ? `${say(because)}. ` : ''}
        </span>
      ))}
    </span>
  )
}

import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { StepKind } from '@entente/accord'
import { useCase } from './case-context.ts'
import { attributionsBy, isAuthor, lastOf, type CaseFile, type Step } from './case-file.ts'

type Look = 'done' | 'own' | 'shut' | 'open' | 'next'

const lookOf = (step: Step): Look => {
  if (step.rule === 'each-its-own') return 'own'
  const version = lastOf(step)
  if (!version) return 'next'
  if (version.inForce) return 'done'
  return version.gate.open ? 'open' : 'shut'
}

/** The steps of the case in their order: which stand, which are shut, which have no text yet. */
export function Path({ current }: { current: Step | undefined }) {
  const intl = useIntl()
  const file = useCase()
  const word = useStepWord()
  return (
    <nav className="path-scroll" aria-label={intl.formatMessage({ id: 'case.path' })}>
      <ol className="path">
        {file.steps.map((step) => (
          <li
            key={step.id}
            className={`${lookOf(step)}${step.id === current?.id ? ' now' : ''}`}
            aria-current={step.id === current?.id ? 'step' : undefined}
          >
            <i aria-hidden="true" />
            <Link from="/cases/$id" to="." search={{ step: step.id }}>
              <b>{intl.formatMessage({ id: `step.${step.kind}` })}</b>
            </Link>
            <span>{word(file, step)}</span>
          </li>
        ))}
      </ol>
      <NewStep />
    </nav>
  )
}

/** Whom the charter names for a kind of step may begin one. */
function NewStep() {
  const intl = useIntl()
  const file = useCase()
  const isFiler = StepKind.options.some((kind) => isAuthor(file, kind))
  if (!isFiler || !file.may('propose') || file.view.charter.public) return null
  return (
    <Link className="btn little new-step" from="/cases/$id" to="/cases/$id/propose" search={{}}>
      {intl.formatMessage({ id: 'version.new' })}
    </Link>
  )
}

/** A step behind this one of which there is a text: this one was passed over. */
const laterWithText = (file: CaseFile, step: Step): Step | undefined =>
  file.steps.slice(file.steps.indexOf(step) + 1).find((later) => lastOf(later))

/** What became of a step, in a few words. */
function useStepWord() {
  const intl = useIntl()
  return (file: CaseFile, step: Step): string => {
    if (step.rule === 'each-its-own')
      return intl.formatMessage(
        { id: 'case.path.own' },
        {
          stated: file.members.filter(({ id }) => attributionsBy(file, id).length > 0).length,
          all: file.members.length,
        },
      )
    const version = lastOf(step)
    if (!version) {
      const later = laterWithText(file, step)
      return later
        ? intl.formatMessage(
            { id: 'case.path.skipped' },
            { step: intl.formatMessage({ id: `step.${later.kind}` }) },
          )
        : intl.formatMessage({ id: 'case.path.none' })
    }
    const { number } = version
    if (version.adopted.length > 0 || version.standing !== 'open')
      return intl.formatMessage(
        { id: 'case.path.standing' },
        { number, standing: intl.formatMessage({ id: `standing.${version.standing}` }) },
      )
    return intl.formatMessage(
      { id: version.gate.open ? 'case.path.open' : 'case.path.shut' },
      { number },
    )
  }
}

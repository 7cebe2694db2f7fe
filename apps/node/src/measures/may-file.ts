import { filedBy, type Act, type MeasureTerms, type NationMeasure } from '@entente/accord'
import { refusedObject } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { isReferred, onRecord } from './record.ts'

/**
 * Refuses to sign what every reader's ledger would count for nothing: a start of what is barred, or
 * a step in a part that was never begun. The readers compute the same, whatever this node signs.
 */
export function assertMayFileMeasure(file: CaseFile, act: Act): void {
  const filed = filedBy(act)
  if (filed) assertTerms(filed)
  else if (act.kind === 'start') assertMayStart(file, act)
  else if (act.kind === 'report' || act.kind === 'suspend' || act.kind === 'terminate')
    assertBegun(file, act)
  else if (act.kind === 'assess') partOf(file, act)
  // Whoever has a mandate may review: what it finds stops everybody's part.
  else if (act.kind === 'review') getMeasureOn(file, act)
}

type Put = Extract<Act, { kind: 'propose' | 'amend' }>

/** A measure carries its terms, nothing else does, and no countermeasure is to deter or to punish. */
function assertTerms({ step, measure }: Put): void {
  if ((step.kind === 'measure') !== (measure !== undefined))
    throw new Refusal(
      422,
      'measure.without-terms',
      measure
        ? `expected the terms of a measure in a text of kind measure, got them in ${step.kind}`
        : `expected the terms of a measure in ${step.id}, got a text without`,
    )
  if (measure) assertObject(measure)
}

function assertObject({ kind, facts }: MeasureTerms): void {
  const object = facts['object']?.value
  const refused =
    object === 'deter' || object === 'punish' ? refusedObject({ kind, object }) : undefined
  if (refused)
    throw new Refusal(
      422,
      'measure.object-refused',
      `expected cessation or reparation as the object of a ${kind}, got ${String(object)}: ${refused.because.en}`,
    )
}

type On = Extract<Act, { kind: 'start' | 'report' | 'review' | 'suspend' | 'terminate' | 'assess' }>

/** The measure whose version an act names; an earlier or later version of the step is no other measure. */
function getMeasureOn(file: CaseFile, { on }: Pick<On, 'on'>) {
  const { steps, measures = [] } = file.state().state
  const step = steps.find(({ versions }) => versions.some(({ id }) => id === on))
  const measure = measures.find((one) => one.step === step?.id)
  const version = step?.versions.find(({ id }) => id === on)
  if (step?.kind === 'measure' && measure && version) return { measure, version }
  throw new Refusal(
    422,
    'measure.unknown',
    `expected a version of a measure, got ${on}${step ? ` of ${step.kind}` : ''}`,
  )
}

const partOf = (file: CaseFile, act: On): NationMeasure => {
  const part = getMeasureOn(file, act).measure.nations[act.party]
  if (part) return part
  throw new Refusal(403, 'voice.none', `expected a member with voices, got ${act.party}`)
}

function assertMayStart(file: CaseFile, act: Extract<Act, { kind: 'start' }>): void {
  const { stage, reasons } = partOf(file, act)
  const { measure, version } = getMeasureOn(file, act)
  if (isReferred(onRecord(file), version.id))
    throw new Refusal(
      409,
      'measure.referred',
      `expected a measure that is carried out here, got ${measure.step}: it is recorded and referred to those who decide on it`,
    )
  const isResumed =
    stage === 'suspended' && reasons.every(({ code }) => code === 'suspended-by-act')
  const why = reasons.map(({ code, act: by }) => `${code}${by === undefined ? '' : ` (${by})`}`)
  if (stage !== 'may-start' && !isResumed)
    throw new Refusal(
      409,
      'measure.barred',
      `expected a measure that ${act.party} may start, got one that is ${stage}${why.length > 0 ? `: ${why.join('; ')}` : ''}`,
    )
  if (measure.version !== act.on)
    throw new Refusal(
      409,
      'measure.barred',
      `expected a start on ${measure.version}, got one on ${act.on}`,
    )
  if (!version.adopted.includes(act.certificate))
    throw new Refusal(
      409,
      'measure.barred',
      `expected a certificate by which ${act.on} was adopted, got ${act.certificate}`,
    )
}

function assertBegun(file: CaseFile, act: On): void {
  const { stage, start } = partOf(file, act)
  if (stage === 'running' || stage === 'suspended') return
  throw new Refusal(
    409,
    'measure.not-begun',
    `expected a part that ${act.party} began and did not end, got one that is ${stage}${start === undefined ? ' and was never begun' : ''}`,
  )
}

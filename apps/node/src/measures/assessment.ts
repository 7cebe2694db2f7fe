import {
  type MeasureState,
  type NationMeasure,
  type PartyId,
  saidBefore,
  type VersionState,
  type Voice,
} from '@entente/accord'
import {
  argumentOf,
  type Claim,
  compareForms,
  getFact,
  disputesAbout,
  editionNamed,
  getNorm,
  heldSides,
  isAsked,
  LAW_BASE,
  LAW_EDITION,
  lawDay,
  laterIn,
  PRECEDENTS,
  routes,
  weighingOf,
  type Assessment,
  type Column,
  type FactId,
  type Trace,
  NOTES,
  type Weighing,
  wordsOf,
} from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type {
  AssessmentView,
  ColumnView,
  ConclusionView,
  DisputeView,
  PrecedentView,
  RowView,
  TraceView,
} from './api.ts'
import { type AskedAs, assessOf, type Assessed } from './assessed.ts'
import { assessedView, onRecord } from './record.ts'

/** The measure of this step, as the ledger has it. */
export function getMeasure(file: CaseFile, step: string): MeasureState {
  const found = file.state().state.measures?.find((measure) => measure.step === step)
  if (found) return found
  throw new Refusal(404, 'measure.unknown', `expected a measure of this case, got ${step}`)
}

/** What the engine answers on the measure of this step. */
export function getAssessed(file: CaseFile, step: string, as: AskedAs = {}): Assessed {
  const { version } = getMeasure(file, step)
  const assessed = assessOf(file, version, as)
  if (assessed) return assessed
  throw new Refusal(
    409,
    'measure.without-terms',
    `expected a text with the terms of a measure, got ${version} without`,
  )
}

/** The version of a measure whose voices count. */
export const versionOf = (file: CaseFile, step: string): VersionState | undefined =>
  file
    .state()
    .state.steps.find(({ id }) => id === step)
    ?.versions.find(({ id }) => id === getMeasure(file, step).version)

/** Rule by nation, with disputes on top: a function of the cut, and so the same on every node. */
export function assessmentView(file: CaseFile, step: string, as: AskedAs = {}): AssessmentView {
  const { form } = as
  const measure = getMeasure(file, step)
  const assessed = getAssessed(file, step, as)
  const { assessment, facts, factsHash } = assessed
  const version = versionOf(file, step)
  const before = saidBefore(file.charter, file.cut(), measure.version)
  const nations = assessment.columns.map((column) =>
    columnView(file, measure, { ...assessed, form }, column),
  )
  const weighing = weighingOf(assessment.measure, participantsIn(version))
  return {
    case: file.charter.id,
    step,
    version: measure.version,
    number: version?.number ?? 0,
    title: facts.title,
    exercise: facts.exercise,
    lawBase: LAW_BASE,
    edition: { on: LAW_EDITION.on, version: LAW_EDITION.version, digest: LAW_EDITION.digest },
    lawOn: lawDay(facts),
    otherEditions: otherEditions(nations),
    factsHash,
    asOf: facts.asOf,
    responsible: facts.responsible,
    ...(form === undefined ? {} : { form }),
    disputes: disputeViews(assessment),
    nations,
    rows: rowViews(assessment),
    ...(weighing ? { weighing: weighingView(weighing) } : {}),
    facts: facts.facts,
    before,
    precedents: precedentsFor(assessment),
    questions: questionsOf(nations, [
      ...Object.keys(facts.facts),
      ...before.map(({ fact }) => fact),
    ]),
  }
}

/** The editions of the law base, other than this node's, under which an assessment on record was signed. */
const otherEditions = (nations: readonly ColumnView[]): AssessmentView['otherEditions'] =>
  nations.flatMap(({ code, assessment }) =>
    assessment?.isOtherBase
      ? [
          {
            nation: code,
            lawBase: assessment.lawBase,
            isKnown: editionNamed(assessment.lawBase) !== undefined,
          },
        ]
      : [],
  )

const DECLINES: ReadonlySet<Voice> = new Set([
  'abstains',
  'abstains-constructively',
  'objects',
  'withdrawn',
])

/** Who takes part as things stand: whoever has not said otherwise. */
export const participantsIn = (version: VersionState | undefined): readonly PartyId[] =>
  Object.entries(version?.voices ?? {}).flatMap(([party, { effective }]) =>
    DECLINES.has(effective) ? [] : [party as PartyId],
  )

const weighingView = ({
  judgements,
  notes,
}: Weighing): NonNullable<AssessmentView['weighing']> => ({
  judgements,
  notes: notes.map(({ code, nations }) => ({ code, nations, words: NOTES[code] })),
})

function columnView(
  file: CaseFile,
  measure: MeasureState,
  assessed: Assessed & Pick<AskedAs, 'form'>,
  column: Column,
): ColumnView {
  const { assessment, bases, form } = assessed
  const { holder, view, trace, conclusion } = column
  const party = holder.code as PartyId
  const nation: NationMeasure | undefined = measure.nations[party]
  // Whatever day was asked for, a signed answer stands beside the one of today.
  const now = assessOf(file, measure.version, { form })?.answerFor(party)
  const signed = nation && assessedView(onRecord(file), nation, now)
  const basis = bases[holder.code] ?? 'none'
  return {
    code: holder.code,
    name: holder.name,
    basis,
    ...(basis === 'none' ? {} : { viewOn: view.asOf }),
    laterViews: assessed.later[holder.code] ?? [],
    laterReadings: laterIn(view).map(({ issue, on, title }) => ({
      issue,
      on,
      ...(title === undefined ? {} : { title }),
    })),
    conclusion: conclusionView(conclusion),
    ...(signed ? { assessment: signed } : {}),
    routes: routes(compareForms(assessment.measure, view)),
    conflicts: assessed.conflicts.filter((one) => one.party === party),
    facts: assessment.measure.nations.find(({ code }) => code === holder.code)?.facts ?? {},
    trace: traceView(trace),
  }
}

export function conclusionView(conclusion: Column['conclusion']): ConclusionView {
  const { value, words, disputedBy, asks, remedies, assumes, later, ended, refused } = conclusion
  return {
    value,
    words,
    disputedBy,
    asks,
    remedies,
    assumes,
    later,
    ended,
    ...(refused ? { refused: { norm: refused.norm, because: refused.because } } : {}),
  }
}

export const disputeViews = ({ disputes }: Pick<Assessment, 'disputes'>): readonly DisputeView[] =>
  disputes.map(({ decisiveFor, ...dispute }) => ({ ...sidesView(dispute), decisiveFor }))

type Held = Omit<Assessment['disputes'][number], 'decisiveFor'>

const sidesView = ({ id, about, issue, sides }: Held): Omit<DisputeView, 'decisiveFor'> => ({
  id,
  about,
  ...(issue === undefined ? {} : { issue }),
  sides: sides.map(({ says, authorities, holders, readAt }) => ({
    says,
    authorities,
    holders: holders.map(({ code, name, names }) => ({
      code,
      name,
      ...(names ? { names } : {}),
    })),
    readAt: readAt.map(({ source, by }) => ({
      source,
      by: by.map(({ holder, ...at }) => ({ code: holder.code, ...at })),
    })),
  })),
})

function rowViews({ rows, columns, known }: Assessment): readonly RowView[] {
  const places = new Map(columns.flatMap(({ trace }) => placesOf(trace)))
  const claims = new Map(columns.flatMap(argumentOf).map((claim) => [claim.id, claim]))
  return rows.map(({ norm: id, cells }) => {
    const norm = getNorm(id)
    const { citation, restatement, url, verification, since, until } = norm.source
    return {
      norm: id,
      kind: norm.kind,
      depth: places.get(id)?.depth ?? 0,
      ...(places.get(id)?.parent === undefined ? {} : { parent: places.get(id)!.parent! }),
      question: norm.question,
      citation,
      restatement,
      ...(url === undefined ? {} : { url }),
      verification,
      since,
      ...(until === undefined ? {} : { until }),
      authorities: norm.kind === 'rule' ? norm.authorities : [],
      disputes: disputesAbout(norm).map((dispute) =>
        sidesView({ ...dispute, sides: heldSides(dispute, known) }),
      ),
      argued: arguedOf(claims.get(id)),
      cells: cells.map(({ nation, finding }) =>
        finding === 'not-asked'
          ? { nation, value: finding, disputes: [], asks: [] }
          : {
              nation,
              value: finding.value,
              ...(finding.because ? { because: finding.because } : {}),
              disputes: finding.disputes.map(({ id: dispute }) => dispute),
              asks: finding.asks ?? [],
            },
      ),
    }
  })
}

function precedentsFor({ rows }: Assessment): readonly PrecedentView[] {
  const asked = new Set(rows.map(({ norm }) => norm))
  return PRECEDENTS.filter(({ rules }) => rules.some((rule) => asked.has(rule))).map(
    ({ entry: _entry, facts: _facts, ...told }) => told,
  )
}

/** The same for every nation: it hangs on the place of the norm, and on no facts. */
const arguedOf = (claim: Claim | undefined): RowView['argued'] => ({
  premise: claim?.premise ?? 'ordinary',
  burden: claim?.burden ?? 'acting',
  standard: claim?.standard ?? { is: 'none-fixed' },
})

type Place = { readonly depth: number; readonly parent: string | undefined }

/** Where each norm stands in what it was put together into. */
const placesOf = (
  trace: Trace,
  depth = 0,
  parent?: string,
): readonly (readonly [string, Place])[] => [
  [trace.norm, { depth, parent }],
  ...(isAsked(trace)
    ? trace.parts.flatMap((part) => placesOf(part, depth + 1, trace.norm))
    : getNormParts(trace.norm, depth)),
]

/** What is not asked keeps its place, with all that it is made of. */
function getNormParts(id: string, depth: number): readonly (readonly [string, Place])[] {
  const norm = getNorm(id)
  if (norm.kind === 'rule') return []
  return norm.parts.flatMap((part) => [
    [part.id, { depth: depth + 1, parent: id }] as const,
    ...getNormParts(part.id, depth + 1),
  ])
}

function traceView(trace: Trace): TraceView {
  if (!isAsked(trace)) return trace
  const { norm, finding, facts, route, parts, view } = trace
  const words = view && wordsOf(view.reading)
  return {
    norm,
    asked: true,
    value: finding.value,
    ...(finding.because ? { because: finding.because } : {}),
    facts,
    route,
    ...(view
      ? {
          reading: {
            issue: view.issue,
            value: view.reading.value,
            before: view.before,
            ...(words ? { words } : {}),
            ...(view.reading.onRecord ? { onRecord: view.reading.onRecord } : {}),
            ...('later' in view.reading && view.reading.later ? { later: view.reading.later } : {}),
            source: view.reading.source,
          },
        }
      : {}),
    parts: parts.map(traceView),
  }
}

/** The question behind every fact that is recorded or missing. */
function questionsOf(
  nations: readonly ColumnView[],
  common: readonly string[],
): AssessmentView['questions'] {
  const ids = new Set([
    ...common,
    ...nations.flatMap(({ facts, conclusion }) => [...Object.keys(facts), ...conclusion.asks]),
  ])
  return Object.fromEntries([...ids].toSorted().map((id) => [id, getFact(id as FactId)]))
}

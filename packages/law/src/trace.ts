import type { InLanguages } from '@entente/lexicon'
import type { FactId, Facts } from './fact.ts'
import { both, type Dispute, either, type Finding, unite, type Value } from './finding.ts'
import { type Effect, factsRead, type Norm, type Overlay, type Rule } from './rule.ts'
import type { Issue, Later, Reading, View } from './view.ts'

/** A rule whose question does not arise in this form or at this stage. */
type NotAsked = {
  readonly norm: string
  readonly asked: false
  /** The rules under it that no measure may pass over: reached, raised by nobody, taken to be met. */
  readonly assumed?: readonly string[]
}

/** What a view says on the issue of a rule, and what the facts alone gave before it was laid over. */
type Laid = {
  readonly issue: Issue
  readonly reading: Reading
  readonly before: Value
}

/** How one norm came to its finding: the parts it was put together from, all of them. */
export type Traced = {
  readonly norm: string
  readonly kind: Norm['kind']
  readonly asked: true
  readonly finding: Finding
  readonly view?: Laid
  /** The facts it looked at that are recorded. */
  readonly facts: readonly FactId[]
  /** The parts that decided. */
  readonly route: readonly string[]
  readonly parts: readonly Trace[]
}

export type Trace = Traced | NotAsked

/** What the same norm found under the same view, and the facts that are other than they were then. */
export type Before = { readonly trace: Trace; readonly changed: readonly string[] }

/**
 * One norm on one set of facts under one view; parts that do not arise are kept and not counted.
 * What reads none of the facts that changed since `before` is that trace itself.
 */
export function traceOf(norm: Norm, facts: Facts, view: View, before?: Before): Trace {
  if (before && !before.changed.some((id) => factsRead(norm).has(id))) return before.trace
  if (norm.arises?.(facts) === false) return notAsked(norm, norm.assumed ? [norm.id] : [])
  if (norm.kind === 'rule') return traceOfRule(norm, facts, view)
  const earlier = before && isAsked(before.trace) ? before.trace.parts : []
  const parts = norm.parts.map((part, at) =>
    traceOf(part, facts, view, before && earlier[at] && { ...before, trace: earlier[at] }),
  )
  const asked = parts.filter(isAsked)
  if (asked.length === 0) return notAsked(norm, parts.flatMap(assumedIn))
  const findings = asked.map(({ finding }) => finding)
  const combined = norm.kind === 'all' ? both(findings) : either(findings)
  const finding =
    norm.remedy && combined.value === 'not-satisfied'
      ? { ...combined, remedy: norm.remedy }
      : combined
  const route = asked
    .filter((part) => part.finding.value === finding.value)
    .map((part) => part.norm)
  return { norm: norm.id, kind: norm.kind, asked: true, finding, facts: [], route, parts }
}

const notAsked = ({ id }: Norm, assumed: readonly string[]): NotAsked => ({
  norm: id,
  asked: false,
  ...(assumed.length === 0 ? {} : { assumed }),
})

/** Worked out once for each trace: what is asked again after a change is asked of what changed alone. */
function once<T>(workOut: (trace: Traced) => T): (trace: Traced) => T {
  const known = new WeakMap<Traced, { readonly is: T }>()
  return (trace) => {
    if (trace.parts.length === 0) return workOut(trace)
    const found = known.get(trace) ?? { is: workOut(trace) }
    known.set(trace, found)
    return found.is
  }
}

/** The rules that were reached, that nobody raised, and that are taken to be met. */
export const assumedIn = (trace: Trace): readonly string[] =>
  isAsked(trace) ? assumedUnder(trace) : (trace.assumed ?? [])

const assumedUnder: (trace: Traced) => readonly string[] = once(({ parts }) =>
  parts.flatMap(assumedIn),
)

export const isAsked = (trace: Trace): trace is Traced => trace.asked

function traceOfRule(rule: Rule, facts: Facts, view: View): Traced {
  const tested = rule.test(facts)
  const recorded = rule.facts.filter((id) => facts[id] !== undefined)
  const common = {
    norm: rule.id,
    kind: 'rule',
    asked: true,
    facts: recorded,
    route: [],
    parts: [],
  } as const
  if (!rule.view) return { ...common, finding: tested }
  const { issue } = rule.view
  const reading = view.readings[issue]
  return {
    ...common,
    finding: laidOver(tested, rule.view, reading),
    view: { issue, reading, before: tested.value },
  }
}

/** The dispute is raised where some reading would change what the facts gave, whichever reading it is. */
function laidOver(tested: Finding, overlay: Overlay, reading: Reading): Finding {
  const matters = Object.keys(overlay.effects).some(
    (each) => turned(overlay, each, tested.value) !== tested.value,
  )
  if (!matters) return tested
  const disputes = unite([tested.disputes, [overlay.dispute]])
  const value = turned(overlay, reading.value, tested.value)
  if (value === tested.value) return { ...tested, disputes }
  return { value, disputes, because: why(overlay.dispute, reading) }
}

/** What a reading makes of the value that the facts alone gave. */
export function turned({ effects }: Overlay, reading: string, value: Value): Value {
  const byReading: Readonly<Record<string, Effect>> = effects
  return byReading[reading]?.[value] ?? value
}

function why({ sides }: Dispute, of: Reading): InLanguages {
  const reading: string = of.value
  if (of.value === 'unknown' && of.later) return whyLaterReading(of.later)
  if (reading === 'silent')
    return {
      en: 'what its holder published does not say, and silence is not acceptance',
      es: 'lo publicado por su titular no lo dice, y el silencio no es aceptación',
    }
  if (reading === 'unknown')
    return {
      en: 'no source that was read says what its holder holds',
      es: 'ninguna fuente leída dice qué sostiene su titular',
    }
  const side = sides.find(({ readings }) => readings?.includes(reading))
  if (!side)
    return {
      en: `its holder’s view (${reading}) leaves it open`,
      es: `la visión de su titular (${reading}) lo deja abierto`,
    }
  return {
    en: `under its holder’s view: ${side.says.en}`,
    es: `según la visión de su titular: ${side.says.es}`,
  }
}

/** Why a reading is not used that its holder gave only after the day. */
const whyLaterReading = ({ on, title }: Later): InLanguages => {
  const what = title === undefined ? on : `${title}, ${on}`
  return {
    en: `what its holder said of it is of a later day than the one asked for: ${what}`,
    es: `lo que su titular dijo de ello es posterior al día por el que se pregunta: ${what}`,
  }
}

/** Every trace of a tree, from the top, in the order in which it is asked. */
export function flat(trace: Trace): readonly Trace[] {
  const all: Trace[] = []
  const add = (each: Trace): void => {
    all.push(each)
    if (isAsked(each)) for (const part of each.parts) add(part)
  }
  add(trace)
  return all
}

/** Where one norm stands in a trace; undefined where what it is part of was not asked. */
export const findTraced = (trace: Trace, norm: string): Trace | undefined =>
  flat(trace).find((each) => each.norm === norm)

/**
 * The rules on a route that was used or could still change the result. Where one part settles the
 * result beyond dispute, what is disputed elsewhere is kept in the trace and is none of them.
 */
export const decisive: (trace: Traced) => readonly Traced[] = once((trace) => {
  if (trace.parts.length === 0) return [trace]
  const settling = trace.kind === 'all' ? 'not-satisfied' : 'satisfied'
  // Each part once: asked again at every level it would be asked twice as often at each.
  const parts = trace.parts
    .filter(isAsked)
    .map((part) => ({ finding: part.finding, rules: decisive(part) }))
  const settled = parts.filter(
    ({ finding, rules }) =>
      finding.value === settling && rules.every((rule) => rule.finding.disputes.length === 0),
  )
  return (settled.length > 0 ? settled : parts).flatMap(({ rules }) => rules)
})

/** What is disputed on those rules, each dispute once. */
export const disputesIn: (trace: Traced) => readonly Dispute[] = once((trace) =>
  unite(decisive(trace).map(({ finding }) => finding.disputes)),
)

/** The rules on which the result rests as it stands: all that are needed, or the best of several ways. */
export const used: (trace: Traced) => readonly Traced[] = once((trace) => {
  if (trace.parts.length === 0) return [trace]
  const parts = trace.parts.filter(isAsked)
  return trace.kind === 'all' && trace.finding.value !== 'not-satisfied'
    ? parts.flatMap(used)
    : parts.filter(({ norm }) => trace.route.includes(norm)).flatMap(used)
})

/** The rules that make the result no better than it is: on the route that was used, those with its value. */
export const keepFrom = (trace: Trace): readonly Traced[] =>
  isAsked(trace)
    ? used(trace).filter(({ finding: { value } }) => value === trace.finding.value)
    : []

/** The facts that are missing and could still change the result. */
export const openQuestions: (trace: Traced) => readonly FactId[] = once((trace) => {
  const { value, asks = [] } = trace.finding
  if (trace.kind === 'rule') return asks
  if (value === (trace.kind === 'all' ? 'not-satisfied' : 'satisfied')) return []
  return [...new Set(trace.parts.filter(isAsked).flatMap(openQuestions))]
})

type Remedy = { readonly norm: string; readonly remedy: InLanguages }

/** What would mend the parts that are not satisfied, with the rule that says so. */
export const remedies: (trace: Traced) => readonly Remedy[] = once((trace) =>
  trace.finding.value === 'satisfied'
    ? []
    : [
        ...(trace.finding.remedy ? [{ norm: trace.norm, remedy: trace.finding.remedy }] : []),
        ...trace.parts.filter(isAsked).flatMap(remedies),
      ],
)

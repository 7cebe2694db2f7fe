import {
  assess,
  type Assessment,
  blankView,
  type Form,
  laterIn,
  type View,
  viewOn,
} from '@entente/law'
import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import { measureFacts, type CaseFacts, type SignedView } from './facts.ts'
import type { ActId } from './id.ts'

/** By whose word a nation's reading is known: its own signature, what it published, or nobody's. */
export type ViewBasis = 'signed' | 'published' | 'none'

/** A view of a nation that came after the day as of which is asked, and is not used: its act, or its document. */
export type LaterView = {
  /** A day, a month or a year, as its document is dated. */
  readonly on: string
  readonly act?: ActId
  readonly title?: string
}

/** One version of a measure under the law, once per nation, from the acts of a cut alone. */
export type CaseAssessment = {
  readonly facts: CaseFacts['measure']
  readonly conflicts: CaseFacts['conflicts']
  readonly assessment: Assessment
  /** By the code of each nation. */
  readonly bases: Readonly<Record<string, ViewBasis>>
  /** Views that came later than the day, by the code of each nation that has one. */
  readonly later: Readonly<Record<string, readonly LaterView[]>>
}

export type Asked = {
  readonly version: ActId
  /** Views that States published: they are among the holders of a dispute. */
  readonly published: readonly View[]
  /** As if every nation took part in this form; what each chose itself unless given. */
  readonly form?: Form
  /** The day as of which; without one, the latest to which anything on record is stated or on which it was signed. */
  readonly asOf?: string
  /** Of the same case, if there is one: what did not change is taken from there. */
  readonly previous?: Assessment | undefined
}

/**
 * What the rules answer for every member as of a day: same cut, same day, same answer, on every node. Each
 * nation is judged by the view that it had signed last on that day; one that had signed none, by what it had
 * published; one that had published nothing, by no view at all.
 */
export function caseAssessment(
  charter: Charter,
  cut: Cut,
  asked: Asked,
): CaseAssessment | undefined {
  const { version, published, form, previous } = asked
  const known = measureFacts(charter, cut, version)
  if (!known) return undefined
  const day = asked.asOf ?? known.statedTo
  const measure = { ...known.measure, lawOn: day }
  const facts = form === undefined ? measure : inForm(measure, form)
  const columns = facts.nations.map(({ code, name }) => {
    const signed = known.views.filter(({ party }) => party === code)
    const own = published.find(({ holder }) => holder.code === code)
    return { code, name, ...readingOn(signed, own, day) }
  })
  return {
    facts,
    conflicts: known.conflicts,
    assessment: assess(
      facts,
      columns.map(({ code, name, view }) => {
        const holder = { code, name, kind: 'state' as const }
        // Whatever a view calls its holder, the charter's name is the one that is shown.
        return { ...(view ?? blankView(holder, day)), holder }
      }),
      published,
      previous,
    ),
    bases: Object.fromEntries(columns.map(({ code, basis }) => [code, basis])),
    later: Object.fromEntries(
      columns.flatMap(({ code, later }) => (later.length > 0 ? [[code, later]] : [])),
    ),
  }
}

type ReadingOn = {
  readonly view?: View
  readonly basis: ViewBasis
  readonly later: readonly LaterView[]
}

/** How one nation read the law on a day, by its latest assessment then or by what it had published. */
function readingOn(signed: readonly SignedView[], own: View | undefined, day: string): ReadingOn {
  const later = signed.flatMap(({ on, act, view }) => (view && on > day ? [{ on, act }] : []))
  const last = signed.findLast(({ on }) => on <= day)
  if (last?.view) return { view: last.view, basis: 'signed', later }
  if (!own) return { basis: 'none', later }
  const view = viewOn(own, day)
  const unused = new Map(
    laterIn(view).map(({ on, title }) => [
      `${on} ${title ?? ''}`,
      { on, ...(title === undefined ? {} : { title }) },
    ]),
  )
  const isEmpty =
    unused.size > 0 && Object.values(view.readings).every(({ value }) => value === 'unknown')
  return { view, basis: isEmpty ? 'none' : 'published', later: [...unused.values(), ...later] }
}

function inForm(measure: CaseFacts['measure'], value: Form): CaseFacts['measure'] {
  const nations = measure.nations.map((nation) => ({
    ...nation,
    facts: { ...nation.facts, form: { value, assertedBy: nation.code, evidence: [] } },
  }))
  return { ...measure, nations }
}

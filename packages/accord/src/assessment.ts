import { assess, type Assessment, blankView, type Form, type View } from '@entente/law'
import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import { measureFacts, type CaseFacts } from './facts.ts'
import type { ActId } from './id.ts'

/** By whose word a nation's reading is known: its own signature, what it published, or nobody's. */
export type ViewBasis = 'signed' | 'published' | 'none'

/** One version of a measure under the law, once per nation, from the acts of a cut alone. */
export type CaseAssessment = {
  readonly facts: CaseFacts['measure']
  readonly conflicts: CaseFacts['conflicts']
  readonly assessment: Assessment
  /** By the code of each nation. */
  readonly bases: Readonly<Record<string, ViewBasis>>
}

export type Asked = {
  readonly version: ActId
  /** Views that States published: they are among the holders of a dispute. */
  readonly published: readonly View[]
  /** As if every nation took part in this form; what each chose itself unless given. */
  readonly form?: Form
  /** Of the same case, if there is one: what did not change is taken from there. */
  readonly previous?: Assessment | undefined
}

/**
 * What the rules answer for every member: same cut, same answer, on every node. A nation that signed
 * no view is judged by the one it published, and one that published none by no view at all.
 */
export function caseAssessment(
  charter: Charter,
  cut: Cut,
  asked: Asked,
): CaseAssessment | undefined {
  const { version, published, form, previous } = asked
  const known = measureFacts(charter, cut, version)
  if (!known) return undefined
  const facts = form === undefined ? known.measure : inForm(known.measure, form)
  const columns = facts.nations.map(({ code, name }) => {
    const isOf = ({ holder }: View) => holder.code === code
    const [signed, own] = [known.views.find(isOf), published.find(isOf)]
    const holder = { code, name, kind: 'state' as const }
    return {
      code,
      basis: (signed ? 'signed' : own ? 'published' : 'none') as ViewBasis,
      // Whatever a view calls its holder, the charter's name is the one that is shown.
      view: { ...(signed ?? own ?? blankView(holder, facts.asOf)), holder },
    }
  })
  return {
    facts,
    conflicts: known.conflicts,
    assessment: assess(
      facts,
      columns.map(({ view }) => view),
      published,
      previous,
    ),
    bases: Object.fromEntries(columns.map(({ code, basis }) => [code, basis])),
  }
}

function inForm(measure: CaseFacts['measure'], value: Form): CaseFacts['measure'] {
  const nations = measure.nations.map((nation) => ({
    ...nation,
    facts: { ...nation.facts, form: { value, assertedBy: nation.code, evidence: [] } },
  }))
  return { ...measure, nations }
}

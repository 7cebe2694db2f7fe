import { isBy, isDated, laterOf } from './dated.ts'
import type { Issue, Later, Reading, View } from './view.ts'

const ON = new WeakMap<View, { readonly day: string; readonly view: View }>()

/**
 * A view as it was known on a day: of what its holder said later nothing is used. Such a reading is
 * `unknown` and names what came later. A view that says all of it by then is that view itself.
 */
export function viewOn(view: View, day: string): View {
  const kept = ON.get(view)
  if (kept?.day === day) return kept.view
  const found = cutAt(view, day)
  ON.set(view, { day, view: found })
  return found
}

function cutAt(view: View, day: string): View {
  const readings = Object.entries(view.readings) as [Issue, Reading][]
  const cut = readings.map(([issue, reading]) => [issue, readingOn(view, reading, day)] as const)
  const isWhole = cut.every(([, reading], at) => reading === readings[at]![1])
  if (isWhole && view.asOf <= day) return view
  return {
    ...view,
    asOf: view.asOf < day ? view.asOf : day,
    readings: isWhole ? view.readings : (Object.fromEntries(cut) as View['readings']),
  }
}

function readingOn(view: View, reading: Reading, day: string): Reading {
  if (reading.value === 'unknown') return reading
  const said = saidIn(view, reading)
  if (isBy(said.on, day)) return reading
  return { value: 'unknown', source: 'none', later: { ...said, value: reading.value } }
}

type Said = Pick<Later, 'on' | 'title'>

/**
 * When and where a reading was said. Of a view that its holder entered: on the day of the view, or of
 * the issue if that is later. Of a published one: on the day given for the issue; else in the document
 * whose address its source names; else by the last of the documents, as nobody can tell in which.
 */
function saidIn({ asOf, documents }: View, reading: Exclude<Reading, { value: 'unknown' }>): Said {
  if (reading.basis === 'entered') return { on: laterOf(asOf, reading.on ?? asOf) }
  if (reading.on !== undefined) {
    const document = documents.find(({ date }) => date === reading.on)
    return { on: reading.on, ...(document ? { title: document.title } : {}) }
  }
  const named = documents.filter(({ url }) => url !== 'none' && reading.source.includes(url))
  const last = (named.length > 0 ? named : documents).reduce<
    (typeof documents)[number] | undefined
  >(
    (latest, each) => (latest && laterOf(latest.date, each.date) === latest.date ? latest : each),
    undefined,
  )
  // What names no end is known by the day to which the view is stated.
  return {
    on: last && isDated(last.date) ? last.date : asOf,
    ...(last ? { title: last.title } : {}),
  }
}

/** What a view says only later than the day on which it was looked at, by issue. */
export const laterIn = ({ readings }: View): readonly (Later & { readonly issue: Issue })[] =>
  (Object.entries(readings) as [Issue, Reading][]).flatMap(([issue, reading]) =>
    reading.value === 'unknown' && reading.later ? [{ ...reading.later, issue }] : [],
  )

/**
 * Of the views that one holder entered, the latest on a day; where all are later, the first of them, of which
 * nothing is used.
 */
export function latestOn(views: readonly View[], day: string): View | undefined {
  const inOrder = views.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))
  return inOrder.findLast(({ asOf }) => asOf <= day) ?? inOrder[0]
}

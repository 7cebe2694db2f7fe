import type {
  ImportFate,
  ImportObject,
  ImportObjectView,
  ImportSummary,
  ImportView,
  Stay,
  UndoReport,
} from '../api.ts'

const n = (count: number) => count.toLocaleString('en')

const FATES: readonly (readonly [ImportFate, string])[] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['older', 'older than what is held'],
  ['duplicate', 'held already'],
  ['conflict', 'in conflict'],
  ['set-aside', 'set aside'],
]

const countsOf = ({ counts }: ImportSummary): string =>
  FATES.flatMap(([fate, says]) => (counts[fate] ? [`${n(counts[fate])} ${says}`] : [])).join(
    ', ',
  ) || 'nothing'

const who = ({ at, by }: { readonly at: string; readonly by?: string }) =>
  by === undefined ? at : `${at} by ${by}`

/** An import in one line. */
export const summaryLine = (row: ImportSummary): string =>
  `${row.number}  ${row.state}  ${row.name}  ${who(row.brought)}  ${countsOf(row)}`

/** What would become of an import, before its objects. */
export function previewLines(view: ImportView): readonly string[] {
  const { markings = [], dangling, notKept = [], lifted = 0, converted, ended, undone } = view
  const { loosens = 0 } = view
  const lost = (converted?.fields ?? []).filter(({ fate }) => fate === 'lost')
  return [
    summaryLine(view),
    ...(ended ? [`  ${view.state === 'undone' ? 'committed' : view.state} ${who(ended)}`] : []),
    ...(undone ? [`  undone ${who(undone)}`] : []),
    ...(markings.length > 0
      ? [`  marked: ${markings.map(({ label, count }) => `${label} (${n(count)})`).join(', ')}`]
      : []),
    ...(loosens > 0
      ? [`  ${n(loosens)} would go further than what is held: another person takes it in`]
      : []),
    ...(converted
      ? [
          `  from ${converted.format}; lost: ${lost.map(({ field, count }) => `${field} (${n(count)})`).join(', ') || 'nothing'}`,
        ]
      : []),
    ...(lifted > 0 ? [`  ${n(lifted)} of STIX 2.0, lifted to 2.1`] : []),
    ...(notKept.length > 0 ? [`  not kept: the bundle’s ${notKept.join(', ')}`] : []),
    ...(dangling && dangling.count > 0
      ? [
          `  ${n(dangling.count)} referred to, and neither held nor in the file`,
          ...dangling.ids.slice(0, 10).map((id) => `    ${id}`),
        ]
      : []),
    ...(view.preview === undefined ? [] : [`  preview ${view.preview}`]),
    ...doneLines(view),
  ]
}

/** One object in its row, and of one that is set aside why. */
export const rowLines = ({
  n: place,
  fate,
  id,
  name,
  line,
  loosens,
  faults = [],
}: ImportObject) => [
  `  ${place}  ${fate}${loosens ? ', goes further' : ''}  ${id ?? 'an object without an id'}${name === undefined ? '' : `  ${name}`}`,
  ...faults
    .slice(0, 10)
    .map(({ line: at, path, reason }) => `      line ${n(at || line)}, ${path}: ${reason}`),
]

/** One object, and how it differs from what told what becomes of it. */
export const objectLines = (object: ImportObjectView): readonly string[] => [
  ...rowLines(object),
  ...(object.beside
    ? [`  beside ${object.beside.source ?? 'an object before it in the file'}`]
    : []),
  ...object.differs.flatMap(({ property, before, after }) => [
    `  ${property}`,
    ...(before === undefined ? [] : [`    - ${before}`]),
    ...(after === undefined ? [] : [`    + ${after}`]),
  ]),
  ...(object.text === undefined ? [] : [object.text]),
]

/** What undoing did, where it was undone. */
export const doneLines = ({ undoing }: ImportView): readonly string[] =>
  undoing ? undoLines(undoing) : []

export const undoLines = ({ removed, passedOn, current, dangling, stays }: UndoReport) => [
  `  ${n(removed)} taken away, ${n(passedOn)} stay for another import brought them, ${n(current.count)} current again in an older version`,
  ...(dangling > 0 ? [`  ${n(dangling)} are referred to by others and no longer held`] : []),
  ...(stays.count > 0 ? [`  ${n(stays.count)} stay:`] : []),
  ...stays.first
    .slice(0, 20)
    .flatMap(({ id, because }) => [`    ${id}`, ...because.map((one) => `      ${why(one)}`)]),
]

const why = (stay: Stay): string =>
  stay.why === 'evidence'
    ? `named as evidence by ${stay.by} in “${stay.title}” on ${stay.at}; ${stay.to.join(', ')} may have it`
    : `in the collection ${stay.collection} before ${stay.audience} since ${stay.at}`

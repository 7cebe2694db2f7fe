// The parts of which the forms of acts are made: spec/act.md sections 2 and 3.

export const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v)
export const match = (re) => (v) => typeof v === 'string' && re.test(v)
export const oneOf =
  (...words) =>
  (v) =>
    words.includes(v)
export const text =
  (most, least = 0) =>
  (v) =>
    typeof v === 'string' && v.length >= least && v.length <= most
export const words = (most) => (v) => text(most, 1)(v) && !/[^\P{Cc}\t\n]/u.test(v)
export const whole =
  (least, most = Number.MAX_SAFE_INTEGER) =>
  (v) =>
    Number.isSafeInteger(v) && v >= least && v <= most
export const list = (form, least, most) => (v) =>
  Array.isArray(v) && v.length >= least && v.length <= most && v.every(form)
export const map = (key, form) => (v) =>
  isObject(v) && Object.entries(v).every(([k, one]) => key(k) && form(one))
export const both =
  (...forms) =>
  (v) =>
    forms.every((form) => form(v))
export const yesNo = (v) => typeof v === 'boolean'
export const isTrue = (v) => v === true
export const once = (pick) => (all) => new Set(all.map(pick)).size === all.length

/** An object with exactly these fields; `name?` may be absent. */
export const object = (fields) => {
  const known = new Map(
    Object.entries(fields).map(([name, form]) => [
      name.replace('?', ''),
      { form, may: name.endsWith('?') },
    ]),
  )
  return (v) =>
    isObject(v) &&
    Object.keys(v).every((name) => known.has(name)) &&
    [...known].every(([name, { form, may }]) => (Object.hasOwn(v, name) ? form(v[name]) : may))
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDay = (v) => {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(v) ?? []
  const leap = m === '02' && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  return d !== undefined && +d >= 1 && +d <= (DAYS[m - 1] ?? 0) + leap
}
export const day = (v) => typeof v === 'string' && isDay(v)
const TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/
export const time = (v) => typeof v === 'string' && isDay(TIME.exec(v)?.[1] ?? '')

export const sha = match(/^sha256:[0-9a-f]{64}$/)
export const hex = match(/^[0-9a-f]{64}$/)
export const party = match(/^[A-Z]{2}$/)
export const clauseId = match(/^[a-z0-9][a-z0-9/.-]{0,63}$/)
export const stepId = match(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const name40 = match(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const keyId = match(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
export const base64 = match(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
export const seconds = whole(0)
export const note = text(240_000)
export const scaled = object({
  scale: match(/^[a-z0-9-]{1,40}$/),
  version: text(40, 1),
  value: text(80, 1),
})
export const head = object({ size: whole(0), root: base64 })
export const stepKind = oneOf(
  'situation',
  'attribution',
  'position',
  'measure',
  'termination',
  'lessons',
  'charter',
  'term',
  'advisory',
)
export const step = object({ id: stepId, kind: stepKind })
export const clause = object({ id: clauseId, text: words(8000) })
export const document = object({
  lang: match(/^[a-z]{2}$/),
  title: words(300),
  clauses: both(
    list(clause, 1, 200),
    once(({ id }) => id),
  ),
})
export const facts = map(
  text(64),
  object({
    value: (v) => text(2000)(v) || yesNo(v) || Number.isSafeInteger(v),
    'evidence?': list(text(300, 1), 0, 64),
    'grade?': text(8),
  }),
)
export const rootKeys = list(
  object({ keyid: keyId, alg: oneOf('ed25519', 'ml-dsa-44'), pub: base64 }),
  1,
  16,
)
export const voice = oneOf(
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
)
const notes = list(note, 1, 4)
export const earlier = map(party, object({ size: whole(0), notes }))
export const trees = {
  'closings?': map(party, notes),
  'together?': notes,
  'early?': earlier,
  'breaks?': earlier,
  'since?': earlier,
}
/** What a `declare` attaches: spec/act.md. */
const areNotes = object(trees)
export const isNotes = (value) =>
  areNotes(value) && (value.closings ?? value.together) !== undefined
export const version = {
  step,
  text: document,
  'successor?': sha,
  'classification?': object({
    terms: list(match(/^[a-z0-9][a-z0-9-]{0,79}$/), 1, 32),
    'severity?': scaled,
    'likelihood?': scaled,
    'confidence?': scaled,
  }),
  'measure?': object({
    kind: oneOf(
      'statement',
      'demarche',
      'assistance',
      'retorsion',
      'restrictive-measure',
      'criminal-process',
      'countermeasure',
      'necessity',
      'self-defence-referral',
    ),
    against: object({ code: party, name: words(120) }),
    asOf: day,
    facts,
  }),
  'evidence?': list(sha, 1, 64),
  'expiry?': seconds,
  'names?': list(party, 0, 64),
  'minimum?': Number.isSafeInteger,
}

export const isVoiced = ({ union, national, statement, reservations = [], vital, expectedAt }) => {
  const said = [union, national]
  const needs = said.includes('complies-with-statement') || said.includes('abstains-constructively')
  return (
    (!needs || statement !== undefined) &&
    ['union', 'national'].every(
      (axis) =>
        ({ union, national }[axis] === 'complies-with-reservation') ===
        reservations.some((one) => one.axis === axis),
    ) &&
    (expectedAt === undefined || said.includes('awaits-instructions')) &&
    (!vital || said.includes('objects'))
  )
}

/** Parts that stay at home, each digest once. */
export const sealed = (...names) =>
  both(
    list(
      object({
        name: oneOf(...names),
        digest: match(/^[A-Za-z0-9_-]{43}$/),
        'to?': list(party, 1, 64),
      }),
      1,
      8,
    ),
    once(({ digest }) => digest),
  )

export const onVersion = ({ on }) => on
const onMeasure = ({ on }) => `measure:${on}`
export const part = (fields) => ({ subject: onMeasure, fields: { on: sha, ...fields } })

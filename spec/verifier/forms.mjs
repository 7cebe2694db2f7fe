// The form of every kind of act, who signs it, and which acts of a party follow one another: spec/act.md section 3.

const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v)
const match = (re) => (v) => typeof v === 'string' && re.test(v)
const oneOf =
  (...words) =>
  (v) =>
    words.includes(v)
const text =
  (most, least = 0) =>
  (v) =>
    typeof v === 'string' && v.length >= least && v.length <= most
const words = (most) => (v) => text(most, 1)(v) && !/[^\P{Cc}\t\n]/u.test(v)
const whole =
  (least, most = Number.MAX_SAFE_INTEGER) =>
  (v) =>
    Number.isSafeInteger(v) && v >= least && v <= most
const list = (form, least, most) => (v) =>
  Array.isArray(v) && v.length >= least && v.length <= most && v.every(form)
const map = (key, form) => (v) =>
  isObject(v) && Object.entries(v).every(([k, one]) => key(k) && form(one))
const both =
  (...forms) =>
  (v) =>
    forms.every((form) => form(v))
const yesNo = (v) => typeof v === 'boolean'
const isTrue = (v) => v === true
const once = (pick) => (all) => new Set(all.map(pick)).size === all.length

/** An object with exactly these fields; `name?` may be absent. */
const object = (fields) => {
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
const day = (v) => typeof v === 'string' && isDay(v)
const TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?Z$/
const time = (v) => typeof v === 'string' && isDay(TIME.exec(v)?.[1] ?? '')

const sha = match(/^sha256:[0-9a-f]{64}$/)
const hex = match(/^[0-9a-f]{64}$/)
const party = match(/^[A-Z]{2}$/)
const clauseId = match(/^[a-z0-9][a-z0-9/.-]{0,63}$/)
const stepId = match(/^[a-z0-9][a-z0-9-]{0,63}$/)
const name40 = match(/^[a-z0-9][a-z0-9-]{0,39}$/)
const keyId = match(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const base64 = match(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
const seconds = whole(0)
const note = text(20_000)
const scaled = object({
  scale: match(/^[a-z0-9-]{1,40}$/),
  version: text(40, 1),
  value: text(80, 1),
})
const head = object({ size: whole(0), root: base64 })
const stepKind = oneOf(
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
const step = object({ id: stepId, kind: stepKind })
const clause = object({ id: clauseId, text: words(8000) })
const document = object({
  lang: match(/^[a-z]{2}$/),
  title: words(300),
  clauses: both(
    list(clause, 1, 200),
    once(({ id }) => id),
  ),
})
const facts = map(
  text(64),
  object({
    value: (v) => text(2000)(v) || yesNo(v) || Number.isSafeInteger(v),
    'evidence?': list(text(300, 1), 0, 64),
    'grade?': text(8),
  }),
)
const rootKeys = list(object({ keyid: keyId, alg: oneOf('ed25519'), pub: base64 }), 1, 16)
const voice = oneOf(
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
)
const notes = list(note, 1, 4)
const earlier = map(party, object({ size: whole(0), notes }))
const version = {
  step,
  text: document,
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

const isVoiced = ({ union, national, statement, reservations = [], vital, expectedAt }) => {
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
const sealed = (...names) =>
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

const onVersion = ({ on }) => on
const onMeasure = ({ on }) => `measure:${on}`
const part = (fields) => ({ subject: onMeasure, fields: { on: sha, ...fields } })

/** Per kind: `fields` beside those of every act; `is` what more must hold; `by` root keys, else an authority; `subject`. */
export const KINDS = {
  'keys-add': {
    by: 'root',
    isKeyAct: true,
    isPublic: true,
    fields: {
      authority: object({ id: keyId, name: words(120) }),
      key: object({
        keyid: keyId,
        alg: oneOf('ed25519'),
        pub: base64,
        custody: oneOf('node-held', 'browser-held', 'token'),
      }),
      mandate: object({ verbs: list(text(64), 1, 64), 'until?': seconds }),
    },
  },
  'keys-revoke': {
    by: 'root',
    isKeyAct: true,
    isPublic: true,
    fields: {
      key: object({ keyid: keyId, pub: base64 }),
      cause: oneOf('compromise', 'lost', 'replaced', 'ended'),
      'reason?': words(2000),
    },
  },
  'keys-root': {
    by: 'root',
    isKeyAct: true,
    isPublic: true,
    fields: { root: rootKeys, threshold: whole(1, 16), next: sha },
    is: ({ root, threshold }) => threshold <= root.length,
  },
  disavow: { by: 'root', isPublic: true, fields: { acts: list(sha, 1, 64), reason: words(2000) } },
  accuse: {
    isPublic: true,
    fields: {
      of: party,
      notes: list(note, 2, 2),
      'consistency?': object({ root: base64, proof: list(base64, 0, 63) }),
    },
  },
  evidence: {
    fields: {
      title: words(300),
      objects: list(
        object({
          id: match(
            /^[a-z][a-z0-9-]{1,248}--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
          ),
          'modified?': time,
          sha256: hex,
        }),
        0,
        256,
      ),
      'pointers?': list(object({ sha256: hex, level: scaled, 'about?': words(300) }), 1, 64),
      grade: scaled,
      custodian: party,
    },
    is: ({ objects, pointers }) => objects.length > 0 || pointers !== undefined,
  },
  'evidence-withdraw': {
    subject: ({ of }) => `evidence:${of}`,
    fields: { of: sha, reason: words(4000) },
  },
  attribute: {
    fields: {
      level: oneOf('actor', 'entity', 'state'),
      whom: words(200),
      likelihood: scaled,
      confidence: scaled,
      evidence: list(sha, 0, 64),
      'statement?': words(4000),
    },
  },
  note: {
    fields: { 'about?': sha, 'says?': words(8000), 'sealed?': sealed('says') },
    is: (act) => (act.says === undefined) !== (act.sealed === undefined),
  },
  objective: {
    subject: ({ goal }) => `objective:${goal}`,
    fields: {
      goal: stepId,
      title: words(300),
      'aims?': words(4000),
      'redLines?': words(4000),
      'sealed?': sealed('aims', 'redLines'),
      'dueOn?': day,
      'reported?': object({
        is: oneOf('pursued', 'reached', 'given-up'),
        on: day,
        'says?': words(2000),
      }),
    },
    is: (act) => {
      const isSealed = (name) => (act.sealed ?? []).some((part) => part.name === name)
      const isTwice = ['aims', 'redLines'].some((name) => act[name] !== undefined && isSealed(name))
      return !isTwice && (act.aims !== undefined || isSealed('aims'))
    },
  },
  release: {
    subject: ({ of }) => `release:${of}`,
    fields: {
      of: sha,
      discloses: list(match(/^[A-Za-z0-9_-]{1,16000}$/), 1, 8),
      'reason?': words(2000),
    },
  },
  sighting: {
    subject: ({ sightingOf }) => `sighting:${sightingOf}`,
    fields: {
      sightingOf: match(
        /^indicator--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      ),
      count: whole(0, 999_999_999),
      'firstSeen?': time,
      'lastSeen?': time,
    },
    is: ({ count, firstSeen, lastSeen }) =>
      (count === 0) === (firstSeen === undefined) &&
      !(firstSeen && lastSeen && firstSeen > lastSeen),
  },
  'self-assessment': {
    subject: ({ regime }) => `self-assessment:${regime}`,
    fields: {
      regime: oneOf('nis2-21-2'),
      measures: both(
        list(
          object({
            measure: oneOf(...'abcdefghij'),
            level: oneOf('absent', 'begun', 'in-place', 'tested'),
            assessedOn: day,
          }),
          1,
          10,
        ),
        once(({ measure }) => measure),
      ),
    },
  },
  comment: { fields: { on: sha, clause: clauseId, 'answers?': sha, says: words(4000) } },
  sound: {
    subject: ({ asks, answers }) => `sound:${answers ? answers.round : asks.step.id}`,
    fields: {
      'asks?': object({ step, text: document, 'hopedBy?': day }),
      'answers?': object({
        round: sha,
        clauses: both(
          list(
            object({
              clause: clauseId,
              leans: oneOf('welcomes', 'can-live-with', 'has-difficulty', 'cannot-accept'),
              'says?': words(4000),
            }),
            1,
            200,
          ),
          once(({ clause }) => clause),
        ),
      }),
    },
    is: ({ asks, answers }) => (asks === undefined) !== (answers === undefined),
  },
  propose: { subject: (act) => `step:${act.step.id}`, fields: version },
  amend: { subject: (act) => `step:${act.step.id}`, fields: { replaces: sha, ...version } },
  comply: {
    subject: onVersion,
    fields: {
      on: sha,
      union: voice,
      national: voice,
      'statement?': words(8000),
      'reservations?': list(
        object({ axis: oneOf('union', 'national'), 'clause?': clauseId, text: words(4000) }),
        1,
        64,
      ),
      'vital?': isTrue,
      'amendment?': list(clause, 1, 64),
      'wouldTake?': words(4000),
      'until?': seconds,
      'expectedAt?': seconds,
      'sealed?': sealed('reasons'),
    },
    is: isVoiced,
  },
  withdraw: { subject: onVersion, fields: { on: sha, 'reason?': words(4000) } },
  extend: { subject: onVersion, fields: { on: sha, until: seconds } },
  reaffirm: { subject: onVersion, fields: { on: sha, window: whole(1) } },
  declare: {
    subject: onVersion,
    isPublic: true,
    fields: {
      on: sha,
      result: oneOf('adopted', 'ended', 'lapsed', 'expired'),
      'of?': sha,
      'window?': whole(1),
      cut: map(party, head),
      closings: map(party, notes),
      'early?': earlier,
      'breaks?': earlier,
      'since?': earlier,
    },
    is: ({ result, of, window }) =>
      (of === undefined || result === 'expired') &&
      (window !== undefined) === (result === 'lapsed'),
  },
  assess: {
    subject: ({ on }) => `assess:${on}`,
    fields: {
      on: sha,
      asOf: day,
      lawBase: match(/^[a-z0-9][a-z0-9.-]{0,63}$/),
      'view?': map(text(64), () => true),
      facts,
      outcome: oneOf('satisfied', 'not-satisfied', 'unknown', 'disputed', 'not-assessed'),
      word: words(8000),
    },
  },
  call: {
    subject: (act) => `call:${act.for}`,
    fields: {
      for: stepId,
      to: words(120),
      demands: words(4000),
      transmittedOn: day,
      channel: words(200),
      'answer?': oneOf('refused', 'ignored', 'partial', 'pending', 'complied'),
    },
  },
  notice: {
    subject: (act) => `notice:${act.for}`,
    fields: {
      for: stepId,
      to: words(120),
      says: words(4000),
      'notifiedOn?': day,
      offersNegotiation: yesNo,
      'urgency?': words(2000),
    },
    is: ({ notifiedOn, urgency }) => notifiedOn !== undefined || urgency !== undefined,
  },
  start: part({ certificate: sha, startedOn: day, 'remarks?': words(4000) }),
  report: part({ reportedOn: day, remarks: words(8000) }),
  review: part({
    reviewedOn: day,
    ceased: yesNo,
    repaired: yesNo,
    proportionate: oneOf('yes', 'no', 'unknown'),
    reversible: oneOf('yes', 'no', 'unknown'),
    tribunal: yesNo,
    remarks: words(8000),
    'nextOn?': day,
  }),
  suspend: part({ suspendedOn: day, reason: words(4000) }),
  terminate: part({ terminatedOn: day, reason: words(4000) }),
  'incident-report': {
    subject: ({ incident }) => `incident:${incident}`,
    fields: {
      incident: stepId,
      regime: name40,
      stage: name40,
      awareAt: time,
      title: words(300),
      account: words(8000),
      suspectedMalicious: yesNo,
      crossBorder: yesNo,
      'touched?': whole(0, 1_000_000_000),
      'indicators?': list(match(/^indicator--[0-9a-f-]{36}$/), 0, 256),
      'answers?': map(name40, words(4000)),
      'handledAt?': time,
      'lateBecause?': words(2000),
    },
  },
  receipt: { subject: ({ of }) => `receipt:${of}`, fields: { of: sha, 'remarks?': words(2000) } },
  publish: {
    isPublic: true,
    fields: {
      what: oneOf('position', 'advisory'),
      audience: oneOf('everybody', 'citizens', 'technicians', 'decision-makers'),
      text: document,
      'with?': sha,
      'of?': object({ case: sha, version: sha, certificate: sha }),
    },
  },
  recall: {
    subject: ({ of }) => `recall:${of}`,
    isPublic: true,
    fields: { of: sha, reason: words(2000) },
  },
}

const FORMS = new Map(
  Object.entries(KINDS).map(([kind, { fields }]) => [
    kind,
    object({
      v: oneOf(1),
      charter: sha,
      party,
      'prev?': sha,
      claimedAt: time,
      kind: oneOf(kind),
      ...fields,
    }),
  ]),
)

/** Whether a value has the form of an act of a known kind. */
export const isAct = (value) =>
  isObject(value) &&
  FORMS.get(value.kind)?.(value) === true &&
  (KINDS[value.kind].is?.(value) ?? true)

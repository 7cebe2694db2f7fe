// The form of every kind of act, who signs it, and which acts of a party follow one another: spec/act.md section 3.
import {
  isObject,
  match,
  oneOf,
  text,
  words,
  whole,
  list,
  map,
  both,
  yesNo,
  isTrue,
  once,
  object,
  day,
  time,
  sha,
  hex,
  party,
  clauseId,
  stepId,
  name40,
  keyId,
  base64,
  seconds,
  note,
  scaled,
  head,
  step,
  clause,
  document,
  facts,
  rootKeys,
  voice,
  trees,
  earlier,
  version,
  isVoiced,
  sealed,
  onVersion,
  part,
} from './form.mjs'

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
        alg: oneOf('ed25519', 'ml-dsa-44'),
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
    is: ({ root, threshold }) => threshold <= root.filter(({ alg }) => alg === 'ed25519').length,
  },
  disavow: { by: 'root', isPublic: true, fields: { acts: list(sha, 1, 64), reason: words(2000) } },
  join: { subject: () => 'membership', fields: { 'statement?': words(4000) } },
  leave: { by: 'root', subject: () => 'membership', fields: { 'reason?': words(4000) } },
  'charter-amend': {
    subject: ({ on }) => `charter-amend:${on}`,
    fields: { on: sha, to: sha },
  },
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
      'about?': sha,
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
            measure: oneOf('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
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
      'closings?': trees['closings?'],
      'together?': trees['together?'],
      'early?': earlier,
      'breaks?': earlier,
      'since?': earlier,
      'attached?': sha,
    },
    is: ({ result, of, window, closings, together, attached, early, breaks, since }) =>
      ((closings ?? together) === undefined) !== (attached === undefined) &&
      (attached === undefined || (early ?? breaks ?? since) === undefined) &&
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
      'sealed?': sealed('facts'),
      outcome: oneOf('satisfied', 'not-satisfied', 'unknown', 'disputed', 'not-assessed'),
      word: words(8000),
      'differs?': isTrue,
    },
    is: ({ outcome, differs }) => differs === undefined || outcome === 'not-satisfied',
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
      what: oneOf('position', 'advisory', 'statement'),
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

import { deemedOf, resultsOf } from './certificate.ts'
import { heardLate } from './end.ts'
import { whyShut, type Heard } from './gate.ts'
import type { ActId, PartyId } from './id.ts'
import { acknowledgedIn, isUnmandated, voicesAt, type Matter, type Sizes } from './matter.ts'
import type { DecisionRule } from './rule.ts'
import { expiryAt, firstBreak } from './silence.ts'
import { isInForce, standingOf } from './standing.ts'
import type { VersionState } from './state.ts'
import { voiceAt, type MemberVoice } from './voice.ts'

type Place = {
  /** Undefined where voices are collected and nothing opens. */
  readonly rule: DecisionRule | undefined
  /** The cut at which it is judged. */
  readonly sizes: Sizes
  /** The first later version of its step that was adopted. */
  readonly successor: ActId | undefined
}

/** What a version is worth at a cut: gate, standing and why, by the column of its rule. */
export function judgeVersion(
  said: Omit<Matter, 'rule'>,
  { rule, sizes, successor }: Place,
): VersionState {
  if (!rule) {
    const voices = said.electors.map(({ id }, elector) =>
      voiceAt(said.histories[elector]!, sizes[id]!),
    )
    return {
      ...described(said, voices),
      gate: { open: false, reasons: [] },
      standing: 'open',
      reasons: [],
      inForce: false,
      adopted: [],
      ended: [],
    }
  }
  const matter: Matter = { ...said, rule }
  const voices = voicesAt(matter, sizes)
  const results = resultsOf(matter)
  const deemed = deemedOf(results.adopted)
  const isAdopted = results.adopted.length > 0
  const heard = isAdopted ? heardLate(matter, voices, deemed) : heardBefore(matter, voices, sizes)
  const shut = whyShut(matter, heard)
  const { standing, reasons } = standingOf({ matter, voices, deemed, shut, results, successor })
  const notBefore = isAdopted ? undefined : opensAt(matter, voices, sizes)
  const { incomplete, ...base } = described(said, voices)
  return {
    ...base,
    gate: {
      open: shut.length === 0,
      reasons: shut,
      ...(notBefore !== undefined && { notBefore }),
    },
    standing,
    reasons,
    inForce: isInForce(standing),
    adopted: results.adopted.map(({ certificate }) => certificate.id),
    ended: results.ended.map(({ certificate }) => certificate.id),
    ...some(
      'lapsed',
      results.lapsed.map(({ certificate }) => certificate.id),
    ),
    ...some(
      'broken',
      results.broken.map(({ certificate }) => certificate.id),
    ),
    ...some(
      'ranOut',
      results.ranOut.map(({ id }) => id),
    ),
    ...timed(matter, sizes),
    incomplete: rule.needsEveryVoice ? [] : incomplete,
  }
}

function described(
  { version, electors }: Omit<Matter, 'rule'>,
  voices: readonly MemberVoice[],
): Pick<VersionState, 'id' | 'number' | 'by' | 'current' | 'rule' | 'voices' | 'incomplete'> {
  return {
    id: version.id,
    number: version.number,
    by: version.by,
    current: version.nextAt === Infinity,
    rule: version.rule,
    voices: Object.fromEntries(
      electors.map(({ id }, elector) => [id, voices[elector]!]),
    ) as VersionState['voices'],
    incomplete: electors.flatMap(({ id }, elector) =>
      voices[elector]!.effective === 'silent' ? [id] : [],
    ),
  }
}

/** Before adoption a silence is taken for consent where the text was acknowledged: trees show when. */
function heardBefore(matter: Matter, voices: readonly MemberVoice[], sizes: Sizes): Heard[] {
  return voices.map((voice, elector) => ({
    voice,
    deemed: acknowledgedIn(matter, elector, sizes) !== undefined,
    broke: firstBreak(matter, elector, sizes[matter.electors[elector]!.id]!),
  }))
}

/** The first instant at which a certificate could prove it adopted; undefined where it need not wait. */
function opensAt(matter: Matter, voices: readonly MemberVoice[], sizes: Sizes): number | undefined {
  const { rule, version, charter } = matter
  switch (rule.waits) {
    case 'for-the-silence':
      return expiryAt(matter, sizes[version.by]!) + charter.grace
    case 'for-the-vote':
      return voices.some(({ effective }) => effective === 'silent')
        ? version.document.expiry
        : undefined
    case undefined:
      return undefined
  }
}

/** What the version puts beside its text, and what of it has to do with time, where it has. */
function timed(
  matter: Matter,
  sizes: Sizes,
): Pick<VersionState, 'successor' | 'expiry' | 'acknowledged' | 'reaffirmed'> {
  const { version, rule, electors } = matter
  const of = <T>(values: readonly T[], pick: (value: T) => boolean): PartyId[] =>
    electors.flatMap(({ id }, elector) => (pick(values[elector]!) ? [id] : []))
  const answered = matter.reaffirmed.map((answers) =>
    windowsOf(answers.filter(({ unmandated }) => !isUnmandated(unmandated, sizes))),
  )
  const reaffirming = of(answered, ({ length }) => length > 0)
  return {
    ...(version.document.successor !== undefined && { successor: version.document.successor }),
    ...(version.document.expiry !== undefined && { expiry: expiryAt(matter, sizes[version.by]!) }),
    ...(rule.silence && {
      acknowledged: electors.flatMap(({ id }, elector) =>
        acknowledgedIn(matter, elector, sizes) === undefined ? [] : [id],
      ),
    }),
    ...(reaffirming.length > 0 && {
      reaffirmed: Object.fromEntries(
        electors.flatMap(({ id }, elector) =>
          reaffirming.includes(id) ? [[id, answered[elector]!] as const] : [],
        ),
      ) as NonNullable<VersionState['reaffirmed']>,
    }),
  }
}

const windowsOf = (answers: Matter['reaffirmed'][number]): readonly number[] =>
  [...new Set(answers.map(({ window }) => window))].toSorted((a, b) => a - b)

const some = <K extends string>(name: K, ids: readonly ActId[]) =>
  (ids.length > 0 ? { [name]: ids } : {}) as { readonly [N in K]?: readonly ActId[] }

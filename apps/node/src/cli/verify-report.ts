import {
  deemedOn,
  unheardIn,
  type AccordError,
  type State,
  type Verified,
  type VersionState,
} from '@entente/accord'
import { label, type Language, type TermId } from '@entente/lexicon'
import { harmless } from './terminal.ts'
import { NOT_PROVED, PROVED, WORDS } from './verify-words.ts'

/** What a proved bundle says, in sentences that somebody without the software can act on. */
export function provedReport(verified: Verified, lang: Language): string {
  const { charter, counts, strands } = verified
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const fill = (text: string) =>
    text
      .replace('{until}', instant(verified.until))
      .replace('{quorum}', String(charter.quorum))
      .replace('{witnesses}', String(charter.witnesses.length))
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)]
  return [
    say('given'),
    `${say('case')}: ${charter.title}${charter.exercise ? ` (${say('exercise')})` : ''}`,
    `${say('charter')}: ${charter.id} (${say(verified.trusted ? 'trusted' : 'untrusted')})`,
    verified.trusted
      ? `${say('proved')}: ${counts.acts} ${say('acts')}, ${strands.length} ${say('strands')}; ${counts.counted} ${say('counting')}, ${counts.void} ${say('nothing')}`
      : say('alone'),
    ...standings(verified, lang),
    '',
    say('strandsTitle'),
    ...strands.flatMap((strand) => strandLines(strand, lang)),
    ...list(say('voidTitle'), voidLines(verified.state, lang)),
    ...list(
      say('provedTitle'),
      verified.proved.map((code) => fill(PROVED[code][lang])),
    ),
    ...list(
      say('notProvedTitle'),
      verified.notProved.map((code) => fill(NOT_PROVED[code][lang])),
    ),
    ...sealedLines(verified, lang),
    '',
    `${say('state')}: ${verified.digest}`,
  ].join('\n')
}

/** A key act of the case above that this record does not have. */
export type MissingKeyAct = {
  readonly party: string
  readonly act: string
  readonly does: 'grants' | 'revokes' | 'rotates'
}

/** Which key acts of the case above are missing here, where that case's record was given. */
export function copiesReport(
  copies: readonly MissingKeyAct[] | undefined,
  lang: Language,
): string[] {
  if (!copies) return []
  if (copies.length === 0) return ['', WORDS.noCopies[lang]]
  return [
    '',
    WORDS.copiesTitle[lang],
    ...copies.map(({ party, act, does }) => `  - ${party}: ${WORDS[does][lang]} (${act})`),
  ]
}

/** What stays at home of the acts, and what was opened of it. */
function sealedLines({ sealed }: Verified, lang: Language): readonly string[] {
  if (sealed.length === 0) return []
  return [
    '',
    WORDS.sealedTitle[lang],
    ...sealed.flatMap(({ party, name, act, value, digest, alsoIn = [] }) => [
      harmless(`  - ${party}, ${name}, ${WORDS.act[lang]} ${act}`),
      ...alsoIn.map(
        (other) => `    ${WORDS.alsoIn[lang]} ${other.party}, ${WORDS.act[lang]} ${other.act}`,
      ),
      value === undefined
        ? `    ${WORDS.atHome[lang]} (${digest})`
        : harmless(`    ${WORDS.opened[lang]}: ${value.replaceAll('\n', '\n      ')}`),
    ]),
  ]
}

/** What does not hold, and where in the record. */
export function refusedReport({ code, message, place }: AccordError, lang: Language): string {
  const where = (['party', 'index', 'act'] as const).flatMap((part) =>
    place[part] === undefined ? [] : [`  ${WORDS[part][lang]}: ${place[part]}`],
  )
  return [`${WORDS.refused[lang]}: ${code}`, `  ${message}`, ...where].join('\n')
}

function standings({ charter, cut, state }: Verified, lang: Language): string[] {
  const nameOf = (party: string) => charter.parties.find(({ id }) => id === party)?.name ?? party
  const onRecord = Object.values(cut).flatMap(({ acts }) => acts)
  const titles = new Map(
    onRecord.flatMap(({ id, act }) =>
      act && 'text' in act ? [[id, act.text.title] as const] : [],
    ),
  )
  if (state.steps.length === 0) return ['', WORDS.noText[lang]]
  return state.steps.flatMap(({ kind, versions }) =>
    versions.flatMap((version) => [
      '',
      `${label(kind as TermId, lang)}, ${WORDS.version[lang]} ${version.number}: ${titles.get(version.id) ?? version.id}`,
      `  ${label(version.standing, lang)}${version.inForce ? `, ${WORDS.inForce[lang]}` : ''}`,
      ...voiceLines(version, { nameOf, deemed: deemedOn(version, state) }, lang),
      ...unheardIn(version, onRecord).map((party) => `  ${nameOf(party)} · ${WORDS.unheard[lang]}`),
    ]),
  )
}

function voiceLines(
  { voices }: VersionState,
  {
    nameOf,
    deemed,
  }: { readonly nameOf: (party: string) => string; readonly deemed: readonly string[] },
  lang: Language,
): string[] {
  return Object.entries(voices).map(([party, voice]) => {
    const { effective, union, national, excepts = [], ranOut } = voice
    const said =
      union === national
        ? label(effective, lang)
        : `${WORDS.union[lang]}: ${label(union, lang)}; ${WORDS.national[lang]}: ${label(national, lang)}`
    const clauses = excepts.length > 0 ? ` (${WORDS.excepts[lang]} ${excepts.join(', ')})` : ''
    return `  ${nameOf(party)} · ${said}${clauses}${ranOut ? ` (${WORDS.ranOut[lang]})` : ''}${deemed.includes(party) ? ` (${WORDS.deemed[lang]})` : ''}`
  })
}

function strandLines(strand: Verified['strands'][number], lang: Language): string[] {
  const { party, name, size, root, times } = strand
  return [
    `  ${party} ${name}: ${size} ${WORDS.acts[lang]}, ${WORDS.root[lang]} ${root}`,
    ...times.map(([witness, at]) => `     ${WORDS.cosigned[lang]} ${witness}, ${instant(at)}`),
  ]
}

const voidLines = (state: State, lang: Language): string[] =>
  state.void.map(({ party, index, code }) => `${party}, ${WORDS.index[lang]} ${index}: ${code}`)

/** Seconds as a person reads them; a witness may attest a time that no calendar has. */
export function instant(seconds: number): string {
  const at = new Date(seconds * 1000)
  return Number.isNaN(at.getTime()) ? `${seconds} s` : at.toISOString().replace('.000Z', 'Z')
}

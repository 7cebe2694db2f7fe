import { AccordError, Act, tellAct, unheardOn, type PartyId, type Told } from '@entente/accord'
import { findTerm, type Language } from '@entente/lexicon'
import type { CaseView } from '../api.ts'
import { REGIMES } from '../incidents/clock.ts'
import { payloadOf } from '../positions/payload.ts'
import { harmless, onOneLine } from './terminal.ts'

const WOULD_SIGN = { en: 'would sign', es: 'firmaría' }
const IN = { en: 'in', es: 'en' }
const EXERCISE = { en: 'EXERCISE', es: 'EJERCICIO' }
const VERSION = { en: 'version', es: 'versión' }
const OF = { en: 'of', es: 'de' }
const UNHEARD = {
  en: 'The text names who takes part, and this party is not among them: it would be on record and count for nothing.',
  es: 'El texto nombra a quienes participan y esta parte no está entre ellos: constaría y no contaría para nada.',
}

/** What an act says beyond what every act does. */
export type Said = { readonly kind: Act['kind'] } & Readonly<Record<string, unknown>>

/** The bytes that would be signed of what is said now; refused (`act.malformed`) where it is no act. */
export function payloadNow(
  view: Pick<CaseView, 'id' | 'acts'>,
  party: PartyId,
  said: Said,
): string {
  const now = { claimedAt: `${new Date().toISOString().slice(0, 19)}Z`, ...said }
  actIn({ v: 1, charter: view.id, party, ...now })
  return payloadOf(view, party, now)
}

/** The act that somebody would have signed; refused where it is none. */
export function actIn(value: unknown): Act {
  const parsed = Act.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AccordError(
    'act.malformed',
    `${issue?.message ?? 'expected an act'} at ${issue?.path.join('.') || 'the top'}`,
  )
}

/** What of a case the names in an act are looked up in. */
type Around = {
  readonly charter: Pick<CaseView['charter'], 'title' | 'parties' | 'exercise'>
  readonly state: Pick<CaseView['state'], 'steps'>
  readonly acts: CaseView['acts']
}

/** An act in plain words where nothing but its bytes is at hand: ids stand for what they name. */
export const previewAlone = (act: Act, lang: Language): string =>
  previewOf(
    {
      charter: { title: act.charter, parties: [], exercise: false },
      state: { steps: [] },
      acts: [],
    },
    act,
    lang,
  )

/** An act in plain words: who would say what, field by field, and on which text. */
export function previewOf(view: Around, act: Act, lang: Language): string {
  const { title, parties, exercise } = view.charter
  const name = parties.find(({ id }) => id === act.party)?.name ?? act.party
  const term = findTerm(act.kind)
  return [
    `${exercise ? `${EXERCISE[lang]}: ` : ''}${onOneLine(name)} (${act.party}) ${WOULD_SIGN[lang]}: ${term?.label[lang] ?? act.kind}`,
    ...(term ? [`  ${term.definition[lang]}`] : []),
    `  ${IN[lang]} ${onOneLine(title)}`,
    ...lines(tellAct(act, { lang, nameOf: namesFor(view, act, lang), momentOf }), '  '),
    ...(unheardOn(act, view.state.steps) ? [`  ${UNHEARD[lang]}`] : []),
  ]
    .map(harmless)
    .join('\n')
}

const momentOf = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`

const lines = (told: readonly Told[], indent: string): readonly string[] =>
  told.flatMap(({ label, says, parts = [] }) => [
    `${indent}${label}:${says === undefined ? '' : ` ${says.replaceAll('\n', `\n${indent}  `)}`}`,
    ...lines(parts, `${indent}  `),
  ])

/** What an id stands for, where the case knows it, or the regime under which is reported. */
function namesFor(view: Around, act: Act, lang: Language): (id: string) => string | undefined {
  const { parties } = view.charter
  const names = new Map<string, string>([
    ...parties.map(({ id, name }) => [id, `${name} (${id})`] as const),
    ...view.acts.map(({ id, act: other, party }) => {
      const kind = other && findTerm(other.kind)?.label[lang]
      return [id, `${kind ?? other?.kind ?? '–'} ${OF[lang]} ${party} (${id})`] as const
    }),
    ...view.state.steps.flatMap((step) =>
      step.versions.map(
        ({ id, number }) => [id, `${step.id}, ${VERSION[lang]} ${number} (${id})`] as const,
      ),
    ),
    ...(act.kind === 'incident-report' ? regimeNames(act, lang) : []),
  ])
  return (id) => names.get(id)
}

/** What the regime calls itself, its stage and what it asks there. */
function regimeNames(
  { regime, stage }: Extract<Act, { kind: 'incident-report' }>,
  lang: Language,
): readonly (readonly [string, string])[] {
  const under = REGIMES.find(({ id }) => id === regime)
  const at = under?.stages.find(({ id }) => id === stage)
  return [under, at, ...(at?.fields ?? [])].flatMap((one) =>
    one ? [[one.id, 'title' in one ? one.title[lang] : one.label[lang]] as const] : [],
  )
}

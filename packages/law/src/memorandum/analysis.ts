import { holderName, type Issue } from '../view.ts'
import type { InLanguages, Language } from '@entente/lexicon'
import { argumentOf, shownBy } from '../argument.ts'
import type { Assessment, Column } from '../assess.ts'
import { authorityTold, isHeldBy } from '../authority.ts'
import { listing } from '../cfsp/decision-2019-797.ts'
import { getNorm } from '../countermeasure.ts'
import { type FactId, getFact } from '../fact.ts'
import { type Dispute, unite } from '../finding.ts'
import { type HeldSide, heldSides, readAtLine } from '../held.ts'
import { precedentsOf } from '../precedents/precedents.ts'
import { disputesAbout, type Rule, rulesOf } from '../rule.ts'
import { joined, type Text, textOf, told } from '../text.ts'
import { findTraced, isAsked, type Traced } from '../trace.ts'
import { type Block, heading, list, paragraph, table } from './document.ts'
import { numbersOf } from './facts.ts'
import { keptIn } from './kept.ts'
import { normsTold } from './told.ts'
import { judged } from './weighed.ts'
import { ISSUE_WORDS, READING_WORDS } from './reading-words.ts'
import { VALUE_WORDS, VERIFICATION_WORDS, WORDS } from './words.ts'

/** The issues of a memorandum, and the rules under each, in the order in which they are argued. */
export const ISSUES_ARGUED: readonly {
  readonly title: InLanguages
  readonly rules: readonly string[]
}[] = [
  {
    title: { en: '4.1 Attribution', es: '4.1 Atribución' },
    rules: [
      'arsiwa-4',
      'arsiwa-5',
      'arsiwa-6',
      'arsiwa-7',
      'arsiwa-8',
      'arsiwa-9',
      'arsiwa-10',
      'arsiwa-11',
      'arsiwa-16-aid',
      'arsiwa-17',
      'arsiwa-18',
      'bosnia-209',
      'gge-2015-28-f-territory',
      'gge-2015-28-f',
      'arsiwa-49-1-mistake',
    ],
  },
  {
    title: { en: '4.2 Breach', es: '4.2 Violación' },
    rules: [
      'tallinn-4-territory',
      'tallinn-4-functions',
      'nicaragua-205',
      'charter-2-4',
      'vcdr-22',
      'tallinn-34-38',
      'tallinn-part-iv',
      'arsiwa-55-treaty',
      'tallinn-32',
      'arsiwa-12-13',
      'arsiwa-14-15',
      'corfu-channel-22',
    ],
  },
  {
    title: {
      en: '4.3 Circumstances precluding wrongfulness',
      es: '4.3 Circunstancias que excluyen la ilicitud',
    },
    rules: [
      'arsiwa-22-cyber',
      'arsiwa-20-excuse',
      'arsiwa-21-excuse',
      'arsiwa-22-excuse',
      'arsiwa-23-excuse',
      'arsiwa-24-excuse',
      'arsiwa-25-excuse',
      'arsiwa-26-27',
      'arsiwa-22-prior',
      'arsiwa-25',
    ],
  },
  {
    title: { en: '4.4 Standing', es: '4.4 Legitimación' },
    rules: ['arsiwa-42', 'arsiwa-48', 'arsiwa-48-2', 'tallinn-24', 'arsiwa-44-45'],
  },
  {
    title: { en: '4.5 Object', es: '4.5 Objeto' },
    rules: ['arsiwa-30-31', 'arsiwa-49-1-object', 'arsiwa-49-1-prior', 'arsiwa-49-2'],
  },
  {
    title: { en: '4.6 Target and third States', es: '4.6 Destinatario y terceros Estados' },
    rules: ['arsiwa-49-1-target'],
  },
  {
    title: { en: '4.7 Limits', es: '4.7 Límites' },
    rules: [
      'arsiwa-50-1-a',
      'arsiwa-50-1-b',
      'arsiwa-50-1-c',
      'arsiwa-50-1-d',
      'arsiwa-50-2-a',
      'arsiwa-50-2-b',
      'arsiwa-55',
      'charter-33',
      'charter-51-apart',
    ],
  },
  {
    title: {
      en: '4.8 Proportionality, all measures summed',
      es: '4.8 Proporcionalidad, sumadas todas las medidas',
    },
    rules: ['arsiwa-51', 'arsiwa-51-54'],
  },
  { title: { en: '4.9 Reversibility', es: '4.9 Reversibilidad' }, rules: ['arsiwa-49-3'] },
  {
    title: {
      en: '4.10 Procedure, suspension and termination',
      es: '4.10 Procedimiento, suspensión y terminación',
    },
    rules: [
      'arsiwa-43',
      'arsiwa-52-1-a',
      'arsiwa-52-1-b',
      'arsiwa-52-2',
      'arsiwa-52-3',
      'arsiwa-52-4',
      'arsiwa-53',
    ],
  },
  {
    title: { en: '4.11 Collective form', es: '4.11 Forma colectiva' },
    rules: [
      'arsiwa-46',
      'arsiwa-47',
      'arsiwa-6-47',
      'arsiwa-16',
      'arsiwa-54-own-right',
      'arsiwa-54-on-behalf',
    ],
  },
  {
    title: { en: '4.12 Retorsion and listings', es: '4.12 Retorsión y listas' },
    rules: ['retorsion', ...rulesOf(listing).map(({ id }) => id), 'council-10289-23'],
  },
  {
    title: { en: '4.13 Own consistency', es: '4.13 Coherencia propia' },
    rules: ['own-view', 'own-authority', 'own-evidence', 'own-review'],
  },
  {
    title: {
      en: '4.14 Recorded and referred: defence, assistance, Security Council',
      es: '4.14 Registrado y remitido: defensa, asistencia, Consejo de Seguridad',
    },
    rules: [
      'charter-51-attack',
      'charter-51-defence',
      'nicaragua-193',
      'nat-5',
      'teu-42-7',
      'tfeu-222',
      'charter-33-42',
    ],
  },
]

/** Every rule that was asked of any nation: what it says, what came out, and who reads it otherwise. */
export function analysis(
  assessment: Assessment,
  lang: Language,
  participants: readonly string[],
): readonly Block[] {
  const told = new Set(normsTold(assessment).map(({ id }) => id))
  // It hangs on the place of a rule among the others, and on no facts: of all nations it is the same.
  const claims = new Map(
    assessment.columns.flatMap(argumentOf).map((claim) => [claim.id, shownBy(claim, lang)]),
  )
  return ISSUES_ARGUED.flatMap(({ title, rules }) => {
    const argued = rules.filter((rule) => told.has(rule))
    if (argued.length === 0) return []
    return [
      heading(3, title[lang]),
      ...argued.flatMap((id) => {
        const norm = getNorm(id)
        return norm.kind === 'rule' ? argue(norm, { assessment, shown: claims.get(id) }, lang) : []
      }),
      ...(argued.includes('arsiwa-51') ? judged(assessment, participants, lang) : []),
    ]
  })
}

function argue(
  rule: Rule,
  { assessment, shown }: { readonly assessment: Assessment; readonly shown: string | undefined },
  lang: Language,
): readonly Block[] {
  const { source, authorities } = rule
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const disputes = disputesAbout(rule)
  return [
    heading(4, rule.question[lang]),
    paragraph(`${say('source')}: ${source.citation[lang]}. ${source.restatement[lang]}`),
    paragraph(
      told`${say('verification')}: ${VERIFICATION_WORDS[source.verification][lang]}.${
        authorities.length > 0 ? told` ${say('authorities')}: ${toldOf(authorities, lang)}.` : ''
      }`,
    ),
    ...(shown === undefined ? [] : [paragraph(`${shown[0]!.toUpperCase()}${shown.slice(1)}.`)]),
    table(
      `${rule.question[lang]} (${rule.id})`,
      [say('nation'), say('finding'), say('applied'), say('why'), say('view')],
      assessment.columns.map((column) =>
        findingRow(
          rule,
          { column, numberOf: numbersOf(assessment.measure, column.holder.code) },
          lang,
        ),
      ),
    ),
    ...(disputes.length === 0
      ? [paragraph(say('noContrary'))]
      : disputes.flatMap((dispute) => dissent(dispute, assessment, lang))),
    ...pastOf(rule, lang),
  ]
}

/** The incidents on record that bear on a rule; nothing where there is none. */
function pastOf({ id }: Rule, lang: Language): readonly Block[] {
  const past = precedentsOf(id)
  if (past.length === 0) return []
  return [
    paragraph(`${WORDS.precedents[lang]}:`),
    list(
      past.map(({ name, from, teaches }) =>
        [`${name[lang]} (${from}).`, ...teaches.map((each) => each[lang])].join(' '),
      ),
      '',
    ),
  ]
}

/** By whom a side is held; what only says that nobody can be named stands after it, and is said to hold nothing. */
function heldIn(
  { holders, authorities }: Pick<HeldSide, 'holders' | 'authorities'>,
  lang: Language,
): Text {
  const inWords = (some: readonly string[]) => some.map((each) => authorityTold(each, lang))
  const by = [
    ...holders.map((holder) => holderName(holder, lang)),
    ...inWords(authorities.filter(isHeldBy)),
  ]
  const unheld = inWords(authorities.filter((each) => !isHeldBy(each)))
  const held = told`${WORDS.heldBy[lang]} ${by.length > 0 ? joined(by, '; ') : WORDS.nobody[lang]}`
  return joined([...(by.length > 0 || unheld.length === 0 ? [held] : []), ...unheld], '; ')
}

const toldOf = (authorities: readonly string[], lang: Language): Text =>
  joined(
    authorities.map((each) => authorityTold(each, lang)),
    '; ',
  )

/** What the sides of a dispute say, and who is on each: views first, then writers and courts. */
export function dissent(dispute: Dispute, { known }: Assessment, lang: Language): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const sides = heldSides(dispute, known).map(({ says, holders, authorities }) => {
    return told`${says[lang]}: ${heldIn({ holders, authorities }, lang)}`
  })
  return [paragraph(`${say('contrary')}: ${dispute.about[lang]}`), list(sides, say('nobody'))]
}

/** Of every issue on which a rule of the trace is disputed: who is read to be on a side of it, and where. */
export function holdersReadAt(assessment: Assessment, lang: Language): readonly Text[] {
  const disputes = unite(normsTold(assessment).map(disputesAbout))
  const lines = disputes.flatMap((dispute) =>
    heldSides(dispute, assessment.known).flatMap(({ readAt }) =>
      readAt.map(
        (each) => told`${ISSUE_WORDS[dispute.issue as Issue][lang]}: ${readAtLine(each, lang)}`,
      ),
    ),
  )
  return [...new Map(lines.map((line) => [textOf(line), line])).values()]
}

type Numbered = { readonly column: Column; readonly numberOf: (id: FactId) => string }

function findingRow(
  rule: Rule,
  { column: { holder, trace, conclusion }, numberOf }: Numbered,
  lang: Language,
): readonly string[] {
  const found = findTraced(trace, rule.id)
  if (!found || !isAsked(found)) {
    const isAssumed = conclusion.assumes.some(({ norm }) => norm === rule.id)
    const why = isAssumed && rule.assumed ? `${WORDS.assumed[lang]}: ${rule.assumed[lang]}` : '–'
    return [holderName(holder, lang), VALUE_WORDS['not-asked'][lang], '–', why, '–']
  }
  const applied = found.facts.map(numberOf).join(', ') || '–'
  const kept = keptIn(found, lang)
  if (kept !== undefined) return [holderName(holder, lang), kept, applied, '–', viewOf(found, lang)]
  return [
    holderName(holder, lang),
    VALUE_WORDS[found.finding.value][lang],
    applied,
    whyOf(found, lang),
    viewOf(found, lang),
  ]
}

function whyOf({ finding }: Traced, lang: Language): string {
  const asks = (finding.asks ?? []).map((id) => getFact(id).question[lang])
  const missing = asks.length > 0 ? `${WORDS.asks[lang]}: ${asks.join(' ')}` : undefined
  return [finding.because?.[lang], finding.remedy?.[lang], missing]
    .filter((each) => each !== undefined)
    .join('; ')
}

const viewOf = ({ view }: Traced, lang: Language): string =>
  view === undefined
    ? '–'
    : view.reading.value === 'unknown'
      ? WORDS.notRead[lang]
      : `${ISSUE_WORDS[view.issue][lang]}: ${READING_WORDS[view.reading.value][lang]}`

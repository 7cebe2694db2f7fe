import type { InLanguages, Language } from '@entente/lexicon'
import type { Assessment, Column } from '../assess.ts'
import { getNorm } from '../countermeasure.ts'
import { type Beside, ON_RECORD_WORDS, onRecordIn, onRecordLine } from '../on-record.ts'
import { saidAs, wordsOf } from '../said.ts'
import { cited, joined, type Text, told } from '../text.ts'
import { findTraced, flat, isAsked, type Trace } from '../trace.ts'
import { holderName, type Issue, type Reading } from '../view.ts'
import { type Block, heading, list, table } from './document.ts'
import { ISSUE_WORDS, READING_WORDS } from './reading-words.ts'
import { normsTold } from './told.ts'
import { BASIS_WORDS, RELIABILITY_WORDS, VALUE_WORDS, WORDS } from './words.ts'

/** What kind of law an instrument of the rules is, in the order in which kinds are named. */
const KINDS_OF_LAW: readonly {
  readonly word: InLanguages
  /** A source names its instrument in English. */
  readonly instruments: readonly InLanguages[]
}[] = [
  {
    word: { en: 'custom, as restated', es: 'costumbre, según se ha enunciado' },
    instruments: [
      {
        en: 'Articles on Responsibility of States for Internationally Wrongful Acts (2001)',
        es: 'Artículos sobre la responsabilidad del Estado por hechos internacionalmente ilícitos (2001)',
      },
      { en: 'Customary international law', es: 'Derecho internacional consuetudinario' },
    ],
  },
  {
    word: { en: 'treaty', es: 'tratado' },
    instruments: [
      { en: 'Charter of the United Nations', es: 'Carta de las Naciones Unidas' },
      {
        en: 'Vienna Convention on Diplomatic Relations (1961)',
        es: 'Convención de Viena sobre Relaciones Diplomáticas (1961)',
      },
      { en: 'North Atlantic Treaty (1949)', es: 'Tratado del Atlántico Norte (1949)' },
    ],
  },
  {
    word: { en: 'law of the Union', es: 'derecho de la Unión' },
    instruments: [
      { en: 'Treaty on European Union', es: 'Tratado de la Unión Europea' },
      {
        en: 'Treaty on the Functioning of the European Union',
        es: 'Tratado de Funcionamiento de la Unión Europea',
      },
      {
        en: 'Council Decision (CFSP) 2019/797 on cyber-attacks',
        es: 'Decisión (PESC) 2019/797 del Consejo, sobre ciberataques',
      },
      {
        en: 'Council Regulation 2019/796 on cyber-attacks',
        es: 'Reglamento 2019/796 del Consejo, sobre ciberataques',
      },
      {
        en: 'Revised Implementing Guidelines of the Cyber Diplomacy Toolbox',
        es: 'Directrices de aplicación revisadas del conjunto de instrumentos de ciberdiplomacia',
      },
    ],
  },
  {
    word: {
      en: 'judgments, reports and manuals, which show the law and do not make it',
      es: 'sentencias, informes y manuales, que muestran el derecho y no lo crean',
    },
    instruments: [
      { en: 'International Court of Justice', es: 'Corte Internacional de Justicia' },
      {
        en: 'Report of the UN Group of Governmental Experts, A/70/174 (2015)',
        es: 'Informe del Grupo de Expertos Gubernamentales de la ONU, A/70/174 (2015)',
      },
      {
        en: 'Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations (2017)',
        es: 'Manual de Tallin 2.0 sobre el derecho internacional aplicable a las operaciones cibernéticas (2017)',
      },
    ],
  },
  {
    word: { en: 'of this product, and no law', es: 'de este producto, y no derecho' },
    instruments: [{ en: 'Rules of this law base', es: 'Reglas de esta base jurídica' }],
  },
]

/** Every instrument that is named under a kind of law. */
export const INSTRUMENTS = KINDS_OF_LAW.flatMap(({ instruments }) =>
  instruments.map(({ en }) => en),
)

/** What is applied: by kind of law, then between these States alone, then as each nation reads it. */
export function applicableLaw(assessment: Assessment, lang: Language): readonly Block[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][lang]
  const sources = normsTold(assessment).map(({ source }) => source)
  const rows = KINDS_OF_LAW.flatMap(({ word, instruments }) =>
    instruments.flatMap((instrument) => {
      const named = sources.filter((source) => source.instrument === instrument.en)
      const provisions = new Set(named.map(({ citation }) => citation[lang]))
      return named.length === 0 ? [] : [[instrument[lang], word[lang], [...provisions].join('; ')]]
    }),
  )
  return [
    heading(2, say('law')),
    table(say('instruments'), [say('instrument'), say('kindOfLaw'), say('provisions')], rows),
    heading(3, say('between')),
    list(
      assessment.columns.map((column) => betweenStates(column, lang)),
      say('none'),
    ),
    heading(3, say('views')),
    ...assessment.columns.map((column) => viewTable(column, lang)),
    heading(3, say('onRecord')),
    list(
      onRecordFor(assessment).map((beside) => besideLine(beside, lang)),
      say('nothingOnRecord'),
    ),
  ]
}

/** What is on record of the views that count here, on the issues that a rule reads them under. */
function onRecordFor({ columns, known }: Assessment): readonly Beside[] {
  const read = new Set(columns.flatMap(({ trace }) => [...laidIn(trace).keys()]))
  return onRecordIn(known).filter(({ issue }) => read.has(issue))
}

/** Who, on what, which value was kept, and what the other source says. */
const besideLine = ({ holder, issue, kept, ...onRecord }: Beside, lang: Language): Text =>
  told`${holderName(holder, lang)}, ${ISSUE_WORDS[issue][lang]} (${READING_WORDS[kept][lang]}): ${onRecordLine({ onRecord }, lang) ?? ''}`

/** Which treaty between the two States is named, and whether a special regime prevails. */
function betweenStates({ holder, facts, trace }: Column, lang: Language): string {
  const treaty = facts.treatyProvision?.value ?? WORDS.noTreaty[lang]
  const special = findTraced(trace, 'arsiwa-55')
  const { assumed } = getNorm('arsiwa-55')
  const prevails =
    special && isAsked(special)
      ? VALUE_WORDS[special.finding.value][lang]
      : special?.assumed && assumed
        ? `${WORDS.assumed[lang]}: ${assumed[lang]}`
        : VALUE_WORDS['not-asked'][lang]
  const { citation } = getNorm('arsiwa-55').source
  return `${holderName(holder, lang)}: ${WORDS.treaty[lang]}: ${treaty}; ${WORDS.special[lang]} (${citation[lang]}): ${prevails}`
}

/** The readings that were laid over the rules, by their issue. */
const laidIn = (trace: Trace): ReadonlyMap<Issue, Reading> =>
  new Map(
    flat(trace)
      .filter(isAsked)
      .flatMap((each) => (each.view ? [[each.view.issue, each.view.reading] as const] : [])),
  )

function viewTable({ holder, view, trace }: Column, lang: Language): Block {
  return table(
    `${WORDS.view[lang]}: ${holderName(holder, lang)}, ${view.asOf}`,
    [WORDS.issue[lang], WORDS.reading[lang], WORDS.source[lang]],
    [...laidIn(trace)].map(([issue, reading]) => [
      ISSUE_WORDS[issue][lang],
      READING_WORDS[reading.value][lang],
      sourceOf(reading, lang),
    ]),
  )
}

function sourceOf(reading: Reading, lang: Language): Text {
  if (reading.value === 'unknown') return WORDS.notRead[lang]
  const { source, pinpoint, basis, reliability } = reading
  const words = wordsOf(reading)
  const place = `${source}${pinpoint === undefined ? '' : `, ${pinpoint}`}`
  const parts = [
    words && saidAs(words, lang),
    // Whoever enters its own view writes in its own language, which nothing says.
    basis === 'entered' ? place : cited(place, lang),
    `(${BASIS_WORDS[basis][lang]}; ${RELIABILITY_WORDS[reliability][lang]})`,
    reading.onRecord && `[${ON_RECORD_WORDS[reading.onRecord.is][lang]}]`,
  ]
  return joined(
    parts.filter((each) => each !== undefined),
    ' ',
  )
}

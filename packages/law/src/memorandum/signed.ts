import type { InLanguages, Language } from '@entente/lexicon'
import { LAW_BASE } from '../base.ts'
import { getFact } from '../fact.ts'
import type { CaseNotes, SignedAssessment } from './case-notes.ts'
import { quoted } from './case-words.ts'
import { type Block, heading, list, paragraph, table, warning } from './document.ts'
import { valueInWords } from './facts.ts'
import { VALUE_WORDS, WORDS } from './words.ts'

export const SIGNED_WORDS = {
  advisers: {
    en: 'Words of the advisers, as signed',
    es: 'Palabra de los asesores, como se firmó',
  },
  signed: { en: 'Signed by the advisers of', es: 'Firmado por los asesores de' },
  awaited: { en: 'not yet assessed by', es: 'sin evaluar aún por' },
  nobody: {
    en: 'No nation has signed an assessment.',
    es: 'Ninguna nación ha firmado una evaluación.',
  },
  differs: {
    en: 'The adviser holds against the rules that the conditions are met.',
    es: 'El asesor sostiene, en contra de las reglas, que se cumplen las condiciones.',
  },
  asserted: {
    en: 'Asserted, not verifiable: facts with which it was computed stay at home.',
    es: 'Afirmado, no verificable: los hechos con que se calculó se quedan en casa.',
  },
  otherBase: {
    en: 'Signed under another edition of the law base than the one that answers here: the two may differ for that reason alone.',
    es: 'Firmado con otra edición de la base jurídica que la que responde aquí: ambas pueden diferir solo por eso.',
  },
  beside: {
    en: 'What each nation signed, and what the rules answer now',
    es: 'Lo que firmó cada nación, y lo que las reglas responden ahora',
  },
  outcome: { en: 'Signed outcome', es: 'Resultado firmado' },
  now: { en: 'Rules now', es: 'Reglas ahora' },
  notes: { en: 'To be known of it', es: 'Lo que debe saberse' },
  record: { en: 'Signed assessments', es: 'Evaluaciones firmadas' },
  act: { en: 'Act', es: 'Acto' },
  conflicts: {
    en: 'Conflicts: an assessment says otherwise than the nation’s own call or notice',
    es: 'Conflictos: una evaluación dice otra cosa que el requerimiento o la notificación de la propia nación',
  },
  onRecord: { en: 'the act has', es: 'el acto dice' },
  says: { en: 'the assessment asserts', es: 'la evaluación afirma' },
} as const satisfies Readonly<Record<string, InLanguages>>

/** The line of the head that says whose advisers have signed and who is still awaited. */
export function advisersLine(
  notes: CaseNotes | undefined,
  names: readonly string[],
  lang: Language,
): string {
  const signed = notes?.assessments ?? []
  if (signed.length === 0) return WORDS.adviser[lang]
  const by = signed.map(({ nation, act }) => `${nation} (${act})`).join(', ')
  const awaited = names.filter((name) => !signed.some(({ nation }) => nation === name))
  const rest = awaited.length === 0 ? '' : `; ${SIGNED_WORDS.awaited[lang]} ${awaited.join(', ')}`
  return `${SIGNED_WORDS.signed[lang]} ${by}${rest}`
}

/** Part 1: each adviser's own word with the outcome that was signed. */
export function advisersWords(notes: CaseNotes | undefined, lang: Language): readonly Block[] {
  if (!notes) return []
  const { assessments } = notes
  return [
    heading(3, SIGNED_WORDS.advisers[lang]),
    list(
      assessments.map((one) =>
        [
          `${one.nation}: ${quoted(one.word, lang)} (${VALUE_WORDS[one.outcome][lang]})`,
          ...knownOf(one, lang),
        ].join(' '),
      ),
      SIGNED_WORDS.nobody[lang],
    ),
  ]
}

/** Part 2: what a nation has said in two ways. */
export function conflictLines(notes: CaseNotes | undefined, lang: Language): readonly Block[] {
  if (!notes || notes.conflicts.length === 0) return []
  return [
    warning(SIGNED_WORDS.conflicts[lang]),
    list(
      notes.conflicts.map(({ nation, fact, recorded, asserted }) => {
        const value = (of: { readonly value: unknown; readonly act: string }) =>
          `${valueInWords(fact, of.value, lang)} (${of.act})`
        return `${nation}: ${getFact(fact).question[lang]} ${SIGNED_WORDS.onRecord[lang]} ${value(recorded)}; ${SIGNED_WORDS.says[lang]} ${value(asserted)}`
      }),
      '',
    ),
  ]
}

/** Part 4: the signed outcomes beside the answer of the rules. */
export function signedBeside(notes: CaseNotes | undefined, lang: Language): readonly Block[] {
  if (!notes || notes.assessments.length === 0) return []
  return [
    heading(3, SIGNED_WORDS.beside[lang]),
    table(
      SIGNED_WORDS.beside[lang],
      [
        WORDS.nation[lang],
        SIGNED_WORDS.outcome[lang],
        WORDS.lawBase[lang],
        SIGNED_WORDS.now[lang],
        SIGNED_WORDS.notes[lang],
      ],
      notes.assessments.map((one) => [
        one.nation,
        VALUE_WORDS[one.outcome][lang],
        one.lawBase,
        one.now === undefined ? '–' : VALUE_WORDS[one.now][lang],
        knownOf(one, lang).join(' ') || '–',
      ]),
    ),
  ]
}

/** Part 10: each signed assessment whole, with its act. */
export function signedRecord(notes: CaseNotes | undefined, lang: Language): readonly Block[] {
  if (!notes) return []
  if (notes.assessments.length === 0)
    return [heading(3, SIGNED_WORDS.record[lang]), paragraph(SIGNED_WORDS.nobody[lang])]
  return [
    heading(3, SIGNED_WORDS.record[lang]),
    list(
      notes.assessments.map((one) =>
        [
          `${one.nation}: ${SIGNED_WORDS.outcome[lang]}: ${VALUE_WORDS[one.outcome][lang]}.`,
          `${WORDS.factsAsOf[lang]} ${one.asOf}. ${WORDS.lawBase[lang]}: ${one.lawBase}.`,
          quoted(one.word, lang),
          ...knownOf(one, lang),
          `${SIGNED_WORDS.act[lang]}: ${one.act}`,
        ].join(' '),
      ),
      '',
    ),
  ]
}

const knownOf = (one: SignedAssessment, lang: Language): readonly string[] => [
  ...(one.differs ? [SIGNED_WORDS.differs[lang]] : []),
  ...(one.isAsserted ? [SIGNED_WORDS.asserted[lang]] : []),
  ...(one.lawBase === LAW_BASE ? [] : [SIGNED_WORDS.otherBase[lang]]),
]

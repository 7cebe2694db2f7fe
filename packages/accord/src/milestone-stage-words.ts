import type { InLanguages } from '@entente/lexicon'
import { FEW_CASES, FIELD_MEDIAN, type CaseStage } from './milestone-stages.ts'

type StageWords = {
  readonly label: InLanguages
  /** With which act a case reaches it. */
  readonly how: InLanguages
}

export const STAGE_WORDS: Readonly<Record<CaseStage, StageWords>> = {
  opened: {
    label: { en: 'opened', es: 'abierto' },
    how: { en: 'the first act of the case', es: 'el primer acto del caso' },
  },
  described: {
    label: { en: 'situation put', es: 'situación propuesta' },
    how: {
      en: 'the first text of a situation is put to all',
      es: 'se propone a todos el primer texto de una situación',
    },
  },
  proposed: {
    label: { en: 'position proposed', es: 'posición propuesta' },
    how: {
      en: 'the first text of a position is put to all',
      es: 'se propone a todos el primer texto de una posición',
    },
  },
  adopted: {
    label: { en: 'position adopted', es: 'posición adoptada' },
    how: {
      en: 'the first certificate of a position’s adoption that counts',
      es: 'el primer certificado válido de la adopción de una posición',
    },
  },
  attributed: {
    label: { en: 'attributed', es: 'atribuido' },
    how: {
      en: 'the first nation attributes, to the others in the case',
      es: 'la primera nación atribuye, ante las demás del caso',
    },
  },
  assessed: {
    label: { en: 'measure assessed', es: 'medida evaluada' },
    how: {
      en: 'the first nation’s assessment of a measure in law',
      es: 'la primera evaluación jurídica de una medida por una nación',
    },
  },
  called: {
    label: { en: 'stop demanded', es: 'cese exigido' },
    how: {
      en: 'the first call to stop and repair',
      es: 'la primera exigencia de cesar y reparar',
    },
  },
  started: {
    label: { en: 'measure started', es: 'medida iniciada' },
    how: {
      en: 'the first nation starts its part of a measure',
      es: 'la primera nación inicia su parte de una medida',
    },
  },
  terminated: {
    label: { en: 'measure ended', es: 'medida terminada' },
    how: {
      en: 'the first nation ends its part of a measure',
      es: 'la primera nación termina su parte de una medida',
    },
  },
  published: {
    label: { en: 'published', es: 'publicado' },
    how: {
      en: 'the first nation publishes a text of the case, for anyone',
      es: 'la primera nación publica un texto del caso, para cualquiera',
    },
  },
}

/** How the numbers are made, and what they must not be taken for. */
export const STAGES_ABOUT: InLanguages = {
  en: 'Each instant is one by which a quorum of witnesses had cosigned the act, as far as this node holds their notes; what authors claim is not asked.',
  es: 'Cada instante es aquel en que un quórum de testigos ya había cofirmado el acto, según las notas que este nodo guarda; no se atiende a lo que afirman los autores.',
}

/** The field’s figure and how ours differs from it. */
export const FIELD_WORDS: InLanguages = {
  en: `The field’s median, from an incident to its public attribution: ${FIELD_MEDIAN.days} days (${FIELD_MEDIAN.source}, ${FIELD_MEDIAN.attributions} political attributions; quoted, not computed here). It starts with the incident, ours with the first act that witnesses saw.`,
  es: `La mediana del campo, de un incidente a su atribución pública: ${FIELD_MEDIAN.days} días (${FIELD_MEDIAN.source}, ${FIELD_MEDIAN.attributions} atribuciones políticas; citada, no calculada aquí). Empieza con el incidente; la nuestra, con el primer acto que vieron los testigos.`,
}

/** Said beside a median of so few cases that it says little; undefined where they are enough. */
export const fewCases = (of: number): InLanguages | undefined =>
  of >= FEW_CASES
    ? undefined
    : {
        en: of === 1 ? 'one case: no median' : `${of} cases: too few for a median to say much`,
        es:
          of === 1
            ? 'un caso: no hay mediana'
            : `${of} casos: pocos para que una mediana diga mucho`,
      }

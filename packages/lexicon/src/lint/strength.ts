import { type Degree, type Scale, SCALES } from '../scale.ts'
import { arsiwa, icd203 } from '../source.ts'
import type { Forms } from '../term.ts'
import type { CueWords, Rule } from './rule.ts'

/** Words by which a sentence says who did it. Others of the sentence are then read as its strength. */
const attributing: CueWords = {
  cue: 'attributes',
  forms: {
    en: [
      'attribute',
      'attributes',
      'attributed',
      'attributable',
      'attribution',
      'responsible',
      'responsibility',
      'behind',
      'carried out by',
      'conducted by',
      'perpetrated by',
      'committed by',
      'launched by',
      'directed by',
      'ordered by',
      'orchestrated by',
      'the work of',
      'involved',
    ],
    es: [
      'atribuir',
      'atribuye',
      'atribuyen',
      'atribuimos',
      'atribuido',
      'atribuida',
      'atribuidos',
      'atribuidas',
      'atribuible',
      'atribuibles',
      'atribución',
      'responsable',
      'responsables',
      'responsabilidad',
      'detrás de',
      'detrás',
      'llevado a cabo por',
      'llevada a cabo por',
      'perpetrado por',
      'perpetrada por',
      'cometido por',
      'cometida por',
      'lanzado por',
      'lanzada por',
      'dirigido por',
      'dirigida por',
      'ordenado por',
      'ordenada por',
      'obra de',
      'autor de',
      'autores de',
      'implicado',
      'implicada',
    ],
  },
}

const certain: Rule = {
  code: 'attribution.certain',
  severity: 'error',
  forms: {
    en: [
      'certainly',
      'it is certain',
      'undoubtedly',
      'without doubt',
      'without a doubt',
      'without any doubt',
      'beyond doubt',
      'beyond any doubt',
      'no doubt',
      'definitely',
      'conclusively',
      'indisputably',
      'unquestionably',
      'prove',
      'proves',
      'proved',
      'proven',
      'proof that',
    ],
    es: [
      'sin duda',
      'sin ninguna duda',
      'sin lugar a dudas',
      'no cabe duda',
      'indudablemente',
      'indiscutiblemente',
      'ciertamente',
      'definitivamente',
      'con certeza',
      'con total certeza',
      'con toda seguridad',
      'es seguro que',
      'prueba que',
      'prueban que',
      'demuestra',
      'demuestran',
      'ha demostrado',
      'está demostrado',
      'está probado',
      'ha quedado probado',
      'queda probado',
    ],
  },
  message: {
    en: 'No scale of likelihood ends in certainty: an attribution is a judgement, and evidence supports it.',
    es: 'Ninguna escala de probabilidad acaba en certeza: una atribución es un juicio, y la evidencia lo apoya.',
  },
  say: {
    en: 'almost certainly (ICD 203: 95-99 %), or: the evidence supports',
    es: 'casi con certeza (ICD 203: 95-99 %), o: la evidencia apoya',
  },
  source: icd203('section D.6.e(2)(a)'),
  when: { has: ['attributes'] },
}

const vague: Rule = {
  code: 'attribution.vague',
  severity: 'warning',
  forms: {
    en: [
      'possibly',
      'perhaps',
      'maybe',
      'may be',
      'may have',
      'might',
      'could be',
      'could have',
      'apparently',
      'allegedly',
      'reportedly',
      'believed to',
      'thought to',
      'suspected',
      'seems to',
      'appears to',
    ],
    es: [
      'posiblemente',
      'quizá',
      'quizás',
      'tal vez',
      'podría',
      'podrían',
      'puede que',
      'aparentemente',
      'al parecer',
      'presuntamente',
      'supuestamente',
      'presunto',
      'presunta',
      'presuntos',
      'presuntas',
      'se cree que',
      'se sospecha',
      'parece',
    ],
  },
  message: {
    en: 'Stands on no scale: each reader puts another number to it.',
    es: 'No figura en ninguna escala: cada lector le pone un número distinto.',
  },
  say: {
    en: 'a likelihood of a named scale, and the confidence in a sentence of its own',
    es: 'una probabilidad de una escala con nombre, y la confianza en una frase aparte',
  },
  source: icd203('section D.6.e(2)(a)'),
  when: { has: ['attributes'] },
}

const LIKELIHOODS = SCALES.filter(({ measures }) => measures === 'likelihood')

/** How Spanish texts say the degrees, beyond the label; ours, as the scales are English. */
const SPANISH: Readonly<Record<string, readonly string[]>> = {
  'almost no chance': ['prácticamente imposible'],
  'very unlikely': ['muy improbables', 'muy poco probable', 'muy poco probables'],
  unlikely: ['improbables', 'poco probable', 'poco probables'],
  likely: ['probables', 'probablemente'],
  'very likely': ['muy probables', 'muy probablemente'],
  'highly likely': ['altamente probables', 'con alta probabilidad'],
  'almost certain': [
    'casi segura',
    'casi seguros',
    'casi con certeza',
    'casi con toda seguridad',
    'casi con total certeza',
    'casi con seguridad',
  ],
}

/** A word of a scale that says other things too: remote control is no chance. */
const WHERE_IT_IS_LIKELIHOOD: Readonly<Record<string, readonly string[]>> = {
  remote: [
    'remote chance',
    'remote possibility',
    'remote probability',
    'remote likelihood',
    'chance is remote',
    'possibility is remote',
    'probability is remote',
    'likelihood is remote',
  ],
}

const words = ({ value, label, also = [] }: Degree): Forms => ({
  en: [label.en, ...also.flatMap((word) => WHERE_IT_IS_LIKELIHOOD[word] ?? [word])],
  es: [label.es, ...(SPANISH[value] ?? [])],
})

/** Every word of likelihood with what each scale means by it. */
function likelihoodWords(): {
  readonly word: string
  readonly lang: 'en' | 'es'
  readonly means: string
}[] {
  const means = new Map<string, { lang: 'en' | 'es'; word: string; scales: string[] }>()
  for (const scale of LIKELIHOODS)
    for (const degree of scale.degrees)
      for (const lang of ['en', 'es'] as const)
        for (const word of new Set(words(degree)[lang])) {
          const kept = means.get(`${lang} ${word}`) ?? { lang, word, scales: [] }
          kept.scales.push(rangeOf(scale, degree))
          means.set(`${lang} ${word}`, kept)
        }
  return [...means.values()].map(({ lang, word, scales }) => ({
    lang,
    word,
    means: scales.join(', '),
  }))
}

function rangeOf({ title, version }: Scale, { percent }: Degree): string {
  const name = title.en.split(/[ ,]+likelihood| probability/)[0]!
  return percent === undefined ? name : `${name} (${version}) ${percent.from}-${percent.to} %`
}

const unscaled: readonly Rule[] = likelihoodWords().map(({ word, lang, means }) => ({
  code: 'likelihood.unscaled',
  severity: 'warning',
  forms: { en: lang === 'en' ? [word] : [], es: lang === 'es' ? [word] : [] },
  message: {
    en: `A word of likelihood, and the text names no scale. By range: ${means}.`,
    es: `Palabra de probabilidad, y el texto no nombra ninguna escala. Por intervalo: ${means}.`,
  },
  say: {
    en: 'name the scale and its version once in the text',
    es: 'nombre la escala y su versión una vez en el texto',
  },
  source: icd203('section D.6.e(2)(a)'),
}))

const likely: CueWords = {
  cue: 'likelihood',
  forms: {
    en: unscaled.flatMap(({ forms }) => forms.en),
    es: unscaled.flatMap(({ forms }) => forms.es),
  },
}

const scaleNames: CueWords = {
  cue: 'names-scale',
  forms: {
    en: ['icd 203', 'phia', 'probability yardstick'],
    es: ['icd 203', 'phia', 'escala de probabilidad'],
  },
}

const mixed: Rule = {
  code: 'likelihood.mixed',
  severity: 'warning',
  forms: {
    en: ['low confidence', 'moderate confidence', 'medium confidence', 'high confidence'],
    es: [
      'confianza baja',
      'baja confianza',
      'confianza moderada',
      'moderada confianza',
      'confianza media',
      'confianza alta',
      'alta confianza',
      'confianza elevada',
      'elevada confianza',
    ],
  },
  message: {
    en: 'Confidence and likelihood in one sentence: one says how good the basis is, the other how probable the event.',
    es: 'Confianza y probabilidad en una misma frase: una dice cuán buena es la base; la otra, cuán probable el hecho.',
  },
  say: {
    en: 'two sentences: the likelihood, then the confidence and why',
    es: 'dos frases: la probabilidad, y después la confianza y por qué',
  },
  source: icd203('section D.6.e(2)(b)'),
  when: { has: ['likelihood'] },
}

const object: Rule = {
  code: 'countermeasure.object',
  severity: 'warning',
  forms: {
    en: [
      'deter',
      'deters',
      'deterred',
      'deterring',
      'deterrence',
      'deterrent',
      'punish',
      'punishes',
      'punished',
      'punishing',
      'punishment',
      'punitive',
      'retaliate',
      'retaliating',
    ],
    es: [
      'disuadir',
      'disuade',
      'disuaden',
      'disuasión',
      'disuasoria',
      'disuasorio',
      'disuasorias',
      'castigar',
      'castiga',
      'castigan',
      'castigo',
      'punitiva',
      'punitivo',
      'punitivas',
      'vengar',
    ],
  },
  message: {
    en: 'A countermeasure may only have cessation and reparation as its object.',
    es: 'Una contramedida solo puede tener por objeto la cesación y la reparación.',
  },
  say: {
    en: 'in order that the responsible State ceases and repairs',
    es: 'para que el Estado responsable cese y repare',
  },
  source: arsiwa('Article 49(1)'),
  when: { has: ['countermeasure'], lacks: ['denies'] },
}

const countermeasures: CueWords = {
  cue: 'countermeasure',
  forms: {
    en: ['countermeasure', 'countermeasures', 'counter measure', 'counter measures'],
    es: ['contramedida', 'contramedidas'],
  },
}

export const strength: readonly Rule[] = [certain, vague, ...unscaled, mixed, object]

export const strengthCues: readonly CueWords[] = [attributing, likely, scaleNames, countermeasures]

import { arsiwa, generalKnowledge, tallinn2, unCharter } from '../source.ts'
import type { Forms, InLanguages, TermSource } from '../term.ts'
import type { CueWords, Rule, Severity, Weight } from './rule.ts'

type Weighty = {
  readonly weight: Weight
  readonly severity: Severity
  readonly forms: Forms
  /** Naming one of these in the sentence shows which meaning is claimed. */
  readonly provisions: Forms
  readonly meaning: InLanguages
  readonly say: InLanguages
  readonly source: TermSource
}

/**
 * Words that open rights or accuse of a crime. A linter cannot know the facts; it asks that whoever
 * uses such a word names the provision in the same sentence, or denies it, or asks whether. That
 * test is ours.
 */
const WEIGHTY: readonly Weighty[] = [
  {
    weight: 'armed-attack',
    severity: 'error',
    forms: {
      en: ['armed attack', 'armed attacks'],
      es: ['ataque armado', 'ataques armados'],
    },
    provisions: {
      en: ['article 51', 'art 51', 'article 42', 'article 5 of the north atlantic treaty'],
      es: ['artículo 51', 'art 51', 'artículo 42', 'artículo 5 del tratado del atlántico norte'],
    },
    meaning: {
      en: 'It claims the gravest form of force and opens self-defence.',
      es: 'Afirma la forma más grave de la fuerza y abre la legítima defensa.',
    },
    say: {
      en: 'cyber-attack, or malicious cyber activity; else name Article 51 of the Charter',
      es: 'ciberataque o actividad cibernética maliciosa; si no, cite el artículo 51 de la Carta',
    },
    source: unCharter('Article 51'),
  },
  {
    weight: 'use-of-force',
    severity: 'error',
    forms: {
      en: ['use of force', 'uses of force', 'threat or use of force', 'threat of force'],
      es: [
        'uso de la fuerza',
        'uso de fuerza',
        'empleo de la fuerza',
        'amenaza o uso de la fuerza',
        'amenaza de la fuerza',
      ],
    },
    provisions: {
      en: ['article 2', 'art 2', 'article 50', 'art 50'],
      es: ['artículo 2', 'art 2', 'artículo 50', 'art 50'],
    },
    meaning: {
      en: 'It claims a breach of the Charter’s prohibition.',
      es: 'Afirma una violación de la prohibición de la Carta.',
    },
    say: {
      en: 'disruptive or destructive cyber activity; else name Article 2(4) of the Charter',
      es: 'actividad cibernética perturbadora o destructiva; si no, cite el artículo 2(4) de la Carta',
    },
    source: unCharter('Article 2(4)'),
  },
  {
    weight: 'self-defence',
    severity: 'warning',
    forms: { en: ['self defence', 'self defense'], es: ['legítima defensa'] },
    provisions: {
      en: ['article 51', 'art 51', 'article 42', 'article 21'],
      es: ['artículo 51', 'art 51', 'artículo 42', 'artículo 21'],
    },
    meaning: {
      en: 'It claims that an armed attack occurred.',
      es: 'Afirma que hubo un ataque armado.',
    },
    say: {
      en: 'protection of one’s own systems; else name Article 51 of the Charter',
      es: 'protección de los propios sistemas; si no, cite el artículo 51 de la Carta',
    },
    source: unCharter('Article 51'),
  },
  {
    weight: 'war',
    severity: 'error',
    forms: {
      en: ['act of war', 'acts of war', 'declaration of war', 'casus belli'],
      es: ['acto de guerra', 'actos de guerra', 'declaración de guerra', 'casus belli'],
    },
    provisions: { en: [], es: [] },
    meaning: {
      en: 'The Charter knows no such word; it claims more than any provision gives.',
      es: 'La Carta no conoce esa expresión; afirma más de lo que da ninguna disposición.',
    },
    say: {
      en: 'use of force or armed attack, with the provision, where that is meant',
      es: 'uso de la fuerza o ataque armado, con la disposición, si es lo que se quiere decir',
    },
    source: generalKnowledge('Charter of the United Nations, Articles 2(4), 39 and 51'),
  },
  {
    weight: 'aggression',
    severity: 'error',
    forms: {
      en: ['act of aggression', 'acts of aggression', 'cyber aggression', 'armed aggression'],
      es: [
        'acto de agresión',
        'actos de agresión',
        'ciberagresión',
        'ciberagresiones',
        'agresión armada',
      ],
    },
    provisions: {
      en: ['article 39', 'art 39', 'resolution 3314'],
      es: ['artículo 39', 'art 39', 'resolución 3314'],
    },
    meaning: {
      en: 'The Security Council determines it.',
      es: 'Lo determina el Consejo de Seguridad.',
    },
    say: {
      en: 'malicious cyber activity; else name Article 39 of the Charter',
      es: 'actividad cibernética maliciosa; si no, cite el artículo 39 de la Carta',
    },
    source: generalKnowledge('Charter of the United Nations, Article 39'),
  },
  {
    weight: 'war-crime',
    severity: 'error',
    forms: {
      en: ['war crime', 'war crimes'],
      es: ['crimen de guerra', 'crímenes de guerra'],
    },
    provisions: {
      en: ['article 8', 'rome statute', 'geneva convention', 'geneva conventions'],
      es: ['artículo 8', 'estatuto de roma', 'convenio de ginebra', 'convenios de ginebra'],
    },
    meaning: {
      en: 'It accuses persons of a crime, and presupposes an armed conflict.',
      es: 'Acusa a personas de un crimen y presupone un conflicto armado.',
    },
    say: {
      en: 'what was done; else name the provision',
      es: 'lo que se hizo; si no, cite la disposición',
    },
    source: generalKnowledge('Rome Statute of the International Criminal Court, Article 8'),
  },
  {
    weight: 'intervention',
    severity: 'warning',
    forms: {
      en: [
        'prohibited intervention',
        'prohibited interventions',
        'unlawful intervention',
        'intervention in internal affairs',
        'interference in internal affairs',
      ],
      es: [
        'intervención prohibida',
        'intervenciones prohibidas',
        'intervención ilícita',
        'intervención en los asuntos internos',
        'injerencia en los asuntos internos',
        'injerencias en los asuntos internos',
      ],
    },
    provisions: {
      en: ['customary', 'coercion', 'coercive', 'coerce', 'coerced', 'nicaragua'],
      es: [
        'consuetudinario',
        'consuetudinaria',
        'coerción',
        'coacción',
        'coercitiva',
        'coercitivo',
        'nicaragua',
      ],
    },
    meaning: {
      en: 'It claims coercion in matters that a State may decide freely.',
      es: 'Afirma coerción en asuntos que un Estado puede decidir libremente.',
    },
    say: { en: 'say what was coerced', es: 'diga a qué se coaccionó' },
    source: generalKnowledge('ICJ, Nicaragua (1986), paragraph 205'),
  },
  {
    weight: 'sovereignty',
    severity: 'warning',
    forms: {
      en: [
        'violation of sovereignty',
        'violations of sovereignty',
        'breach of sovereignty',
        'breaches of sovereignty',
        'violated the sovereignty',
        'violates the sovereignty',
      ],
      es: [
        'violación de la soberanía',
        'violaciones de la soberanía',
        'violó la soberanía',
        'viola la soberanía',
        'vulneró la soberanía',
        'vulnera la soberanía',
      ],
    },
    provisions: {
      en: ['rule 4', 'territory', 'territorial', 'governmental functions', 'loss of functionality'],
      es: [
        'regla 4',
        'territorio',
        'territorial',
        'funciones de gobierno',
        'funciones gubernamentales',
        'pérdida de funcionalidad',
      ],
    },
    meaning: {
      en: 'States disagree whether it is a rule, and from what effects on.',
      es: 'Los Estados discrepan sobre si es una regla, y desde qué efectos.',
    },
    say: {
      en: 'name the effect on the territory or on governmental functions',
      es: 'diga el efecto en el territorio o en las funciones de gobierno',
    },
    source: tallinn2('Rule 4, p. 17'),
  },
  {
    weight: 'wrongful-act',
    severity: 'warning',
    forms: {
      en: ['internationally wrongful act', 'internationally wrongful acts'],
      es: ['hecho internacionalmente ilícito', 'hechos internacionalmente ilícitos'],
    },
    provisions: {
      en: [
        'article 2',
        'article 4',
        'article 8',
        'article 49',
        'article 22',
        'obligation',
        'obligations',
        'breach',
        'breaches',
        'breached',
      ],
      es: [
        'artículo 2',
        'artículo 4',
        'artículo 8',
        'artículo 49',
        'artículo 22',
        'obligación',
        'obligaciones',
        'violación',
        'viola',
        'violó',
      ],
    },
    meaning: {
      en: 'It claims both that a State is responsible and which obligation it breached.',
      es: 'Afirma a la vez que un Estado es responsable y qué obligación violó.',
    },
    say: {
      en: 'name the obligation that was breached',
      es: 'diga qué obligación se violó',
    },
    source: arsiwa('Article 2'),
  },
]

export const weighty: readonly Rule[] = WEIGHTY.map(
  ({ weight, severity, forms, meaning, say, source }) => ({
    code: 'weight.unsupported',
    severity,
    forms,
    message: {
      en: `A word of legal weight without its provision. ${meaning.en}`,
      es: `Palabra de peso jurídico sin su disposición. ${meaning.es}`,
    },
    say,
    source,
    when: { lacks: [`supports:${weight}`, 'denies'] },
  }),
)

export const provisions: readonly CueWords[] = WEIGHTY.map(({ weight, provisions: forms }) => ({
  cue: `supports:${weight}`,
  forms,
}))

/** A sentence that denies, forbids or asks claims nothing. */
export const denials: CueWords = {
  cue: 'denies',
  forms: {
    en: [
      'not amount to',
      'not constitute',
      'is not',
      'are not',
      'was not',
      'were not',
      'falls short of',
      'fall short of',
      'fell short of',
      'short of',
      'below the threshold',
      'whether',
      'may not',
      'must not',
      'shall not',
      'never',
      'not to',
    ],
    es: [
      'no constituye',
      'no constituyen',
      'no constituyó',
      'no equivale',
      'no equivalen',
      'no equivalió',
      'no es',
      'no son',
      'no fue',
      'no fueron',
      'no alcanza',
      'no alcanzan',
      'no alcanzó',
      'sin llegar a',
      'por debajo del umbral',
      'acerca de si',
      'sobre si',
      'no puede',
      'no pueden',
      'no debe',
      'no deben',
      'nunca',
    ],
  },
}

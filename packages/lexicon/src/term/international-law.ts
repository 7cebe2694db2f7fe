import { arsiwa, generalKnowledge, tallinn2, unCharter } from '../source.ts'
import type { FieldEntry } from '../term.ts'

/** Words that carry legal weight. What they mean is disputed in part: readings of a nation stand beside. */
export const internationalLaw = {
  'internationally-wrongful-act': {
    label: { en: 'Internationally wrongful act', es: 'Hecho internacionalmente ilícito' },
    definition: {
      en: 'Conduct that is attributable to a State and breaches an international obligation of that State.',
      es: 'Conducta que es atribuible a un Estado y viola una obligación internacional de ese Estado.',
    },
    source: arsiwa('Article 2'),
    status: 'proposed',
    related: ['responsible-state', 'injured-state', 'countermeasure'],
    forms: {
      en: [
        'internationally wrongful act',
        'internationally wrongful acts',
        'wrongful act',
        'wrongful acts',
      ],
      es: [
        'hecho internacionalmente ilícito',
        'hechos internacionalmente ilícitos',
        'hecho ilícito internacional',
        'hechos ilícitos internacionales',
        'hecho ilícito',
        'hechos ilícitos',
      ],
    },
  },
  'responsible-state': {
    label: { en: 'Responsible State', es: 'Estado responsable' },
    definition: {
      en: 'The State whose internationally wrongful act it is: it owes cessation and reparation.',
      es: 'El Estado autor del hecho internacionalmente ilícito: debe su cesación y la reparación.',
    },
    source: arsiwa('Articles 30 and 31', 'summary-seen'),
    status: 'proposed',
    forms: {
      en: ['responsible state', 'responsible states'],
      es: ['estado responsable', 'estados responsables'],
    },
  },
  'injured-state': {
    label: { en: 'Injured State', es: 'Estado lesionado' },
    definition: {
      en: 'A State to which the breached obligation is owed individually, or which the breach of an obligation owed to a group specially affects.',
      es: 'Un Estado al que se debe individualmente la obligación violada, o al que afecta especialmente la violación de una obligación debida a un grupo.',
    },
    source: arsiwa('Article 42', 'summary-seen'),
    status: 'proposed',
    forms: {
      en: ['injured state', 'injured states'],
      es: ['estado lesionado', 'estados lesionados'],
    },
  },
  sovereignty: {
    label: { en: 'Sovereignty', es: 'Soberanía' },
    definition: {
      en: 'A State’s supreme authority over its territory and its governmental functions. Whether it is a rule that a cyber operation can breach by itself, and from what effects on, is disputed.',
      es: 'La autoridad suprema de un Estado sobre su territorio y sus funciones de gobierno. Se discute si es una regla que una operación cibernética pueda violar por sí sola, y desde qué efectos.',
    },
    source: tallinn2('Rule 4, p. 17'),
    status: 'proposed',
    forms: {
      en: ['sovereignty', 'violation of sovereignty', 'breach of sovereignty'],
      es: ['soberanía', 'violación de la soberanía', 'violaciones de la soberanía'],
    },
  },
  'prohibited-intervention': {
    label: { en: 'Prohibited intervention', es: 'Intervención prohibida' },
    definition: {
      en: 'Coercive interference in matters that a State may decide freely. What coerces is disputed.',
      es: 'Injerencia coercitiva en asuntos que un Estado puede decidir libremente. Se discute qué es coercitivo.',
    },
    source: generalKnowledge('ICJ, Nicaragua (1986), paragraph 205'),
    status: 'proposed',
    related: ['sovereignty'],
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
  },
  'use-of-force': {
    label: { en: 'Use of force', es: 'Uso de la fuerza' },
    definition: {
      en: 'What the Charter forbids between States. An operation counts as one if its scale and effects are comparable to those of force by other means; whether that needs physical harm is disputed.',
      es: 'Lo que la Carta prohíbe entre Estados. Una operación lo es si su escala y efectos son comparables a los de la fuerza por otros medios; se discute si hace falta daño físico.',
    },
    source: unCharter('Article 2(4)'),
    status: 'proposed',
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
  },
  'armed-attack': {
    label: { en: 'Armed attack', es: 'Ataque armado' },
    definition: {
      en: 'The gravest forms of the use of force, by scale and effects. It opens the right of self-defence.',
      es: 'Las formas más graves del uso de la fuerza, por su escala y efectos. Abre el derecho de legítima defensa.',
    },
    source: unCharter('Article 51'),
    status: 'proposed',
    broader: 'use-of-force',
    related: ['self-defence'],
    forms: {
      en: ['armed attack', 'armed attacks'],
      es: ['ataque armado', 'ataques armados'],
    },
  },
  'self-defence': {
    label: { en: 'Self-defence', es: 'Legítima defensa' },
    definition: {
      en: 'Necessary and proportionate force of a State against an armed attack, alone or at another’s request, reported to the Security Council.',
      es: 'Fuerza necesaria y proporcionada de un Estado contra un ataque armado, por sí solo o a petición de otro, comunicada al Consejo de Seguridad.',
    },
    source: unCharter('Article 51'),
    status: 'proposed',
    forms: {
      en: ['self defence', 'self defense'],
      es: ['legítima defensa'],
    },
  },
  'armed-conflict': {
    label: { en: 'Armed conflict', es: 'Conflicto armado' },
    definition: {
      en: 'What makes international humanitarian law apply: resort to armed force between States, or protracted armed violence with or between organised groups.',
      es: 'Lo que hace aplicable el derecho internacional humanitario: el recurso a la fuerza armada entre Estados, o la violencia armada prolongada con grupos organizados o entre ellos.',
    },
    source: generalKnowledge('ICTY, Tadić, decision on jurisdiction (1995), paragraph 70'),
    status: 'proposed',
    forms: {
      en: ['armed conflict', 'armed conflicts'],
      es: ['conflicto armado', 'conflictos armados'],
    },
  },
  'due-diligence': {
    label: { en: 'Due diligence', es: 'Diligencia debida' },
    definition: {
      en: 'Not knowingly to let one’s territory or infrastructure be used against the rights of others, as far as one can prevent it. Whether it binds in cyberspace is disputed.',
      es: 'No permitir a sabiendas que el propio territorio o infraestructura se use contra los derechos de otros, en la medida en que pueda impedirse. Se discute si obliga en el ciberespacio.',
    },
    source: tallinn2('Rules 6 and 7, pp. 30-51'),
    status: 'proposed',
    forms: {
      en: ['due diligence'],
      es: ['diligencia debida', 'debida diligencia'],
    },
  },
} as const satisfies Readonly<Record<string, FieldEntry>>

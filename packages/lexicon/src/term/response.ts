import { arsiwa, eu2019796 } from '../source.ts'
import type { FieldEntry } from '../term.ts'

/** What States expect of each other, what they may do in answer, and within which limits. */
export const responses = {
  'responsible-state-behaviour': {
    label: { en: 'Responsible State behaviour', es: 'Comportamiento responsable de los Estados' },
    definition: {
      en: 'What the eleven norms of the United Nations expect of States in cyberspace. The norms are voluntary; the law is beside them.',
      es: 'Lo que las once normas de las Naciones Unidas esperan de los Estados en el ciberespacio. Las normas son voluntarias; el derecho está a su lado.',
    },
    source: {
      instrument: 'UN Group of Governmental Experts, report of 2015 (A/70/174)',
      provision: 'paragraph 13',
      verification: 'summary-seen',
    },
    status: 'proposed',
    forms: {
      en: [
        'responsible state behaviour',
        'responsible state behavior',
        'norms of responsible state behaviour',
        'norms of responsible state behavior',
      ],
      es: [
        'comportamiento responsable de los estados',
        'comportamiento responsable del estado',
        'normas de comportamiento responsable de los estados',
      ],
    },
  },
  countermeasure: {
    label: { en: 'Countermeasure', es: 'Contramedida' },
    definition: {
      en: 'Conduct of an injured State that would breach its obligations to the responsible State, and is not wrongful because it is to bring that State to cease and repair. Never to punish or deter.',
      es: 'Conducta de un Estado lesionado que violaría sus obligaciones hacia el Estado responsable y no es ilícita porque busca que ese Estado cese y repare. Nunca para castigar ni disuadir.',
    },
    source: arsiwa('Articles 22 and 49(1)'),
    status: 'proposed',
    related: ['measure', 'proportionality'],
    forms: {
      en: ['countermeasure', 'countermeasures', 'counter measure', 'counter measures'],
      es: ['contramedida', 'contramedidas'],
    },
  },
  'collective-countermeasure': {
    label: { en: 'Collective countermeasure', es: 'Contramedida colectiva' },
    definition: {
      en: 'A countermeasure in which States take part that are not injured themselves. Three questions, not one: own right, on request, or assistance only; all are disputed.',
      es: 'Una contramedida en la que participan Estados que no son ellos mismos lesionados. Son tres preguntas y no una: derecho propio, a petición, o solo asistencia; todas se discuten.',
    },
    source: arsiwa('Articles 48 and 54'),
    status: 'proposed',
    broader: 'countermeasure',
    forms: {
      en: [
        'collective countermeasure',
        'collective countermeasures',
        'third party countermeasure',
        'third party countermeasures',
      ],
      es: [
        'contramedida colectiva',
        'contramedidas colectivas',
        'contramedida de terceros',
        'contramedidas de terceros',
      ],
    },
  },
  retorsion: {
    label: { en: 'Retorsion', es: 'Retorsión' },
    definition: {
      en: 'An unfriendly but lawful act in answer: a protest, the recall of an ambassador, the end of voluntary cooperation.',
      es: 'Un acto inamistoso pero lícito en respuesta: una protesta, la llamada a consultas de un embajador, el fin de una cooperación voluntaria.',
    },
    source: {
      instrument: 'Cyber Law Toolkit, Countermeasures',
      provision: 'definition, which distinguishes retorsion',
      verification: 'text-seen',
    },
    status: 'proposed',
    related: ['measure', 'countermeasure'],
    forms: { en: ['retorsion', 'retorsions'], es: ['retorsión', 'retorsiones'] },
  },
  'restrictive-measure': {
    label: { en: 'Restrictive measure', es: 'Medida restrictiva' },
    definition: {
      en: 'A listing of persons or entities under EU law, with frozen assets or a ban on entry. It attributes nothing to a State.',
      es: 'La inclusión de personas o entidades en una lista conforme al derecho de la UE, con inmovilización de bienes o prohibición de entrada. No atribuye nada a un Estado.',
    },
    source: eu2019796('Articles 1 to 3'),
    status: 'proposed',
    related: ['measure'],
    forms: {
      en: ['restrictive measure', 'restrictive measures'],
      es: ['medida restrictiva', 'medidas restrictivas'],
    },
    mappings: [{ match: 'exact', scheme: 'eu-2019-796', notation: 'Articles 1 to 3' }],
  },
  'plea-of-necessity': {
    label: { en: 'Plea of necessity', es: 'Estado de necesidad' },
    definition: {
      en: 'Conduct that is the only way to safeguard an essential interest against a grave and imminent peril, and impairs no essential interest of others seriously. Needs no attribution.',
      es: 'Conducta que es el único modo de salvaguardar un interés esencial frente a un peligro grave e inminente, sin afectar gravemente a un interés esencial de otros. No exige atribución.',
    },
    source: arsiwa('Article 25'),
    status: 'proposed',
    related: ['measure'],
    forms: {
      en: ['plea of necessity', 'state of necessity'],
      es: ['estado de necesidad'],
    },
  },
  proportionality: {
    label: { en: 'Proportionality', es: 'Proporcionalidad' },
    definition: {
      en: 'Of a countermeasure: commensurate with the injury suffered, taking into account how grave the wrongful act is and the rights in question.',
      es: 'De una contramedida: acorde con el perjuicio sufrido, teniendo en cuenta la gravedad del hecho ilícito y los derechos en causa.',
    },
    source: arsiwa('Article 51'),
    status: 'proposed',
    forms: { en: ['proportionality'], es: ['proporcionalidad'] },
  },
} as const satisfies Readonly<Record<string, FieldEntry>>

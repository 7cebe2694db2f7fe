import { arsiwa, eu2019796, generalKnowledge, tallinn2, tlp2 } from '../source.ts'
import type { Forms, InLanguages, TermSource } from '../term.ts'
import type { Rule } from './rule.ts'

type Avoided = {
  readonly forms: Forms
  readonly message: InLanguages
  readonly say: InLanguages
  readonly source: TermSource
}

/** Words that mislead, each with what to say instead. */
const AVOIDED: readonly Avoided[] = [
  {
    forms: {
      en: ['cyber war', 'cyberwar', 'cyber warfare', 'cyberwarfare'],
      es: ['ciberguerra', 'ciberguerras', 'guerra cibernética', 'guerras cibernéticas'],
    },
    message: {
      en: 'Names a state of war that nobody has found.',
      es: 'Nombra un estado de guerra que nadie ha constatado.',
    },
    say: {
      en: 'malicious cyber activity; armed conflict, where the law of armed conflict is meant',
      es: 'actividad cibernética maliciosa; conflicto armado, si se trata del derecho de los conflictos armados',
    },
    source: 'none',
  },
  {
    forms: {
      en: ['cyber terrorism', 'cyberterrorism', 'cyber terrorist', 'cyber terrorists'],
      es: ['ciberterrorismo', 'ciberterrorista', 'ciberterroristas'],
    },
    message: {
      en: 'Terrorism is an offence with elements of its own.',
      es: 'El terrorismo es un delito con elementos propios.',
    },
    say: { en: 'malicious cyber activity', es: 'actividad cibernética maliciosa' },
    source: 'none',
  },
  {
    forms: {
      en: ['hacker', 'hackers'],
      es: ['hacker', 'hackers', 'pirata informático', 'piratas informáticos'],
    },
    message: {
      en: 'Says neither what was done nor by whom.',
      es: 'No dice ni qué se hizo ni quién.',
    },
    say: { en: 'threat actor', es: 'actor de la amenaza' },
    source: 'none',
  },
  {
    forms: {
      en: ['hack back', 'hack backs', 'hacking back', 'hackback', 'hackbacks'],
      es: ['contraataque informático', 'contraataques informáticos', 'hackback'],
    },
    message: {
      en: 'Hides who acts: only States take countermeasures, private entities may not.',
      es: 'Oculta quién actúa: solo los Estados toman contramedidas, las entidades privadas no pueden.',
    },
    say: { en: 'countermeasure', es: 'contramedida' },
    source: tallinn2('Rule 24, p. 130'),
  },
  {
    forms: {
      en: [
        'technical countermeasure',
        'technical countermeasures',
        'security countermeasure',
        'security countermeasures',
        'defensive countermeasures',
      ],
      es: [
        'contramedida técnica',
        'contramedidas técnicas',
        'contramedida de seguridad',
        'contramedidas de seguridad',
        'contramedidas defensivas',
      ],
    },
    message: {
      en: 'A countermeasure is a State’s answer to a wrongful act, not a safeguard of a system.',
      es: 'Una contramedida es la respuesta de un Estado a un hecho ilícito, no una salvaguarda de un sistema.',
    },
    say: { en: 'mitigation', es: 'medida de mitigación' },
    source: arsiwa('Article 22'),
  },
  {
    forms: {
      en: [
        'retaliation',
        'retaliations',
        'retaliatory measure',
        'retaliatory measures',
        'reprisal',
        'reprisals',
      ],
      es: ['represalia', 'represalias', 'medida de represalia', 'medidas de represalia'],
    },
    message: {
      en: 'Names a motive that the law excludes: the only object is that the responsible State ceases and repairs.',
      es: 'Nombra un motivo que el derecho excluye: el único objeto es que el Estado responsable cese y repare.',
    },
    say: {
      en: 'countermeasure, or retorsion where the act is lawful in itself',
      es: 'contramedida, o retorsión si el acto es lícito por sí mismo',
    },
    source: arsiwa('Article 49(1)'),
  },
  {
    forms: {
      en: ['sanction', 'sanctions'],
      es: ['sanción', 'sanciones'],
    },
    message: {
      en: 'EU law says otherwise; and a listing punishes nobody and attributes nothing to a State.',
      es: 'El derecho de la UE lo dice de otro modo; y una inclusión en lista no castiga a nadie ni atribuye nada a un Estado.',
    },
    say: { en: 'restrictive measures', es: 'medidas restrictivas' },
    source: eu2019796('title and Article 1'),
  },
  {
    forms: {
      en: ['victim state', 'victim states'],
      es: ['estado víctima', 'estados víctimas', 'estado víctima de', 'estados víctima'],
    },
    message: {
      en: 'Has no consequence in law; which State is injured, and may answer, is a finding.',
      es: 'No tiene consecuencia en derecho; qué Estado está lesionado, y puede responder, es una conclusión.',
    },
    say: { en: 'injured State', es: 'Estado lesionado' },
    source: arsiwa('Article 42', 'summary-seen'),
  },
  {
    forms: {
      en: ['blame', 'blames', 'blamed', 'blaming'],
      es: ['culpar', 'culpa a', 'culpan a', 'culpamos a', 'culpó a', 'culpabiliza', 'culpabilizan'],
    },
    message: {
      en: 'An attribution is a judgement with evidence, likelihood and confidence.',
      es: 'Una atribución es un juicio con evidencia, probabilidad y confianza.',
    },
    say: { en: 'attribute to', es: 'atribuir a' },
    source: 'none',
  },
  {
    forms: {
      en: ['collateral damage'],
      es: ['daño colateral', 'daños colaterales'],
    },
    message: {
      en: 'A word of the law of armed conflict, which this sentence may not mean.',
      es: 'Expresión del derecho de los conflictos armados, que quizá no sea lo que se quiere decir.',
    },
    say: { en: 'spill-over', es: 'efecto indirecto en terceros' },
    source: generalKnowledge('Additional Protocol I, Article 51(5)(b)'),
  },
  {
    forms: { en: ['tlp white'], es: ['tlp white', 'tlp blanco'] },
    message: { en: 'The label of TLP 1.0.', es: 'La etiqueta de TLP 1.0.' },
    say: { en: 'TLP:CLEAR', es: 'TLP:CLEAR' },
    source: tlp2,
  },
]

export const avoided: readonly Rule[] = AVOIDED.map((word) => ({
  code: 'word.avoid',
  severity: 'warning',
  ...word,
}))

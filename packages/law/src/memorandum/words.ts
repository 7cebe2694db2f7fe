import type { InLanguages } from '@entente/lexicon'
import type { Value } from '../finding.ts'
import type { Source } from '../source.ts'
import type { Basis, Reliability } from '../view.ts'

export const WORDS = {
  memorandum: { en: 'Memorandum', es: 'Memorando' },
  notARuling: {
    en: 'Decision support, not a ruling. It says what is met on the recorded facts and under whose view, and never that a measure is permitted. A human adviser answers for it.',
    es: 'Ayuda para decidir, no un dictamen. Dice qué se cumple según los hechos registrados y según la visión de quién, y nunca que una medida esté permitida. Responde de ello un asesor humano.',
  },
  foot: { en: 'Decision support, not a ruling', es: 'Ayuda para decidir, no un dictamen' },
  exercise: {
    en: 'EXERCISE: invented nations. Nothing here is a statement of a real State.',
    es: 'EJERCICIO: naciones inventadas. Nada de esto es una declaración de un Estado real.',
  },
  measure: { en: 'Measure', es: 'Medida' },
  responsible: { en: 'State held responsible', es: 'Estado considerado responsable' },
  factsAsOf: { en: 'Facts as of', es: 'Hechos a fecha de' },
  lawAsOf: { en: 'Law as of', es: 'Derecho a fecha de' },
  assessedAsOf: { en: 'Assessed as of', es: 'Evaluado a fecha de' },
  statedTo: { en: 'stated to', es: 'expuesta a fecha de' },
  beyondEdition: {
    en: 'What came after that day is not in it.',
    es: 'Lo posterior a ese día no está en ella.',
  },
  later: {
    en: 'Later than the day as of which it is assessed, and not used',
    es: 'Posterior al día a cuya fecha se evalúa, y no utilizado',
  },
  laterRule: {
    en: 'Rule not applied, so that nobody can say whether it is met',
    es: 'Regla no aplicada, de modo que nadie puede decir si se cumple',
  },
  noneLater: {
    en: 'No source of a rule that was asked and no reading of these nations is of a later day.',
    es: 'Ninguna fuente de una regla planteada y ninguna lectura de estas naciones es de un día posterior.',
  },
  ended: {
    en: 'Not in force on the day as of which it is assessed, as far as was read',
    es: 'No en vigor el día a cuya fecha se evalúa, según lo leído',
  },
  until: { en: 'in force until', es: 'en vigor hasta' },
  noneEnded: {
    en: 'No source of a rule that was asked was read to end before that day.',
    es: 'De ninguna fuente de una regla planteada se leyó que terminara antes de ese día.',
  },
  factsHash: { en: 'Hash of the facts', es: 'Resumen criptográfico de los hechos' },
  marking: { en: 'Marking', es: 'Marcado' },
  addressee: { en: 'To', es: 'Para' },
  noMarking: {
    en: 'none is stated; to be set before it is handed on',
    es: 'no consta; por fijar antes de entregarlo',
  },
  beside: {
    en: 'Laid beside theirs, and asked nothing: the published views of',
    es: 'Puestas al lado de las suyas, sin que se les pida nada: las visiones publicadas de',
  },
  decision: {
    en: 'Decision asked of each of them: whether to take this measure',
    es: 'Decisión que se pide a cada uno: si toma esta medida',
  },
  lawBase: { en: 'Law base', es: 'Base jurídica' },
  adviser: {
    en: 'Author (adviser), word and date: to be added and signed',
    es: 'Autor (asesor), palabra y fecha: por añadir y firmar',
  },
  answer: { en: '1 Question and short answer', es: '1 Pregunta y respuesta breve' },
  question: {
    en: 'Are the conditions of this measure met, nation by nation?',
    es: '¿Se cumplen las condiciones de esta medida, nación por nación?',
  },
  disputes: { en: 'Disputes, and who holds what', es: 'Puntos discutidos, y quién sostiene qué' },
  noDisputes: {
    en: 'No dispute could decide for any of these nations.',
    es: 'Ningún punto discutido podría decidir para ninguna de estas naciones.',
  },
  decisiveFor: { en: 'could decide for', es: 'podría decidir para' },
  facts: { en: '2 Facts relied on', es: '2 Hechos en que se basa' },
  missing: { en: 'Facts missing', es: 'Hechos que faltan' },
  noneMissing: {
    en: 'No missing fact could change a result.',
    es: 'Ningún hecho que falte podría cambiar un resultado.',
  },
  law: { en: '3 Applicable law', es: '3 Derecho aplicable' },
  views: { en: 'Views laid over the rules', es: 'Visiones aplicadas sobre las reglas' },
  analysis: { en: '4 Analysis', es: '4 Análisis' },
  instruments: { en: 'Instruments and provisions', es: 'Instrumentos y disposiciones' },
  instrument: { en: 'Instrument', es: 'Instrumento' },
  kindOfLaw: { en: 'Kind of law', es: 'Clase de derecho' },
  provisions: { en: 'Provisions', es: 'Disposiciones' },
  between: {
    en: 'Between these States: treaties and special regimes',
    es: 'Entre estos Estados: tratados y regímenes especiales',
  },
  treaty: { en: 'treaty breached', es: 'tratado infringido' },
  noTreaty: { en: 'none is recorded', es: 'no consta ninguno' },
  special: { en: 'no special regime prevails', es: 'no prevalece ningún régimen especial' },
  options: { en: '5 Options compared', es: '5 Opciones comparadas' },
  kinds: { en: 'Kinds of measure', es: 'Clases de medida' },
  kindOfMeasure: { en: 'Kind of measure', es: 'Clase de medida' },
  kindsNote: {
    en: 'The same facts in each kind of measure, what breaks no obligation first. Legal risk is what is not met, what is missing, and how many points of law could decide and are disputed (in brackets). Whether an obligation is broken was recorded of the planned kind alone; for another kind it is asked anew.',
    es: 'Los mismos hechos en cada clase de medida, primero lo que no infringe ninguna obligación. El riesgo jurídico es lo que no se cumple, lo que falta y cuántos puntos de derecho podrían decidir y se discuten (entre paréntesis). Si se infringe una obligación consta solo de la clase prevista; para otra se pregunta de nuevo.',
  },
  forms: { en: 'Forms of acting together', es: 'Formas de actuar juntos' },
  optionsNote: {
    en: 'The same facts in each form of collaboration. Retorsion stays open to every nation where the act breaks no obligation.',
    es: 'Los mismos hechos en cada forma de colaboración. La retorsión queda abierta a toda nación si el acto no infringe ninguna obligación.',
  },
  judged: {
    en: 'Proportionality, as each nation that takes part judged it',
    es: 'Proporcionalidad, tal como la juzgó cada nación que participa',
  },
  judgedNotes: {
    en: 'People judge; the rules only compare what they said. What is missing in it, or does not fit together:',
    es: 'Juzgan personas; las reglas solo comparan lo que dijeron. Lo que falta en ello o no encaja:',
  },
  judgedWhole: {
    en: 'Nothing is missing, and nothing contradicts.',
    es: 'No falta nada y nada se contradice.',
  },
  order: { en: 'Order; = is a tie', es: 'Orden; = es un empate' },
  conditions: {
    en: '6 Conditions, stop criteria and review',
    es: '6 Condiciones, criterios de cese y revisión',
  },
  stopWhen: {
    en: 'Suspend without undue delay when the wrongful act has ceased and a tribunal that can bind is seised (ARSIWA, Article 52(3)).',
    es: 'Suspender sin retraso indebido cuando el hecho ilícito haya cesado y conozca un tribunal que pueda obligar (ARSIWA, artículo 52(3)).',
  },
  endWhen: {
    en: 'Terminate as soon as the responsible State has complied (ARSIWA, Article 53). What it must do:',
    es: 'Poner fin tan pronto como el Estado responsable haya cumplido (ARSIWA, artículo 53). Lo que debe hacer:',
  },
  reviewOn: { en: 'Review on', es: 'Revisión el' },
  toMend: { en: 'What would mend what is not met', es: 'Qué subsanaría lo que no se cumple' },
  wouldChange: {
    en: 'What would change the answer: the smallest sets of facts, said otherwise',
    es: 'Qué cambiaría la respuesta: los conjuntos menores de hechos, dichos de otro modo',
  },
  wouldChangeNote: {
    en: 'Days and free texts are not tried, as their answers are no list.',
    es: 'Los días y los textos libres no se prueban, pues sus respuestas no son una lista.',
  },
  nothingChanges: {
    en: 'Nothing of what was tried would change it.',
    es: 'Nada de lo que se probó la cambiaría.',
  },
  everyChange: {
    en: 'Every set of facts that would change the answer, of those that were tried',
    es: 'Todo conjunto de hechos que cambiaría la respuesta, de los que se probaron',
  },
  moreInAnnex: {
    en: 'and {n} more, in the annex under the same issue',
    es: 'y {n} más, en el anexo bajo la misma cuestión',
  },
  saidOtherwise: { en: 'Facts, said otherwise', es: 'Hechos, dichos de otro modo' },
  noIssue: { en: 'What is asked at all', es: 'Qué se plantea' },
  allTried: {
    en: 'Every set of up to {upTo} facts was tried, where their answers are a list; days and words were not.',
    es: 'Se probaron todos los conjuntos de hasta {upTo} hechos cuyas respuestas son una lista; fechas y palabras no.',
  },
  notAllTried: {
    en: 'There are more sets of {upTo} facts than were tried: this list is not whole.',
    es: 'Hay más conjuntos de {upTo} hechos de los que se probaron: esta lista no está completa.',
  },
  or: { en: 'or', es: 'o' },
  annexes: { en: '10 Annexes', es: '10 Anexos' },
  factTable: { en: 'Fact table', es: 'Tabla de hechos' },
  factTableNote: {
    en: 'Part 2: every fact with its number, who asserts it and on what evidence.',
    es: 'Parte 2: todo hecho con su número, quién lo afirma y con qué prueba.',
  },
  dissents: { en: 'Dissent', es: 'Disenso' },
  noDissent: {
    en: 'No nation of the measure holds a view against which a rule was read for another one, and none has spoken against the text.',
    es: 'Ninguna nación de la medida sostiene una visión contraria a como se leyó una regla para otra, y ninguna se ha pronunciado contra el texto.',
  },
  trace: { en: 'Rule trace', es: 'Traza de las reglas' },
  sources: { en: 'Sources', es: 'Fuentes' },
  holdersReadAt: {
    en: 'Where the views named as holders are read',
    es: 'Dónde se leen las visiones nombradas como titulares',
  },
  source: { en: 'Source', es: 'Fuente' },
  authorities: { en: 'Further authorities', es: 'Otras autoridades' },
  verification: { en: 'How far it was read', es: 'Hasta dónde se leyó' },
  precedents: {
    en: 'Past incidents that bear on it, from public sources',
    es: 'Incidentes pasados que atañen a ella, de fuentes públicas',
  },
  contrary: { en: 'Views that differ', es: 'Visiones que difieren' },
  noContrary: {
    en: 'Views that differ: none is in the notes this rule was made from.',
    es: 'Visiones que difieren: no consta ninguna en las notas de las que procede esta regla.',
  },
  heldBy: { en: 'held by', es: 'sostenido por' },
  nobody: { en: 'nobody in the sources read', es: 'nadie en las fuentes leídas' },
  nation: { en: 'Nation', es: 'Nación' },
  finding: { en: 'Finding', es: 'Conclusión' },
  applied: { en: 'Facts', es: 'Hechos' },
  why: { en: 'Why', es: 'Por qué' },
  view: { en: 'Its view', es: 'Su visión' },
  issue: { en: 'Issue', es: 'Cuestión' },
  reading: { en: 'Reading', es: 'Lectura' },
  form: { en: 'Form', es: 'Forma' },
  number: { en: 'No.', es: 'N.º' },
  fact: { en: 'Fact', es: 'Hecho' },
  value: { en: 'Recorded', es: 'Registrado' },
  assertedBy: { en: 'Asserted by', es: 'Afirmado por' },
  evidence: { en: 'Evidence and grade', es: 'Prueba y grado' },
  differing: {
    en: 'Where what is recorded differs',
    es: 'Dónde difiere lo registrado',
  },
  noneDiffer: {
    en: 'No two records of one fact differ.',
    es: 'No hay dos registros de un mismo hecho que difieran.',
  },
  saidBefore: { en: 'What was said before', es: 'Qué se decía antes' },
  nothingBefore: {
    en: 'No fact was said otherwise before.',
    es: 'Ningún hecho se dijo antes de otro modo.',
  },
  all: { en: 'all nations', es: 'todas las naciones' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  none: { en: 'none', es: 'ninguna' },
  asks: { en: 'missing', es: 'falta' },
  refused: { en: 'Refused', es: 'Rechazado' },
  allNeeded: { en: 'all needed', es: 'todas necesarias' },
  oneIsEnough: { en: 'one is enough', es: 'basta una' },
  onRecord: {
    en: 'Conflicts and refinements on record',
    es: 'Conflictos y matices que constan',
  },
  nothingOnRecord: {
    en: 'No source that was read says otherwise.',
    es: 'Ninguna fuente leída dice otra cosa.',
  },
  notRead: {
    en: 'no source that was read says',
    es: 'ninguna fuente leída lo dice',
  },
  assumed: {
    en: 'assumed, as nobody has raised it',
    es: 'se supone, pues nadie lo ha planteado',
  },
  assessed: {
    en: 'assessed; the answer stays with those who need it',
    es: 'examinado; la respuesta queda en quienes la necesitan',
  },
  notAssessed: { en: 'not assessed', es: 'sin examinar' },
  assumptions: {
    en: 'Assumed: nobody has raised it, and the answer holds only if it is so',
    es: 'Se supone: nadie lo ha planteado, y la respuesta solo vale si es así',
  },
  noAssumptions: { en: 'Nothing is assumed.', es: 'No se supone nada.' },
  factsRecorded: { en: 'facts looked at', es: 'hechos examinados' },
} as const satisfies Readonly<Record<string, InLanguages>>

export const VALUE_WORDS: Readonly<Record<Value | 'not-asked' | 'not-assessed', InLanguages>> = {
  satisfied: { en: 'conditions met', es: 'condiciones cumplidas' },
  'not-satisfied': { en: 'not met', es: 'no cumplidas' },
  disputed: { en: 'disputed', es: 'discutido' },
  unknown: { en: 'cannot say', es: 'no puede decirse' },
  'not-asked': { en: 'not asked', es: 'no se pregunta' },
  'not-assessed': { en: 'not assessed', es: 'no evaluado' },
}

export const VERIFICATION_WORDS: Readonly<Record<Source['verification'], InLanguages>> = {
  'text-seen': {
    en: 'its wording or a detailed paraphrase was seen; restated here; not yet confirmed by a lawyer',
    es: 'se vio su texto o una paráfrasis detallada; aquí se resume; sin confirmar aún por un jurista',
  },
  'summary-seen': {
    en: 'only a summary was seen; restated here; not yet confirmed by a lawyer',
    es: 'solo se vio un resumen; aquí se resume; sin confirmar aún por un jurista',
  },
  'general-knowledge': {
    en: 'general knowledge, not checked; not yet confirmed by a lawyer',
    es: 'conocimiento general, sin comprobar; sin confirmar aún por un jurista',
  },
  'engine-rule': {
    en: 'a rule of this product and of no instrument; not yet confirmed by a lawyer',
    es: 'una regla de este producto y de ningún instrumento; sin confirmar aún por un jurista',
  },
}

export const BASIS_WORDS: Readonly<Record<Basis, InLanguages>> = {
  sourced: { en: 'seen in the source', es: 'visto en la fuente' },
  reported: { en: 'the source reports it', es: 'la fuente lo refiere' },
  'inferred-from-absence': {
    en: 'inferred from absence in a list: weak',
    es: 'inferido de su ausencia en una lista: débil',
  },
  entered: { en: 'entered by its holder', es: 'introducido por su titular' },
  none: { en: 'basis not stated', es: 'base no indicada' },
}

export const RELIABILITY_WORDS: Readonly<Record<Reliability, InLanguages>> = {
  'quoted-primary-text': { en: 'quote of the paper', es: 'cita del documento' },
  'primary-text': { en: 'text of the paper', es: 'texto del documento' },
  'toolkit-list': { en: 'list of the Cyber Law Toolkit', es: 'lista del Cyber Law Toolkit' },
  'scholarly-summary': { en: 'scholarly summary', es: 'resumen académico' },
  'expert-reviewed-coding': { en: 'reviewed coding table', es: 'tabla codificada y revisada' },
  'coding-before-final-review': {
    en: 'coding table before review',
    es: 'tabla codificada antes de su revisión',
  },
  'draft-coding-not-in-v1': { en: 'draft coding table', es: 'borrador de tabla codificada' },
  none: { en: 'reliability not stated', es: 'fiabilidad no indicada' },
}

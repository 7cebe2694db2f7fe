import type { InLanguages } from '@entente/lexicon'

/** Why a number is not there. */
export const NOT_COUNTED = {
  noPosition: {
    en: 'not counted: no position was declared adopted after a situation',
    es: 'sin contar: no se declaró adoptada ninguna posición tras una situación',
  },
  noMeasure: { en: 'not counted: no measure was put', es: 'sin contar: no se propuso medida' },
  noText: { en: 'not counted: no text was put', es: 'sin contar: no se propuso ningún texto' },
  noAdoption: {
    en: 'not counted: no text was adopted',
    es: 'sin contar: no se adoptó ningún texto',
  },
  noAct: { en: 'not counted: no act is on record', es: 'sin contar: no consta ningún acto' },
  noMember: {
    en: 'not counted: no case has members',
    es: 'sin contar: ningún caso tiene miembros',
  },
  noReport: {
    en: 'not counted: no report under NIS2 is on record in the cases held here',
    es: 'sin contar: no consta ningún informe según NIS2 en los casos que se guardan aquí',
  },
  witnessedReports: {
    en: 'not counted: when the operator became aware is its own word, and no witness saw it',
    es: 'sin contar: cuándo tuvo conocimiento el operador lo dice él, y ningún testigo lo vio',
  },
  readers: {
    en: 'not counted: nobody who reads what was published is followed',
    es: 'sin contar: no se sigue a quien lee lo publicado',
  },
  objectives: {
    en: 'not counted: no nation has stated an objective yet',
    es: 'sin contar: ninguna nación ha expresado aún un objetivo',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** The words of every count, in the order in which they are shown. */
export const COUNT_WORDS = [
  {
    conclusion: 1,
    id: 'positions-in-force',
    unit: 'count',
    label: { en: 'positions in force', es: 'posiciones en vigor' },
    how: {
      en: 'steps of kind position whose text is in force, of all that were put',
      es: 'pasos de tipo posición cuyo texto está en vigor, de todos los propuestos',
    },
  },
  {
    conclusion: 1,
    id: 'days-claimed',
    unit: 'days',
    label: {
      en: 'days from situation to position, as claimed',
      es: 'días de la situación a la posición, según los autores',
    },
    how: {
      en: 'median over cases, from the proposal of the situation to the first declaration of a position, by their authors’ clocks',
      es: 'mediana de los casos, de la propuesta de la situación a la primera declaración de una posición, según los relojes de sus autores',
    },
  },
  {
    conclusion: 1,
    id: 'days-witnessed',
    unit: 'days',
    label: {
      en: 'days from situation to position, as witnessed',
      es: 'días de la situación a la posición, según los testigos',
    },
    how: {
      en: 'median over cases, between the instants at which the witnesses had cosigned the trees of the two adoptions',
      es: 'mediana de los casos, entre los instantes en que los testigos habían cofirmado los árboles de ambas adopciones',
    },
  },
  {
    conclusion: 1,
    id: 'parts-running',
    unit: 'count',
    label: {
      en: 'nations’ parts in measures that run',
      es: 'participaciones de naciones en medidas en curso',
    },
    how: {
      en: 'parts that are running, of measures times members',
      es: 'participaciones en curso, de medidas por miembros',
    },
  },
  {
    conclusion: 2,
    id: 'terms-agreed',
    unit: 'count',
    label: { en: 'terms agreed by a step', es: 'términos acordados en un paso' },
    how: {
      en: 'steps of kind term whose text is in force, of the terms in the lexicon',
      es: 'pasos de tipo término cuyo texto está en vigor, de los términos del léxico',
    },
  },
  {
    conclusion: 2,
    id: 'texts-classified',
    unit: 'count',
    label: { en: 'texts classified in the lexicon', es: 'textos clasificados según el léxico' },
    how: {
      en: 'versions that name terms of the lexicon, of all versions',
      es: 'versiones que nombran términos del léxico, de todas',
    },
  },
  {
    conclusion: 3,
    id: 'texts-in-force',
    unit: 'count',
    label: { en: 'adopted texts still in force', es: 'textos adoptados que siguen en vigor' },
    how: {
      en: 'steps with a text in force, of those with an adopted one',
      es: 'pasos con un texto en vigor, de los que tienen uno adoptado',
    },
  },
  {
    conclusion: 3,
    id: 'withdrawals',
    unit: 'count',
    label: { en: 'consents taken back', es: 'consentimientos retirados' },
    how: { en: 'withdraw acts that count', es: 'actos de retirada que cuentan' },
  },
  {
    conclusion: 4,
    id: 'publications',
    unit: 'count',
    label: { en: 'texts published', es: 'textos publicados' },
    how: {
      en: 'publish acts that count, in public cases held here',
      es: 'actos de publicación que cuentan, en los casos públicos que se guardan aquí',
    },
  },
  {
    conclusion: 4,
    id: 'for-citizens',
    unit: 'count',
    label: { en: 'of these, for citizens', es: 'de ellos, para la ciudadanía' },
    how: {
      en: 'publish acts addressed to citizens',
      es: 'actos de publicación dirigidos a la ciudadanía',
    },
  },
  {
    conclusion: 4,
    id: 'readers',
    unit: 'count',
    label: { en: 'people reached', es: 'personas alcanzadas' },
    how: { en: 'not at all', es: 'de ningún modo' },
  },
  {
    conclusion: 5,
    id: 'authorities',
    unit: 'count',
    label: {
      en: 'authorities that signed under a mandate',
      es: 'autoridades que firmaron con mandato',
    },
    how: {
      en: 'distinct authorities of all parties behind the acts on record',
      es: 'autoridades distintas de todas las partes tras los actos que constan',
    },
  },
  {
    conclusion: 5,
    id: 'acts-that-count',
    unit: 'count',
    label: { en: 'acts within mandate and form', es: 'actos conformes a mandato y forma' },
    how: {
      en: 'acts that count, of all on record',
      es: 'actos que cuentan, de todos los que constan',
    },
  },
  {
    conclusion: 6,
    id: 'both-voices',
    unit: 'count',
    label: { en: 'nations that gave both voices', es: 'naciones que dieron ambas voces' },
    how: {
      en: 'members that are not silent on the last version of each text, of all',
      es: 'miembros que no callan sobre la última versión de cada texto, de todos',
    },
  },
  {
    conclusion: 7,
    id: 'incidents',
    unit: 'count',
    label: { en: 'incidents reported', es: 'incidentes notificados' },
    how: {
      en: 'distinct incidents in incident-report acts',
      es: 'incidentes distintos en los actos de notificación',
    },
  },
  {
    conclusion: 7,
    id: 'reports-in-time',
    unit: 'count',
    label: {
      en: 'reports within the clock, as claimed',
      es: 'notificaciones en plazo, según el operador',
    },
    how: {
      en: 'early warnings within 24 h and notifications within 72 h of awareness (NIS2, Article 23(4)), by the operator’s own times',
      es: 'alertas tempranas en 24 h y notificaciones en 72 h desde el conocimiento (NIS2, artículo 23(4)), según las horas del operador',
    },
  },
  {
    conclusion: 7,
    id: 'reports-witnessed',
    unit: 'count',
    label: {
      en: 'reports within the clock, as witnessed',
      es: 'notificaciones en plazo, según los testigos',
    },
    how: { en: 'not at all', es: 'de ningún modo' },
  },
  {
    conclusion: 8,
    id: 'measures-assessed',
    unit: 'count',
    label: { en: 'assessments on record', es: 'evaluaciones que constan' },
    how: {
      en: 'nations whose assessment of a measure is on record, of measures times members',
      es: 'naciones cuya evaluación de una medida consta, de medidas por miembros',
    },
  },
  {
    conclusion: 8,
    id: 'measures-called',
    unit: 'count',
    label: { en: 'measures preceded by a call', es: 'medidas precedidas de una intimación' },
    how: {
      en: 'measures for which a call is on record, of all',
      es: 'medidas para las que consta una intimación, de todas',
    },
  },
  {
    conclusion: 9,
    id: 'objects-shared',
    unit: 'count',
    label: { en: 'objects put before others', es: 'objetos puestos ante los demás' },
    how: {
      en: 'distinct STIX ids in evidence acts',
      es: 'identificadores STIX distintos en los actos de evidencia',
    },
  },
  {
    conclusion: 10,
    id: 'attributing',
    unit: 'count',
    label: {
      en: 'nations that attribute by themselves',
      es: 'naciones que atribuyen por sí mismas',
    },
    how: {
      en: 'members with an attribution of their own, of all members of the cases',
      es: 'miembros con una atribución propia, de todos los de los casos',
    },
  },
  {
    conclusion: 10,
    id: 'reservations',
    unit: 'count',
    label: { en: 'reservations on record', es: 'reservas que constan' },
    how: {
      en: 'reservations in the voices that count on the last versions',
      es: 'reservas en las voces que cuentan sobre las últimas versiones',
    },
  },
  {
    conclusion: 10,
    id: 'objectives',
    unit: 'count',
    label: { en: 'objectives reached', es: 'objetivos alcanzados' },
    how: {
      en: 'objectives whose nation reports that it reached them, of all that nations stated',
      es: 'objetivos que su nación dice haber alcanzado, de todos los que las naciones expresaron',
    },
  },
] as const

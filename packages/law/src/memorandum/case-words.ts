import type { InLanguages, Language } from '@entente/lexicon'

/** The words of parts 7 to 9: what the case says beside the assessment. */
export const CASE_WORDS = {
  compliance: {
    en: '7 Compliance statement of each nation',
    es: '7 Declaración de cumplimiento de cada nación',
  },
  spokenOn: {
    en: 'As each nation signed it. The first voice is towards the Union, the second as to its own interests; the weaker counts. Version of the text:',
    es: 'Como la firmó cada nación. La primera voz es ante la Unión, la segunda en cuanto a sus propios intereses; cuenta la más débil. Versión del texto:',
  },
  voices: { en: 'Both voices, nation by nation', es: 'Las dos voces, nación por nación' },
  union: { en: 'Towards the Union', es: 'Ante la Unión' },
  national: { en: 'Own interests', es: 'Intereses propios' },
  said: { en: 'Reservations and statement', es: 'Reservas y declaración' },
  act: { en: 'Act', es: 'Acto' },
  silent: { en: 'has not spoken', es: 'no se ha pronunciado' },
  clause: { en: 'clause', es: 'cláusula' },
  interpretative: { en: 'no clause', es: 'sin cláusula' },
  statement: { en: 'Statement', es: 'Declaración' },
  wouldTake: { en: 'What it would take', es: 'Qué haría falta' },
  vital: {
    en: 'for vital and stated reasons of national policy',
    es: 'por motivos vitales y explícitos de política nacional',
  },
  until: { en: 'These voices end on', es: 'Estas voces acaban el' },
  disclosure: { en: '8 Evidence and disclosure plan', es: '8 Plan de prueba y divulgación' },
  marked: { en: 'Marking of the case', es: 'Marcado del expediente' },
  readers: { en: 'Who reads it', es: 'Quién lo lee' },
  evidence: { en: 'Evidence on record', es: 'Prueba que consta' },
  noEvidence: {
    en: 'No evidence was put in this case.',
    es: 'No se ha presentado prueba en este expediente.',
  },
  by: { en: 'Put by', es: 'Presentada por' },
  what: { en: 'What', es: 'Qué' },
  objects: { en: 'Objects and SHA-256', es: 'Objetos y SHA-256' },
  grade: { en: 'Grade', es: 'Grado' },
  custodian: { en: 'Custodian', es: 'Custodio' },
  withoutEvidence: { en: 'Facts that name no evidence', es: 'Hechos que no nombran prueba' },
  everyFact: {
    en: 'Every recorded fact names evidence.',
    es: 'Todo hecho registrado nombra prueba.',
  },
  published: { en: 'Published so far', es: 'Publicado hasta ahora' },
  nothingPublished: {
    en: 'No party has published anything of this measure.',
    es: 'Ninguna parte ha publicado nada de esta medida.',
  },
  toDecide: {
    en: 'Missing: no act says which evidence may be published and to whom, nor whether it would stand before a court. A person decides it.',
    es: 'Falta: ningún acto dice qué prueba puede publicarse ni a quién, ni si se sostendría ante un tribunal. Lo decide una persona.',
  },
  texts: { en: '9 Draft texts', es: '9 Borradores' },
  textsNote: {
    en: 'What a nation has sent stands here as its act says it. The rest is put together from recorded facts, for a person to finish; nobody has sent or signed it.',
    es: 'Lo que una nación ha enviado consta aquí como lo dice su acto. El resto se compone de hechos registrados, para que una persona lo termine; nadie lo ha enviado ni firmado.',
  },
  demand: { en: 'Demand', es: 'Requerimiento' },
  notification: {
    en: 'Notification and offer to negotiate',
    es: 'Notificación y oferta de negociar',
  },
  statementPublic: { en: 'Public statement', es: 'Declaración pública' },
  council: { en: 'Letter to the Security Council', es: 'Carta al Consejo de Seguridad' },
  councilMissing: {
    en: 'Missing: nothing on record says which measures were taken in self-defence and when they are reported (UN Charter, Article 51).',
    es: 'Falta: nada de lo que consta dice qué medidas se tomaron en legítima defensa ni cuándo se comunican (Carta de las Naciones Unidas, Artículo 51).',
  },
  sent: { en: 'sent on', es: 'enviado el' },
  to: { en: 'to', es: 'a' },
  channel: { en: 'channel', es: 'canal' },
  answer: { en: 'Answer', es: 'Respuesta' },
  noAnswer: { en: 'no answer is on record', es: 'no consta respuesta' },
  offers: { en: 'with an offer to negotiate', es: 'con oferta de negociar' },
  offersNot: { en: 'without an offer to negotiate', es: 'sin oferta de negociar' },
  urgency: { en: 'Urgency is pleaded', es: 'Se alega urgencia' },
  draft: { en: 'draft', es: 'borrador' },
  missing: { en: 'Missing', es: 'Falta' },
  noRule: {
    en: 'missing: no rule is found broken by each nation that complies, on the recorded facts',
    es: 'falta: según los hechos registrados, no todas las naciones que cumplen hallan violada una misma regla',
  },
  noRuleOfIts: {
    en: 'missing: no rule is found broken under the view of this nation, on the recorded facts',
    es: 'falta: según los hechos registrados y la visión de esta nación, no consta violada ninguna regla',
  },
  noticeOfAnother: {
    en: 'It takes no countermeasure of its own: the State that it assists notifies.',
    es: 'No toma ninguna contramedida propia: notifica el Estado al que ayuda.',
  },
  noClaim: {
    en: 'It claims nothing: the obligation was owed to single States, and it is not injured (ARSIWA, Articles 42 and 48).',
    es: 'No reclama nada: la obligación existía con Estados determinados, y no es el lesionado (ARSIWA, artículos 42 y 48).',
  },
  noNotice: {
    en: 'The law asks no notice of a measure of this kind.',
    es: 'El derecho no pide notificación para una medida de esta clase.',
  },
  nobodyComplies: {
    en: 'Missing: no nation complies with the text yet, so there is nothing to say in common.',
    es: 'Falta: ninguna nación cumple aún con el texto, así que no hay nada que decir en común.',
  },
  noCase: {
    en: 'Missing: this memorandum was written without a case, so no act is on record.',
    es: 'Falta: este memorando se escribió sin expediente, así que no consta ningún acto.',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** The drafts themselves: every word in braces is a recorded fact. */
export const DRAFTS = {
  demand: {
    en: '{nation} calls upon {responsible} to cease the internationally wrongful act, if it is continuing, and to make reparation. The rule broken: {rules}. What it must do: {demands}',
    es: '{nation} requiere a {responsible} que cese el hecho internacionalmente ilícito, si continúa, y lo repare. La regla violada: {rules}. Lo que debe hacer: {demands}',
  },
  /** Of a State that is not injured: it claims nothing for itself (ARSIWA, Article 48(2)). */
  demandForOthers: {
    en: '{nation}, to which the obligation was owed with others, calls upon {responsible} to cease the internationally wrongful act, if it is continuing, and to make reparation to those injured. The rule broken: {rules}. What it must do: {demands}',
    es: '{nation}, con la que la obligación existía junto con otros, requiere a {responsible} que cese el hecho internacionalmente ilícito, si continúa, y lo repare a los lesionados. La regla violada: {rules}. Lo que debe hacer: {demands}',
  },
  notice: {
    en: '{nation} notifies {responsible} that it has decided to take a countermeasure, and offers to negotiate. The rule broken: {rules}. From {startsOn} on it sets aside: {setAside}. This ends as soon as {responsible} has done this: {demands}',
    es: '{nation} notifica a {responsible} que ha decidido tomar una contramedida, y ofrece negociar. La regla violada: {rules}. Desde el {startsOn} deja de cumplir: {setAside}. Esto termina en cuanto {responsible} haya hecho esto: {demands}',
  },
  statement: {
    en: '{nations}: {title}. The rule broken: {rules}. It is directed to {responsible}, and ends as soon as it has done this: {demands}',
    es: '{nations}: {title}. La regla violada: {rules}. Se dirige a {responsible}, y termina en cuanto haya hecho esto: {demands}',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** Words that somebody wrote, in the quotation marks of the memorandum's language. */
export const quoted = (words: string, lang: Language): string =>
  lang === 'es' ? `«${words}»` : `“${words}”`

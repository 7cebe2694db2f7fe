import { conclusion, nis2 } from '../source.ts'
import type { Entry } from '../term.ts'

/** What a party can sign. The ids are the names of the kinds. */
export const acts = {
  act: {
    label: { en: 'Act', es: 'Acto' },
    definition: {
      en: 'One signed statement of one party’s authority. It is never edited; a later act replaces or withdraws it.',
      es: 'Una manifestación firmada de la autoridad de una parte. Nunca se edita; un acto posterior la sustituye o la retira.',
    },
    source: 'none',
    status: 'proposed',
    related: ['strand'],
  },
  'keys-add': {
    label: { en: 'Key and mandate', es: 'Clave y mandato' },
    definition: {
      en: 'The act by which a party’s root keys give an authority its key and its mandate.',
      es: 'El acto por el que las claves raíz de una parte dan a una autoridad su clave y su mandato.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
  },
  evidence: {
    label: { en: 'Evidence', es: 'Evidencia' },
    definition: {
      en: 'The act that puts intelligence objects before the others: ids, hashes, a grade and the custodian. The objects stay with the custodian.',
      es: 'El acto que presenta objetos de inteligencia a los demás: identificadores, resúmenes criptográficos, un grado y el custodio. Los objetos quedan con el custodio.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['grade', 'custodian'],
  },
  attribute: {
    label: { en: 'Attribution by a nation', es: 'Atribución de una nación' },
    definition: {
      en: 'A nation’s own, sovereign act naming whom it holds responsible, at which level, with likelihood, confidence and evidence.',
      es: 'Acto propio y soberano de una nación que dice a quién considera responsable, en qué nivel, con probabilidad, confianza y evidencia.',
    },
    source: conclusion(1, 10),
    status: 'proposed',
    broader: 'act',
    related: ['likelihood', 'confidence', 'attribution'],
  },
  propose: {
    label: { en: 'Proposal', es: 'Propuesta' },
    definition: {
      en: 'The act that files the first version of a step’s text.',
      es: 'El acto que presenta la primera versión del texto de un paso.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['version'],
  },
  amend: {
    label: { en: 'Amendment', es: 'Enmienda' },
    definition: {
      en: 'The act that files a new version and names the one it replaces. Voices never carry over to it.',
      es: 'El acto que presenta una nueva versión y dice a cuál sustituye. Las voces nunca pasan a ella.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['version'],
  },
  comply: {
    label: { en: 'Compliance, two voices', es: 'Cumplimiento, dos voces' },
    definition: {
      en: 'The act by which a member gives its two voices on one exact version: towards the Union, and as to its own interests.',
      es: 'El acto por el que un miembro da sus dos voces sobre una versión exacta: ante la Unión y según sus propios intereses.',
    },
    source: conclusion(6),
    status: 'proposed',
    broader: 'act',
    related: ['union-voice', 'national-voice'],
  },
  withdraw: {
    label: { en: 'Withdrawal', es: 'Retirada' },
    definition: {
      en: 'The act by which a member takes its consent back. It is final for that version.',
      es: 'El acto por el que un miembro retira su consentimiento. Es definitivo para esa versión.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'act',
    related: ['withdrawn'],
  },
  extend: {
    label: { en: 'Extension', es: 'Prórroga' },
    definition: {
      en: 'The act by which whoever put a text under silence gives it more time. An end is never brought forward.',
      es: 'El acto por el que quien sometió un texto a silencio le da más tiempo. Un fin nunca se adelanta.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['silence'],
  },
  reaffirm: {
    label: { en: 'Reaffirmation', es: 'Reafirmación' },
    definition: {
      en: 'The act by which a member says that its consent to an adopted text holds on, for one window of the charter’s period.',
      es: 'El acto por el que un miembro dice que su consentimiento a un texto adoptado sigue en pie, para una ventana del periodo de la carta.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'act',
    related: ['lapsed'],
  },
  declare: {
    label: { en: 'Certificate', es: 'Certificado' },
    definition: {
      en: 'An act that cites a cut and says that at it a version was adopted, or ended. Anyone may publish it and anyone can check it.',
      es: 'Un acto que cita un corte y dice que en él una versión quedó adoptada, o terminada. Cualquiera puede publicarlo y cualquiera puede comprobarlo.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['cut', 'cosignature'],
  },
  'incident-report': {
    label: { en: 'Incident report', es: 'Informe de incidente' },
    definition: {
      en: 'The act by which an operator reports one stage of an incident to its authority, over a line that only the two of them read.',
      es: 'El acto por el que un operador comunica a su autoridad una fase de un incidente, por una línea que solo leen los dos.',
    },
    source: nis2('Article 23(4)'),
    status: 'proposed',
    broader: 'act',
    related: ['operator', 'receipt'],
  },
  receipt: {
    label: { en: 'Receipt', es: 'Acuse de recibo' },
    definition: {
      en: 'The act by which a party says that it has received an act of another.',
      es: 'El acto por el que una parte dice que ha recibido un acto de otra.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['incident-report'],
  },
  publish: {
    label: { en: 'Publication', es: 'Publicación' },
    definition: {
      en: 'The act by which a party stands behind a text that anyone may read. Each nation publishes for itself.',
      es: 'El acto por el que una parte respalda un texto que cualquiera puede leer. Cada nación publica por sí misma.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['advisory', 'recall'],
  },
  recall: {
    label: { en: 'Recall', es: 'Retirada de una publicación' },
    definition: {
      en: 'The act by which a party takes back what it published, and says why.',
      es: 'El acto por el que una parte retira lo que publicó, y dice por qué.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['publish'],
  },
  join: {
    label: { en: 'Taking part', es: 'Incorporación' },
    definition: {
      en: 'The act by which a party says once that it takes part under a charter.',
      es: 'El acto por el que una parte dice una vez que participa con arreglo a una carta.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['charter', 'leave'],
  },
  leave: {
    label: { en: 'Leaving', es: 'Salida' },
    definition: {
      en: 'The act by which a party’s root keys take it out of a case: it has withdrawn from every text there, for good.',
      es: 'El acto por el que las claves raíz de una parte la sacan de un caso: se ha retirado de todos sus textos, para siempre.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['charter'],
  },
  'charter-amend': {
    label: { en: 'Going on under another charter', es: 'Continuación con otra carta' },
    definition: {
      en: 'The act that says under which adopted charter the coalition goes on. What was signed before stays verifiable.',
      es: 'El acto que dice con qué carta adoptada continúa la coalición. Lo firmado antes sigue siendo verificable.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['charter'],
  },
} as const satisfies Readonly<Record<string, Entry>>

import type { InLanguages } from '@entente/lexicon'
import type { Issue, ReadingValue } from '../view.ts'

/** What each issue is called, as the page calls it. */
export const ISSUE_WORDS: Readonly<Record<Issue, InLanguages>> = {
  sovereignty: { en: 'Sovereignty', es: 'Soberanía' },
  'sovereignty-threshold': {
    en: 'Effects grave enough to breach sovereignty',
    es: 'Efectos que bastan para violar la soberanía',
  },
  'prohibited-intervention': { en: 'Prohibited intervention', es: 'Intervención prohibida' },
  coercion: { en: 'What is coercion', es: 'Qué es coacción' },
  'use-of-force': { en: 'Use of force', es: 'Uso de la fuerza' },
  'due-diligence': { en: 'Due diligence', es: 'Diligencia debida' },
  'attribution-evidence-duty': { en: 'Duty to show evidence', es: 'Deber de mostrar pruebas' },
  countermeasures: { en: 'Countermeasures', es: 'Contramedidas' },
  'prior-call': {
    en: 'Call before a countermeasure',
    es: 'Requerimiento antes de una contramedida',
  },
  'prior-notification': {
    en: 'Notice before a countermeasure',
    es: 'Aviso antes de una contramedida',
  },
  'forcible-countermeasures': { en: 'Forcible countermeasures', es: 'Contramedidas por la fuerza' },
  'collective-own-right': {
    en: 'Acting in its own right without injury',
    es: 'Actuar por derecho propio sin lesión',
  },
  'collective-on-behalf': {
    en: 'Acting on behalf of the injured State',
    es: 'Actuar por cuenta del Estado lesionado',
  },
  'collective-assistance': { en: 'Assisting the injured State', es: 'Ayudar al Estado lesionado' },
  'collective-countermeasures': {
    en: 'Collective countermeasures as one',
    es: 'Contramedidas colectivas en conjunto',
  },
  necessity: { en: 'Necessity', es: 'Estado de necesidad' },
  'self-defence': { en: 'Self-defence', es: 'Legítima defensa' },
  'armed-attack': { en: 'What is an armed attack', es: 'Qué es un ataque armado' },
  'ihl-applies': { en: 'Humanitarian law applies', es: 'Aplicación del derecho humanitario' },
  'data-as-object': {
    en: 'Data in humanitarian law',
    es: 'Los datos en el derecho humanitario',
  },
  'human-rights': { en: 'Human rights', es: 'Derechos humanos' },
}

/** What a holder holds on an issue, as the page says it. */
export const READING_WORDS: Readonly<Record<ReadingValue, InLanguages>> = {
  rule: { en: 'a rule of its own', es: 'una regla por sí misma' },
  'rule-implied': { en: 'a rule, by implication', es: 'una regla, de forma implícita' },
  principle: { en: 'a principle behind other rules', es: 'un principio tras otras reglas' },
  'principle-partly': { en: 'partly a principle', es: 'en parte un principio' },
  'no-position': { en: 'takes no position', es: 'no toma posición' },
  accepted: { en: 'accepted', es: 'aceptado' },
  'high-threshold': { en: 'with a high threshold', es: 'con un umbral alto' },
  'also-loss-of-control': {
    en: 'taking away control is enough',
    es: 'basta privar del control',
  },
  'gravest-alone': {
    en: 'only the gravest uses of force',
    es: 'solo los usos más graves de la fuerza',
  },
  'also-added-up': {
    en: 'also lesser ones that add up',
    es: 'también los menores que se suman',
  },
  'every-use-of-force': { en: 'every use of force', es: 'todo uso de la fuerza' },
  'no-object': { en: 'data are no object', es: 'los datos no son un bien' },
  'physical-effects': { en: 'needs physical effects', es: 'exige efectos físicos' },
  'physical-and-open-to-nonphysical': {
    en: 'physical effects, open to others',
    es: 'efectos físicos, abierto a otros',
  },
  'accepted-case-by-case': { en: 'case by case', es: 'caso por caso' },
  binding: { en: 'a binding obligation', es: 'una obligación vinculante' },
  voluntary: { en: 'a voluntary norm', es: 'una norma voluntaria' },
  addressed: { en: 'addressed, not settled', es: 'tratado, sin zanjar' },
  'no-duty': { en: 'no duty', es: 'ningún deber' },
  'substantiation-required': { en: 'must be substantiated', es: 'debe fundamentarse' },
  cautious: { en: 'with caution', es: 'con cautela' },
  'not-always': { en: 'not always needed', es: 'no siempre necesario' },
  'not-required': { en: 'not needed', es: 'no es necesario' },
  'to-be-defined': { en: 'yet to be defined', es: 'aún por definir' },
  required: { en: 'needed', es: 'necesario' },
  always: { en: 'always needed', es: 'siempre necesario' },
  excluded: { en: 'excluded', es: 'excluido' },
  supports: { en: 'supports it', es: 'lo apoya' },
  'supports-limited': { en: 'supports it within limits', es: 'lo apoya con límites' },
  open: { en: 'leaves it open', es: 'lo deja abierto' },
  'not-yet': { en: 'not yet', es: 'todavía no' },
  rejects: { en: 'rejects it', es: 'lo rechaza' },
  damage: { en: 'damage, or a lasting loss', es: 'daños, o una pérdida duradera' },
  'above-a-minimum': { en: 'above a minimum', es: 'por encima de un mínimo' },
  'also-below': {
    en: 'also lesser ones, or intrusion alone',
    es: 'también menores, o la sola intrusión',
  },
  'accepted-incl-nsa': {
    en: 'accepted, also against non-State actors',
    es: 'aceptado, también ante actores no estatales',
  },
  'accepted-preemptive': {
    en: 'accepted, also before an attack',
    es: 'aceptado, también antes de un ataque',
  },
  contested: { en: 'contested', es: 'controvertido' },
  applies: { en: 'applies', es: 'se aplica' },
  silent: { en: 'its papers are silent', es: 'sus documentos callan' },
  unknown: { en: 'no source that was read says', es: 'ninguna fuente leída lo dice' },
}

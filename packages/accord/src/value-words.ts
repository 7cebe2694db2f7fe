import type { InLanguages } from '@entente/lexicon'

type Words = Readonly<Record<string, InLanguages>>

/** What an actor, an entity and a State are called where one of them is held responsible. */
export const LEVEL_WORDS = {
  actor: { en: 'actor', es: 'actor' },
  entity: { en: 'entity', es: 'entidad' },
  state: { en: 'State', es: 'Estado' },
} as const satisfies Words

export const CUSTODY_WORDS = {
  'node-held': { en: 'held by the node', es: 'en poder del nodo' },
  'browser-held': { en: 'held by the browser', es: 'en poder del navegador' },
  token: { en: 'on a hardware token', es: 'en un dispositivo físico' },
} as const satisfies Words

/** Kinds of key; their names are the same everywhere. */
export const ALG_WORDS = {
  ed25519: { en: 'Ed25519', es: 'Ed25519' },
  'ml-dsa-44': { en: 'ML-DSA-44', es: 'ML-DSA-44' },
} as const satisfies Words

export const CAUSE_WORDS = {
  compromise: { en: 'compromised', es: 'comprometida' },
  lost: { en: 'lost', es: 'perdida' },
  replaced: { en: 'replaced', es: 'sustituida' },
  ended: { en: 'the mandate ended', es: 'el mandato terminó' },
} as const satisfies Words

export const MEASURE_KIND_WORDS = {
  statement: { en: 'Statement', es: 'Declaración' },
  demarche: { en: 'Démarche', es: 'Gestión diplomática' },
  assistance: { en: 'Assistance', es: 'Ayuda prestada' },
  retorsion: { en: 'Retorsion', es: 'Retorsión' },
  'restrictive-measure': { en: 'Restrictive measure', es: 'Medida restrictiva' },
  'criminal-process': { en: 'Criminal process', es: 'Proceso penal' },
  countermeasure: { en: 'Countermeasure', es: 'Contramedida' },
  necessity: { en: 'Act of necessity', es: 'Acto de necesidad' },
  'self-defence-referral': {
    en: 'Referral as self-defence',
    es: 'Remisión como legítima defensa',
  },
} as const satisfies Words

/** What came back on a call, and what a review found. */
export const ANSWER_WORDS = {
  refused: { en: 'it refused or denied', es: 'se negó o lo negó' },
  ignored: { en: 'no answer in reasonable time', es: 'sin respuesta en un tiempo razonable' },
  partial: { en: 'it complied in part', es: 'cumplió en parte' },
  pending: { en: 'no answer yet', es: 'sin respuesta todavía' },
  complied: { en: 'it complied', es: 'cumplió' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  unknown: { en: 'unknown', es: 'no se sabe' },
} as const satisfies Words

/** How far a measure of risk management has come, in the operator's own word. */
export const MEASURE_LEVEL_WORDS = {
  absent: { en: 'absent', es: 'ausente' },
  begun: { en: 'begun', es: 'iniciada' },
  'in-place': { en: 'in place', es: 'implantada' },
  tested: { en: 'in place and tested', es: 'implantada y probada' },
} as const satisfies Words

export const OBJECTIVE_WORDS = {
  pursued: { en: 'pursued', es: 'en curso' },
  reached: { en: 'reached', es: 'alcanzado' },
  'given-up': { en: 'given up', es: 'abandonado' },
} as const satisfies Words

export const LEANING_WORDS = {
  welcomes: { en: 'welcomes it', es: 'la acoge bien' },
  'can-live-with': { en: 'can live with it', es: 'puede aceptarla' },
  'has-difficulty': { en: 'has a difficulty', es: 'tiene una dificultad' },
  'cannot-accept': { en: 'cannot accept it', es: 'no puede aceptarla' },
} as const satisfies Words

export const AUDIENCE_WORDS = {
  everybody: { en: 'For everybody', es: 'Para todos' },
  citizens: { en: 'For citizens', es: 'Para la ciudadanía' },
  technicians: { en: 'For technicians', es: 'Para personal técnico' },
  'decision-makers': { en: 'For decision-makers', es: 'Para quienes deciden' },
} as const satisfies Words

/** What a certificate says of a version. */
export const RESULT_WORDS = {
  adopted: { en: 'adopted', es: 'adoptada' },
  ended: { en: 'ended', es: 'terminada' },
  lapsed: { en: 'lapsed', es: 'caducada' },
  expired: { en: 'run out', es: 'vencida' },
} as const satisfies Words

/** The two voices of a member, and the parts of an act that may stay at home. */
export const AXIS_WORDS = {
  union: { en: 'towards the Union', es: 'ante la Unión' },
  national: { en: 'as to its own interests', es: 'según sus propios intereses' },
} as const satisfies Words

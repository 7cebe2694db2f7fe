import type { ReasonCode } from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'
import type { AssessmentView, MeasureView } from '../api.ts'

type Worded<K extends string> = Readonly<Record<K, InLanguages>>

/** The words of the ledger at the command line. */
export const LEDGER = {
  barred: { en: 'barred', es: 'impedida' },
  'may-start': { en: 'may begin', es: 'puede empezar' },
  running: { en: 'running', es: 'en curso' },
  suspended: { en: 'suspended', es: 'suspendida' },
  terminated: { en: 'ended', es: 'terminada' },
  gateOpen: { en: 'gate open', es: 'puerta abierta' },
  gateShut: { en: 'gate shut', es: 'puerta cerrada' },
  prepared: { en: 'no text yet; called by', es: 'aún sin texto; requerido por' },
  against: { en: 'against', es: 'contra' },
  factsOf: { en: 'facts of', es: 'hechos a fecha de' },
  version: { en: 'version', es: 'versión' },
  shut: { en: 'shut', es: 'cerrada' },
  calledBy: { en: 'called upon by', es: 'requerimiento de' },
  notifiedBy: { en: 'notified by', es: 'notificación de' },
  to: { en: 'to', es: 'a' },
  noAnswer: { en: 'no answer stated', es: 'no consta respuesta' },
  urgently: { en: 'urgency is pleaded', es: 'se alega urgencia' },
  noReview: { en: 'no review is due', es: 'no hay revisión pendiente' },
  reviewDue: { en: 'review due on', es: 'revisión el' },
  overdue: { en: 'overdue', es: 'vencida' },
  voice: { en: 'voice', es: 'voz' },
  assessed: { en: 'assessed', es: 'evaluado' },
  now: { en: 'now', es: 'ahora' },
  notAssessed: { en: 'not assessed', es: 'sin evaluar' },
  overtaken: {
    en: 'the rules no longer answer as it was signed: assess again',
    es: 'las reglas ya no responden como se firmó: evaluar de nuevo',
  },
  orSuspend: { en: ', or suspend', es: ', o suspender' },
  fellAway: { en: 'fell away', es: 'decayó' },
  differs: {
    en: 'the adviser holds against the rules that the conditions are met',
    es: 'el asesor sostiene frente a las reglas que las condiciones se cumplen',
  },
  asserted: {
    en: 'asserted, not verifiable: facts that it was computed with stay at home',
    es: 'afirmado, no verificable: quedan en casa hechos con los que se calculó',
  },
  otherBase: {
    en: 'signed under other rules ({base}): its answer may differ from today’s for that reason alone',
    es: 'firmado con otras reglas ({base}): su respuesta puede diferir de la de hoy solo por eso',
  },
  restsOn: { en: 'rests on', es: 'se apoya en' },
  call: { en: 'the call', es: 'el requerimiento' },
  notice: { en: 'the notice', es: 'la notificación' },
  assessment: { en: 'the assessment', es: 'la evaluación' },
  adoption: { en: 'the adoption', es: 'la adopción' },
  consent: { en: 'the consent', es: 'el consentimiento' },
  bound: { en: 'bound', es: 'queda obligada' },
  boundExcept: { en: 'bound except', es: 'queda obligada salvo' },
  notBound: { en: 'not bound', es: 'no queda obligada' },
  nothing: { en: 'nothing', es: 'nada' },
  nothingOther: {
    en: 'Nothing would be other than it is.',
    es: 'Nada sería distinto de lo que es.',
  },
  holds: { en: '(holds)', es: '(se sostiene)' },
  missing: { en: '(missing)', es: '(falta)' },
} as const satisfies Worded<string>

/** Why a part is barred, or rests. */
export const REASONS: Worded<MeasureView['nations'][number]['reasons'][number]['code']> = {
  referred: {
    en: 'referred to those who decide on defence',
    es: 'remitido a quienes deciden sobre la defensa',
  },
  'no-call': {
    en: 'nobody has called upon the responsible State',
    es: 'nadie ha requerido al Estado responsable',
  },
  'no-notice': {
    en: 'nobody has notified it, or pleaded urgency',
    es: 'nadie se lo ha notificado, ni ha alegado urgencia',
  },
  'no-assessment': { en: 'it has not assessed the measure', es: 'no ha evaluado la medida' },
  'assessed-not-satisfied': {
    en: 'its own assessment: conditions not met',
    es: 'su propia evaluación: condiciones no cumplidas',
  },
  'not-in-force': { en: 'the measure is not in force', es: 'la medida no está en vigor' },
  'no-consent': { en: 'no consent in both voices', es: 'sin consentimiento en ambas voces' },
  'suspended-by-act': { en: 'it suspended its part itself', es: 'suspendió ella misma su parte' },
  'act-ceased': {
    en: 'a review found the wrong ceased and repaired',
    es: 'una revisión halló el ilícito cesado y reparado',
  },
  'not-proportionate': {
    en: 'a review found it no longer proportionate',
    es: 'una revisión halló que ya no es proporcionada',
  },
  'not-reversible': {
    en: 'a review found it no longer reversible',
    es: 'una revisión halló que ya no es reversible',
  },
  'before-a-tribunal': {
    en: 'a review found the wrong ceased and a tribunal seised',
    es: 'una revisión halló cesado el ilícito y un tribunal que conoce',
  },
}

/** Why the gate of a step is shut, or a text is worth less than it was; `{name}` is who it is said of. */
export const GATE_REASONS: Worded<ReasonCode> = {
  silent: { en: '{name} has not spoken', es: '{name} no se ha pronunciado' },
  unacknowledged: {
    en: '{name} has neither spoken nor acknowledged it',
    es: '{name} no ha hablado ni ha acusado recibo',
  },
  'ran-out': { en: '{name}’s voice ran out', es: 'la voz de {name} ha vencido' },
  objects: { en: '{name} objects', es: '{name} objeta' },
  'awaits-instructions': {
    en: '{name} awaits instructions',
    es: '{name} espera instrucciones',
  },
  withdrawn: { en: '{name} has withdrawn', es: '{name} se ha retirado' },
  brake: { en: '{name} objects for vital reasons', es: '{name} objeta por motivos vitales' },
  broken: { en: '{name} broke the silence', es: '{name} ha roto el silencio' },
  'nobody-for': { en: 'nobody is for it', es: 'nadie está a favor' },
  'double-third': {
    en: 'too many abstain constructively',
    es: 'demasiadas abstenciones constructivas',
  },
  'below-members': { en: 'too few members are for it', es: 'hay pocos miembros a favor' },
  'below-minimum': {
    en: 'fewer are for it than the charter’s minimum',
    es: 'hay menos a favor que el mínimo de la carta',
  },
  'below-population': {
    en: 'those for it are too small a part of the population',
    es: 'quienes están a favor reúnen muy poca población',
  },
  'participants-missing': {
    en: 'not all whom the text names are in',
    es: 'no participan todos los que el texto nombra',
  },
  reserves: { en: '{name} reserves', es: '{name} reserva' },
  'consent-lost': {
    en: '{name}’s consent is lost',
    es: 'se ha perdido el consentimiento de {name}',
  },
  'not-reaffirmed': { en: '{name} did not reaffirm in time', es: '{name} no reafirmó a tiempo' },
  'later-version': { en: 'a later version was put', es: 'se presentó una versión posterior' },
  'not-declared': { en: 'it is not yet declared', es: 'aún no se ha declarado' },
}

/** Which view of a nation was laid over the rules. */
export const BASES: Worded<AssessmentView['nations'][number]['basis']> = {
  signed: { en: 'its view, signed', es: 'su visión, firmada' },
  published: { en: 'its view, published', es: 'su visión, publicada' },
  none: { en: 'no view on record', es: 'no consta visión' },
}

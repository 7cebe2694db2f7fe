import type { CertificateNotProvedCode, CertificateProvedCode } from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'

/** What the report on a public certificate says, beside the words it shares with a record's. */
export const CERTIFICATE_WORDS = {
  given: {
    en: 'Given: a public certificate (who stands behind a published text)',
    es: 'Recibido: un certificado público (quién respalda un texto publicado)',
  },
  publicCase: { en: 'Public case', es: 'Caso público' },
  proved: {
    en: 'PROVED: {stands} of {publishers} named here stand behind this text',
    es: 'PROBADO: {stands} de {publishers} que aquí se nombran respaldan este texto',
  },
  alone: {
    en: 'SELF-CONSISTENT ONLY: nothing is proved yet. Whoever made this file may have invented the coalition; give the charter id that you have from elsewhere with --charter.',
    es: 'SOLO COHERENTE CONSIGO MISMO: aún no se ha probado nada. Quien hizo este archivo puede haber inventado la coalición; dé con --charter el identificador de la carta que tenga por otra vía.',
  },
  text: { en: 'The text', es: 'El texto' },
  position: { en: 'position', es: 'posición' },
  advisory: { en: 'advisory', es: 'aviso' },
  statement: { en: 'statement of a nation', es: 'declaración de una nación' },
  everybody: { en: 'for everybody', es: 'para todos' },
  citizens: { en: 'for citizens', es: 'para la ciudadanía' },
  technicians: { en: 'for technicians', es: 'para personal técnico' },
  'decision-makers': { en: 'for decision-makers', es: 'para quienes deciden' },
  behind: { en: 'Who stands behind it', es: 'Quién lo respalda' },
  since: {
    en: 'published, as the witnesses saw by',
    es: 'publicado, según vieron los testigos el',
  },
  by: { en: 'by', es: 'por' },
  key: { en: 'key', es: 'clave' },
  recalled: {
    en: 'TOOK IT BACK, as the witnesses saw by',
    es: 'SE RETRACTÓ, según vieron los testigos el',
  },
} as const satisfies Record<string, InLanguages>

export const CUSTODY: Readonly<Record<'node-held' | 'browser-held' | 'token', InLanguages>> = {
  'node-held': { en: 'held by its node', es: 'en poder de su nodo' },
  'browser-held': {
    en: 'held by its person’s browser',
    es: 'en poder del navegador de su persona',
  },
  token: { en: 'held on a token', es: 'en un dispositivo propio' },
}

export const CERTIFICATE_PROVED: Readonly<Record<CertificateProvedCode, InLanguages>> = {
  charter: {
    en: 'The parties, their root keys, the witnesses and the rules are those of the charter with this id.',
    es: 'Las partes, sus claves raíz, los testigos y las reglas son los de la carta con este identificador.',
  },
  signatures: {
    en: 'Each of them published by a key of its own whose mandate has that verb.',
    es: 'Cada una publicó con una clave propia cuyo mandato incluye ese verbo.',
  },
  published: {
    en: 'Each act stands in its party’s strand of the public case, and at least {quorum} of {witnesses} witnesses cosigned that by the time given.',
    es: 'Cada acto está en la hebra de su parte en el caso público, y al menos {quorum} de {witnesses} testigos lo cofirmaron en el momento indicado.',
  },
  'same-text': {
    en: 'All of them published exactly this text.',
    es: 'Todas publicaron exactamente este texto.',
  },
  recalled: {
    en: 'Those marked so took it back, in an act of their own.',
    es: 'Las así señaladas se retractaron, con un acto propio.',
  },
}

export const CERTIFICATE_NOT_PROVED: Readonly<Record<CertificateNotProvedCode, InLanguages>> = {
  charter: {
    en: 'That this is the coalition you mean. Whoever made the file may have invented all of it.',
    es: 'Que esta sea la coalición que usted cree. Quien hizo el archivo puede haberla inventado entera.',
  },
  others: {
    en: 'What anybody else says: silence cannot be seen here, and who is not named may agree or refuse.',
    es: 'Lo que dicen los demás: aquí no se ve el silencio, y quien no se nombra puede estar de acuerdo o negarse.',
  },
  adopted: {
    en: 'That the text was adopted: the record of its case says so, and only the parties of that case hold it.',
    es: 'Que el texto se adoptara: eso lo dice el expediente de su caso, y solo lo tienen las partes de ese caso.',
  },
  content: {
    en: 'That every sentence is true: that is for those who published it to answer for.',
    es: 'Que cada frase sea verdad: de eso responden quienes lo publicaron.',
  },
  later: {
    en: 'That nobody took it back since, or in an act that was left out of this file: ask a node for the certificate as it is now.',
    es: 'Que nadie se haya retractado desde entonces, o en un acto que se dejó fuera de este archivo: pida a un nodo el certificado tal como está ahora.',
  },
  'claimed-times': {
    en: 'The times that authors give of their own acts.',
    es: 'Las horas que los autores dan de sus propios actos.',
  },
  holders: {
    en: 'Which person acted, and that they acted freely: it proves the key, and a key act says who holds it.',
    es: 'Qué persona actuó, ni que lo hiciera libremente: prueba la clave, y un acto de clave dice quién la tiene.',
  },
  revoked: {
    en: 'That the key was not revoked before: whoever made this chose which key acts it shows. The whole strand tells.',
    es: 'Que la clave no se hubiera revocado antes: quien lo hizo eligió qué actos de claves muestra. La hebra entera lo dice.',
  },
  witnesses: {
    en: 'That no more witnesses lied together than the charter’s quorum bears.',
    es: 'Que no mintieran juntos más testigos de los que soporta el quórum de la carta.',
  },
}

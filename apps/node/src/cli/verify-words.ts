import type { NotProvedCode, ProvedCode } from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'

/** What the report of `entente verify` says, beside the words of the lexicon. */
export const WORDS = {
  given: {
    en: 'Given: a member bundle (the whole record of a case)',
    es: 'Recibido: un paquete de miembro (el expediente entero de un caso)',
  },
  case: { en: 'Case', es: 'Caso' },
  exercise: { en: 'exercise', es: 'ejercicio' },
  charter: { en: 'Charter', es: 'Carta' },
  trusted: { en: 'the one you gave', es: 'la que usted dio' },
  untrusted: { en: 'taken from the file itself', es: 'tomada del propio archivo' },
  proved: { en: 'PROVED', es: 'PROBADO' },
  alone: {
    en: 'SELF-CONSISTENT ONLY: nothing is proved yet. Whoever made this file may have invented the case; give the charter id that you have from elsewhere with --charter.',
    es: 'SOLO COHERENTE CONSIGO MISMO: aún no se ha probado nada. Quien hizo este archivo puede haber inventado el caso; dé con --charter el identificador de la carta que tenga por otra vía.',
  },
  refused: { en: 'REFUSED', es: 'RECHAZADO' },
  party: { en: 'strand', es: 'hebra' },
  index: { en: 'entry', es: 'entrada' },
  act: { en: 'act', es: 'acto' },
  acts: { en: 'acts', es: 'actos' },
  strands: { en: 'strands', es: 'hebras' },
  counting: { en: 'count', es: 'cuentan' },
  nothing: { en: 'count for nothing', es: 'no cuentan para nada' },
  version: { en: 'version', es: 'versión' },
  inForce: { en: 'in force', es: 'en vigor' },
  union: { en: 'Union', es: 'Unión' },
  national: { en: 'national', es: 'nacional' },
  excepts: { en: 'excepts clause', es: 'exceptúa la cláusula' },
  deemed: {
    en: 'silent with proof: its silence is consent and binds it',
    es: 'en silencio con prueba: su silencio es consentimiento y la obliga',
  },
  unheard: {
    en: 'spoke, and is not among those whom the text names: counts for nothing',
    es: 'se pronunció, y no está entre quienes el texto nombra: no cuenta para nada',
  },
  ranOut: { en: 'ran out', es: 'venció' },
  root: { en: 'root', es: 'raíz' },
  cosigned: { en: 'cosigned by', es: 'cofirmada por' },
  strandsTitle: { en: 'Strands and their witnesses', es: 'Hebras y sus testigos' },
  voidTitle: { en: 'Entries that count for nothing', es: 'Entradas que no cuentan para nada' },
  provedTitle: { en: 'What this proves', es: 'Lo que esto prueba' },
  notProvedTitle: { en: 'What it does not prove', es: 'Lo que no prueba' },
  alsoIn: {
    en: 'One copied it, and nothing proves which: the same digest is of',
    es: 'Una parte lo copió, y nada prueba cuál: el mismo resumen es de',
  },
  sealedTitle: { en: 'Words that were sealed', es: 'Palabras que se sellaron' },
  atHome: { en: 'stays at home', es: 'se queda en casa' },
  opened: { en: 'opened, as signed', es: 'revelada, tal como se firmó' },
  state: { en: 'State, recomputed', es: 'Estado, recalculado' },
  copiesTitle: {
    en: 'Key acts of the case above that this record does not have: they do not count here',
    es: 'Actos de claves del caso superior que este expediente no tiene: aquí no cuentan',
  },
  noCopies: {
    en: 'Every key act of the case above, as the record you gave of it has them, stands in this one.',
    es: 'Todos los actos de claves del caso superior, según el expediente que usted dio de él, están en este.',
  },
  timesTitle: {
    en: 'Time, as authorities that you trust attest it. It decides nothing; whether their certificates were revoked is not asked.',
    es: 'Tiempo, según lo atestiguan las autoridades en que usted confía. No decide nada; no se pregunta si se revocaron sus certificados.',
  },
  time: {
    en: 'at {at}, the record up to {sizes} acts existed: so says {authority}, by the certificate {anchor} that you gave',
    es: 'en {at} existía el expediente hasta {sizes} actos: así lo dice {authority}, según el certificado {anchor} que usted dio',
  },
  noTime: { en: 'proves no time', es: 'no prueba ningún momento' },
  noTimes: {
    en: 'No authority attests a time of this record: it has no timestamp.',
    es: 'Ninguna autoridad atestigua un momento de este expediente: no tiene sello de tiempo.',
  },
  timesUnasked: {
    en: 'Timestamps of authorities in this record, not checked: {count}. Give the certificate of one that you trust with --tsa.',
    es: 'Sellos de tiempo de autoridades en este expediente, sin comprobar: {count}. Dé con --tsa el certificado de una en la que confíe.',
  },
  grants: { en: 'a key was given', es: 'se dio una clave' },
  revokes: { en: 'a key was revoked', es: 'se revocó una clave' },
  rotates: { en: 'the root keys were replaced', es: 'se cambiaron las claves raíz' },
  noText: { en: 'No text was put in this case.', es: 'En este caso no se presentó ningún texto.' },
} as const satisfies Record<string, InLanguages>

export const PROVED: Readonly<Record<ProvedCode, InLanguages>> = {
  charter: {
    en: 'The parties, their root keys, the witnesses and the rules are those of the charter with this id.',
    es: 'Las partes, sus claves raíz, los testigos y las reglas son los de la carta con este identificador.',
  },
  signatures: {
    en: 'Each act that counts was signed by a key of its party whose mandate allowed it at that place in its strand.',
    es: 'Cada acto que cuenta lo firmó una clave de su parte cuyo mandato lo permitía en ese lugar de su hebra.',
  },
  'presence-and-absence': {
    en: 'These acts stand in the strands, unaltered and in this order, and no others do up to {until}: so silence is proved too.',
    es: 'Estos actos están en las hebras, inalterados y en este orden, y ningún otro lo está hasta {until}: así que también el silencio queda probado.',
  },
  witnessed: {
    en: 'At least {quorum} of {witnesses} witnesses cosigned each strand at the times above.',
    es: 'Al menos {quorum} de {witnesses} testigos cofirmaron cada hebra en los momentos indicados arriba.',
  },
  state: {
    en: 'Gates and standings follow from the acts by the charter’s rules: they were computed here anew.',
    es: 'Las puertas y las vigencias se siguen de los actos según las reglas de la carta: se han calculado aquí de nuevo.',
  },
  certificates: {
    en: 'The certificates that count cite trees that were cosigned when they say.',
    es: 'Los certificados que cuentan citan árboles que se cofirmaron cuando dicen.',
  },
}

export const NOT_PROVED: Readonly<Record<NotProvedCode, InLanguages>> = {
  charter: {
    en: 'That this is the case you mean. Whoever made the file may have invented all of it.',
    es: 'Que este sea el caso que usted cree. Quien hizo el archivo puede haberlo inventado todo.',
  },
  content: {
    en: 'That what the acts say is true, or lawful: that is their authors’ to answer for.',
    es: 'Que lo que dicen los actos sea verdad o sea lícito: de eso responden sus autores.',
  },
  later: {
    en: 'What was said after {until}: ask for a newer record.',
    es: 'Lo que se dijo después de {until}: pida un expediente más reciente.',
  },
  'claimed-times': {
    en: 'The times that authors give of their own acts.',
    es: 'Las horas que los autores dan de sus propios actos.',
  },
  holders: {
    en: 'Which person acted, and that they acted freely: it proves the key, and a key act says who holds it.',
    es: 'Qué persona actuó, ni que lo hiciera libremente: prueba la clave, y un acto de clave dice quién la tiene.',
  },
  objects: {
    en: 'The objects named as evidence: only their ids and hashes are in the record.',
    es: 'Los objetos nombrados como evidencia: en el expediente solo están sus identificadores y resúmenes.',
  },
  witnesses: {
    en: 'That no more witnesses lied together than the charter’s quorum bears.',
    es: 'Que no mintieran juntos más testigos de los que soporta el quórum de la carta.',
  },
  'keys-above': {
    en: 'That no key was revoked in the case above, or in the one whose charter this amends, without a copy here: give that case’s record with --parent.',
    es: 'Que no se revocara ninguna clave sin copia aquí en el caso superior, o en aquel cuya carta enmienda este: dé el expediente de ese caso con --parent.',
  },
}

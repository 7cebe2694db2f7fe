import { AUDIENCE_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'

/** Lo que cualquiera lee sin cuenta: las publicaciones, y lo que prueban sus certificados. */
export const publicSite = {
  'public.title': 'Publicaciones',
  'welcome.public': 'Lo que publicaron naciones de esta coalición es para cualquiera:',
  'public.nav': 'Páginas públicas',
  'public.nav.verify': 'Verificar un archivo',
  'public.nav.feed': 'Canal Atom',
  'public.lead':
    'Lo que han publicado naciones de esta coalición, cada una por sí misma. No necesita cuenta. Cada texto lleva un certificado que comprueba su propio dispositivo.',
  'public.none': 'Aún no se ha publicado nada.',
  'public.none.chosen': 'Aún no se ha publicado nada de lo elegido.',
  'public.choose.audience': 'Para quién',
  'public.choose.lang': 'Lengua de los textos',
  'public.for.all': 'Todo el mundo',
  'public.lang.all': 'Todas las lenguas',
  'public.proves-not':
    'Un certificado prueba quién respalda un texto y desde cuándo. No prueba que el texto sea verdad, ni lo que piensan los demás, ni que nadie se haya retractado desde entonces.',
  'public.advisories': 'Avisos',
  'public.positions': 'Posiciones',
  'public.statements': 'Declaraciones de naciones',
  'public.by':
    '{names} {count, plural, one {lo respalda desde el} other {lo respaldan desde el}} {at}',
  'public.by.none': '{names}: se retractó el {at}',
  'public.by.gone': 'Se retractó: {names}.',
  'public.taken-back': '<b>{name} se retractó de esto</b> el {at}:',
  'public.still':
    '{count, plural, one {Sigue respaldándolo {names}.} other {Siguen respaldándolo {names}.}}',
  ...worded('public.for', AUDIENCE_WORDS, 'es'),
  'public.lang.en': 'en inglés',
  'public.lang.es': 'en español',
  'public.lang.other': 'en otra lengua ({lang})',
  'public.published': 'Publicado el {at}',
  'public.also': 'Publicado también:',
  'check.title': 'Compruébese',
  'check.lead':
    '{count, plural, one {Una cosa} other {# cosas}} que puede hacer cualquiera. Marque lo que ya hace.',
  'check.stores-nothing':
    'Lo que marque se queda en esta ventana. No se guarda, no se envía a nadie y desaparece al salir.',
  'check.source': 'De dónde sale esto',
  'check.done': 'Hecho: {done, number} de {count, number}.',
  'check.next': 'Lo siguiente: {title}.',
  'check.all': 'No queda nada de esta lista. Vuelva a mirarla cuando algo cambie.',
  'public.missing.title': 'No existe esa publicación',
  'public.missing.text':
    'Este nodo no conoce ninguna publicación con esta dirección. Puede que aún no la haya recibido.',
  'public.checking': 'Su dispositivo está comprobando el certificado …',
  'public.genuine': 'Este texto es auténtico',
  'public.genuine.what':
    'Comprobado en su propio dispositivo con el identificador de carta que usted comparó, sin pedir a nuestro servidor que responda de sí mismo.',
  'public.alone': 'La prueba es coherente consigo misma',
  'public.alone.what':
    'Su dispositivo ha comprobado todas las firmas. Quien sirve esta página podría aun así haber inventado la coalición entera: compare el identificador de la carta de abajo con una copia que le haya llegado por otra vía.',
  'public.recalled': 'Ya nadie respalda este texto',
  'public.recalled.what':
    'Quien lo publicó se retractó. Se conserva aquí para que usted pueda verlo.',
  'public.behind': 'Quién lo respalda',
  'public.signature': 'Firma correcta',
  'public.since': 'desde el {at}',
  'public.took-back': 'Se retractó el {at}:',
  'public.compare': 'Compare esto con una copia impresa',
  'public.compare.id': 'Identificador de la carta',
  'public.compare.same': 'Lo he comparado: es el mismo',
  'public.compare.done': 'Usted comparó este identificador en este dispositivo.',
  'public.compare.forget': 'Olvidar esa comparación',
  'public.other':
    'Esta no es la coalición cuyo identificador de carta comparó antes en este dispositivo. No se fíe de esta página.',
  'public.download': 'Descargar el certificado',
  'public.download.then': 'Después, compruébelo sin red:',
  'public.not-shown': 'El texto no se muestra, porque su certificado no se verifica.',
  'verify.certified': 'Probado: un certificado público',
  'verify.certified.what':
    'De {publishers, plural, one {la única parte} other {las # partes}} que nombra este certificado, {stands, plural, =0 {ninguna respalda} one {# respalda ahora} other {# respaldan ahora}} «{title}».',
  'verify.certified.alone.what':
    'Este certificado es coherente consigo mismo. Cualquiera puede hacer uno así con naciones y claves inventadas. Dé el identificador de la carta que tenga por otra vía; si es el de abajo, el certificado queda probado.',
  'verify.certified.case': 'Caso público',
  'verify.certified.by': 'Firmado por',
  'verify.certified.text': 'El texto',
  'verify.certified.does.charter':
    'Las partes, sus claves raíz, los testigos y las reglas son los de la carta con este identificador.',
  'verify.certified.does.signatures':
    'Cada una publicó con una clave propia cuyo mandato lo permite.',
  'verify.certified.does.published':
    'Cada una lo había publicado en el momento indicado: lo vieron al menos {quorum} de {witnesses} testigos.',
  'verify.certified.does.same-text': 'Todas publicaron exactamente este texto.',
  'verify.certified.does.recalled': 'Las así señaladas se retractaron ellas mismas.',
  'verify.certified.not.charter':
    'No que esta sea la coalición que usted cree: quien lo hizo puede haberla inventado entera.',
  'verify.certified.not.others': 'No lo que piensan los demás: aquí no se ve el silencio.',
  'verify.certified.not.adopted':
    'No que el texto se adoptara: ese expediente solo lo tienen las partes de su caso.',
  'verify.certified.not.content': 'No que cada frase sea verdad: de eso responden ellas.',
  'verify.certified.not.later':
    'No que nadie se haya retractado desde entonces, o en un acto que se dejó fuera: pida el certificado tal como está ahora.',
  'verify.certified.not.claimed-times': 'No las horas que los autores dan de sus propios actos.',
  'verify.certified.not.holders':
    'No qué persona actuó, ni que lo hiciera libremente: prueba la clave.',
  'verify.certified.not.witnesses':
    'No que no mintieran juntos más testigos de los que soporta el quórum de la carta.',
  'gate.do.publish': 'Publicar …',
  'publish.title': 'Publicar la posición',
  'publish.what':
    '{name} publica {on} por sí misma, en el mismo texto que se adoptó. Cualquiera puede leerlo. No habla por ninguna otra nación y puede retractarse, pero no deshacer que se haya leído.',
  'publish.known': '{name} ya ha publicado esta versión.',
  'publish.asking': 'El nodo está redactando el acto …',
  'publish.anyone': 'Cualquiera, sin cuenta',
  'publish.filed': 'Publicado.',
} as const

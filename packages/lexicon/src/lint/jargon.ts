import type { Forms } from '../term.ts'
import type { Rule } from './rule.ts'

/**
 * Words of the field on which people who use them disagree, and which the lexicon does not define.
 * The linter knows what is undefined only from this list; it does not guess at other words.
 */
const WATCHED: readonly Forms[] = [
  {
    en: ['apt', 'apts', 'advanced persistent threat', 'advanced persistent threats'],
    es: ['apt', 'amenaza persistente avanzada', 'amenazas persistentes avanzadas'],
  },
  {
    en: [
      'hybrid warfare',
      'hybrid war',
      'hybrid threat',
      'hybrid threats',
      'hybrid attack',
      'hybrid attacks',
      'hybrid campaign',
      'hybrid campaigns',
    ],
    es: [
      'guerra híbrida',
      'guerras híbridas',
      'amenaza híbrida',
      'amenazas híbridas',
      'ataque híbrido',
      'ataques híbridos',
      'campaña híbrida',
      'campañas híbridas',
    ],
  },
  {
    en: ['grey zone', 'gray zone', 'grey zones', 'gray zones'],
    es: ['zona gris', 'zonas grises'],
  },
  {
    en: ['active defence', 'active defense', 'active cyber defence', 'active cyber defense'],
    es: ['defensa activa', 'ciberdefensa activa'],
  },
  {
    en: [
      'defend forward',
      'forward defence',
      'forward defense',
      'hunt forward',
      'persistent engagement',
    ],
    es: ['defensa avanzada', 'defensa adelantada', 'interacción persistente'],
  },
  {
    en: ['cyber weapon', 'cyber weapons', 'cyberweapon', 'cyberweapons'],
    es: ['ciberarma', 'ciberarmas', 'arma cibernética', 'armas cibernéticas'],
  },
  {
    en: ['cyber deterrence', 'deterrence in cyberspace'],
    es: ['ciberdisuasión', 'disuasión en el ciberespacio'],
  },
  {
    en: ['false flag', 'false flags', 'false flag operation', 'false flag operations'],
    es: ['falsa bandera', 'operación de falsa bandera', 'operaciones de falsa bandera'],
  },
  {
    en: ['proxy group', 'proxy groups', 'proxy actor', 'proxy actors'],
    es: ['grupo interpuesto', 'grupos interpuestos', 'actor interpuesto', 'actores interpuestos'],
  },
  {
    en: ['kill chain', 'kill chains'],
    es: ['cadena de ataque', 'cadenas de ataque', 'kill chain'],
  },
  {
    en: ['zero day', 'zero days', '0 day', '0 days'],
    es: ['día cero', 'vulnerabilidad de día cero', 'vulnerabilidades de día cero', 'zero day'],
  },
  {
    en: ['information operation', 'information operations', 'information warfare'],
    es: ['operación de información', 'operaciones de información', 'guerra de información'],
  },
  {
    en: ['digital sovereignty', 'cyber sovereignty'],
    es: ['soberanía digital', 'cibersoberanía'],
  },
  {
    en: ['red line', 'red lines'],
    es: ['línea roja', 'líneas rojas'],
  },
]

export const jargon: readonly Rule[] = WATCHED.map((forms) => ({
  code: 'word.undefined',
  severity: 'warning',
  forms,
  message: {
    en: 'A word of the field that the lexicon does not define; those who read it may each mean something else.',
    es: 'Palabra del ámbito que el léxico no define; quienes la lean pueden entender cosas distintas.',
  },
  say: {
    en: 'say what happened, or propose a term',
    es: 'diga lo que ocurrió, o proponga un término',
  },
  source: 'none',
}))

import { MEASURE_LEVEL_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'

/** Lo que un operador dice a su autoridad por su línea, además de informar de incidentes. */
export const told = {
  'verb.sighting': 'comunicar avistamientos',
  'verb.self-assessment': 'evaluarse',
  'act.sighting':
    '{count, plural, =0 {buscó {indicator} y <b>no lo vio</b>} one {<b>vio</b> {indicator} una vez} other {<b>vio</b> {indicator} # veces}}',
  'act.self-assessment':
    '<b>se evaluó</b> en {count, plural, one {# medida} other {# medidas}} de la NIS2, artículo 21(2)',
  'sighting.list': 'Avistamientos',
  'sighting.never':
    'Cuántas veces y entre qué momentos; nunca dónde: no hay campo para las cosas propias del operador.',
  'sighting.none': 'Aún no se ha comunicado ninguno.',
  'sighting.seen':
    '{count, plural, =0 {buscado y no visto} one {visto una vez} other {visto # veces}}',
  'sighting.do': 'Comunicar un avistamiento',
  'sighting.title': 'Comunicar un avistamiento',
  'sighting.what':
    'Su autoridad sabrá que vio lo que describe este indicador, cuántas veces y entre qué momentos. Nada de su inventario va con ello.',
  'sighting.of': 'Indicador',
  'sighting.of.hint': 'Su identificador STIX, como lo muestran sus coincidencias.',
  'sighting.count': 'Cuántas veces (0: buscado y no visto)',
  'sighting.firstSeen': 'Visto por primera vez (UTC)',
  'sighting.lastSeen': 'Visto por última vez (UTC), si fue otro momento',
  'sighting.error.of': 'Dé el identificador de un indicador: indicator-- y su UUID.',
  'sighting.error.count': 'Dé un número entero de 0 a 999.999.999.',
  'sighting.error.when':
    'Lo visto tiene un primer momento, y el último no es anterior. Lo no visto no tiene ninguno.',
  'sighting.filed': 'Avistamiento comunicado.',
  'self.list': 'Autoevaluación',
  'self.source':
    'Las medidas de la Directiva (UE) 2022/2555 (NIS2), artículo 21(2), letras a) a j), en nuestras palabras. Lo dice el propio operador; no prueba nada.',
  'self.none': 'Aún no se ha dicho nada.',
  'self.do': 'Evaluarse',
  'self.title': 'Autoevaluación según la NIS2, artículo 21(2)',
  'self.what':
    'Su autoridad lee hasta dónde dice haber llegado, medida por medida, con la fecha de hoy. Una posterior ocupa su lugar; ambas constan.',
  'self.unsaid': 'sin evaluar',
  ...worded('self.level', MEASURE_LEVEL_WORDS, 'es'),
  'self.error': 'Evalúe al menos una medida.',
  'self.filed': 'Autoevaluación presentada.',
  'nis2.a': 'políticas de análisis de riesgos y de seguridad de los sistemas',
  'nis2.b': 'gestión de incidentes',
  'nis2.c': 'continuidad: copias de seguridad, recuperación y gestión de crisis',
  'nis2.d': 'seguridad de la cadena de suministro',
  'nis2.e': 'seguridad al adquirir, desarrollar y mantener sistemas; vulnerabilidades',
  'nis2.f': 'evaluación de si las medidas funcionan',
  'nis2.g': 'ciberhigiene y formación',
  'nis2.h': 'criptografía y, en su caso, cifrado',
  'nis2.i': 'seguridad del personal, control de acceso y gestión de activos',
  'nis2.j': 'autenticación multifactor y comunicaciones seguras, en su caso',
  'told.received': 'Recibido por {name}',
  'told.acknowledge': 'Acusar recibo',
  'desk.told.sighting':
    '{operator} comunicó {count, plural, one {# avistamiento} other {# avistamientos}}',
  'desk.told.self-assessment': '{operator} se evaluó',
  'desk.do.look-at-told': 'Verlo',
} as const

import type { statement as english } from '../en/statement.ts'

/** Lo que una nación publica de un texto adoptado: el texto mismo, o una declaración con sus palabras. */
export const statement: Record<keyof typeof english, string> = {
  'statement.which': 'Qué publica {name}',
  'statement.adopted': 'La posición, en el mismo texto que se adoptó',
  'statement.own': 'Una declaración con sus propias palabras',
  'statement.own.what':
    '{name} lo dice por sí misma, sobre {on}. No habla por ninguna otra nación, no cambia nada del texto adoptado y puede retirarse, no dejar de haberse leído.',
  'statement.heading': 'Título',
  'statement.heading.first': 'Declaración de {name}: {title}',
  'statement.text': 'Declaración: un párrafo en cada línea',
  'statement.text.drafted':
    'Comenzada a partir de hechos registrados sobre la medida. Cámbiela hasta que sea lo que su nación dice.',
  'statement.text.missing': 'No hay borrador a partir de hechos registrados. {missing}',
  'statement.rule.named': 'Nombra una norma que se halló violada: {rules}.',
  'statement.rule.missing':
    'No nombra ninguna norma violada. Según los hechos registrados, se halló violada para cada nación que cumple: {rules}.',
  'statement.rule.none':
    'Según los hechos registrados, ninguna norma se halla violada para cada nación que cumple. Diga cuál considera violada su nación.',
  'statement.rule.unasked':
    'Aquí no consta ninguna medida y no se preguntó por ninguna norma. Diga cuál considera violada su nación.',
  'statement.rule.publish': 'Puede publicarse tal como está.',
  'statement.beside': 'Junto a lo que ya se ha dicho',
  'statement.beside.who': 'A su lado',
  'statement.beside.note':
    'Lo que otros publicaron, lo que dijeron con sus voces y en notas sobre esta versión. El borrador que otra nación guarda en casa no se ve aquí; para mostrar el suyo antes de publicarlo, póngalo como nota sobre esta versión.',
  'statement.beside.put': 'Poner una nota',
  'statement.draft': 'Este borrador',
  'statement.said.adopted': 'El texto adoptado',
  'statement.said.published': '{names}, publicado',
  'statement.said.voice': '{names}, con sus voces',
  'statement.said.note': '{names}, en una nota',
  'statement.known': '{name} ya respalda estas palabras.',
  'statement.empty': 'Una declaración necesita un título y al menos un párrafo.',
}

import type { Language } from '@entente/lexicon'
import { joined, type Text } from './text.ts'
import { type Wording, wordedIn } from './wording.ts'

/** How a source was seen, in Spanish. */
const SEEN: readonly Wording[] = [
  [/^general knowledge$/, 'conocimiento general'],
  [/^secondary summaries$/, 'resúmenes secundarios'],
  [/^none: a rule of this product$/, 'en ninguna parte: una regla de este producto'],
  [/^paragraph numbers from general knowledge$/, 'números de párrafo por conocimiento general'],
  [/^paragraph number from general knowledge$/, 'número de párrafo por conocimiento general'],
  [/^public note “(.+)”, Art\. (\d+)$/, 'nota pública «$1», art. $2'],
  [/^public note “(.+)”$/, 'nota pública «$1»'],
  [
    /^that the act would be wrongful if it had committed it itself \(17\(b\)\): general knowledge, no source that was read says it$/,
    'que el hecho sería ilícito si lo hubiera cometido él mismo (17 b)): conocimiento general, ninguna fuente leída lo dice',
  ],
  [/^quoted in (.+)$/, 'citado en $1'],
  [/^its second half only, in (.+)$/, 'solo su segunda mitad, en $1'],
  [/^(.+), quoting Article 12\(2\)$/, '$1, que cita el artículo 12, apartado 2'],
  [/^the consolidated text \((.+)\) was not read$/, 'el texto consolidado ($1) no se leyó'],
  [/^copies of the Rules of (\d+)$/, 'copias del Reglamento de $1'],
  [/^consolidated text of (.+), in part \((.+)\)$/, 'texto consolidado de $1, en parte ($2)'],
  [/^(.+), consolidated text of (.+), in part$/, '$1, texto consolidado de $2, en parte'],
  [/^(.+), multilingual text: the structure only$/, '$1, texto multilingüe: solo la estructura'],
  [/^(\S+) glossary, (.+)$/, 'glosario de $1, $2'],
  [/^(\S+\.com), document (\d+)$/, '$1, documento $2'],
  [
    /^(\S+\.com), document (\d+): the same paragraphs of Decision \(CFSP\) (.+)$/,
    '$1, documento $2: los mismos apartados de la Decisión (PESC) $3',
  ],
  [
    /^of attempts: (.+), summary of Council Regulation (.+)$/,
    'de las tentativas: $1, resumen del Reglamento $2 del Consejo',
  ],
  [
    /^(.+), summary of Council Regulation (\S+): attacks on third States and organisations$/,
    '$1, resumen del Reglamento $2 del Consejo: ataques contra terceros Estados y organizaciones',
  ],
  [/^(.+), summary of Council Regulation (\S+)$/, '$1, resumen del Reglamento $2 del Consejo'],
  [
    /^where necessary: (.+), summary of the Decision$/,
    'cuando sea necesario: $1, resumen de la Decisión',
  ],
  [/^its end: (.+)$/, 'su fin: $1'],
  [/^TEU 21: general knowledge$/, 'TUE 21: conocimiento general'],
  [/^the article: general knowledge$/, 'el artículo: conocimiento general'],
  [/^only the paragraphs before it were seen$/, 'solo se vieron los apartados anteriores'],
  [
    /^the notes name persons responsible \((.+)\)$/,
    'las notas nombran a las personas responsables ($1)',
  ],
  [
    /^(.+): listings annulled for want of evidence$/,
    '$1: inclusiones en la lista anuladas por falta de pruebas',
  ],
]

/** Where and how a source was seen, as a reader of a language is told: no source is translated. */
export const seenAtIn = (seenAt: string, lang: Language): Text =>
  joined(
    seenAt.split('; ').map((each) => wordedIn(each, SEEN, lang)),
    '; ',
  )

import type { Language } from '@entente/lexicon'
import { type Text, textOf } from './text.ts'
import { type Wording, wordedIn } from './wording.ts'

/** What stands where a side has nobody for it who could be named: it is nobody who holds anything. */
const UNHELD: readonly Wording[] = [
  [/^not settled \(rules base, (.+)\)$/, 'sin resolver (base de reglas, $1)'],
  [/^the list is not settled: (.+)$/, 'la lista no está resuelta: $1'],
  [/^source: none$/, 'sin fuente'],
  [
    /^one State’s view is called progressive in the rules base, (.+): what was read of its paper does not say$/,
    'la visión de un Estado se llama progresiva en la base de reglas, $1: lo leído de su documento no lo dice',
  ],
]

/** Our words around a source, in Spanish: the source itself is never translated. */
const AROUND: readonly Wording[] = [
  [/^(.+), as worded$/, '$1, según su tenor'],
  [/^(.+), as classically read$/, '$1, en su lectura clásica'],
  [/^a minority \(rules base, (.+)\)$/, 'una minoría (base de reglas, $1)'],
  [/^a minority of the Tallinn experts$/, 'una minoría de los expertos de Tallin'],
  [/^a minority of writers: (.+)$/, 'una minoría de autores: $1'],
  [
    /^in doctrine: the form with the least support (.+)$/,
    'en la doctrina: la forma con menos apoyo $1',
  ],
  [/^in doctrine: (.+)$/, 'en la doctrina: $1'],
  [/^most of the Tallinn experts$/, 'la mayoría de los expertos de Tallin'],
  [/^part of the Tallinn experts: (.+)$/, 'parte de los expertos de Tallin: $1'],
  [/^one State’s paper of (\d+), (.+)$/, 'el documento de un Estado de $1, $2'],
  [
    /^others, whom the rules base \((.+)\) does not name$/,
    'otros, que la base de reglas ($1) no nombra',
  ],
  [/^rules base, (.+) \(ours\)$/, 'base de reglas, $1 (nuestra)'],
  [
    /^(.+); that of an attempt the factor is put to what could have been caused: ours$/,
    '$1; que en una tentativa el factor se refiera a lo que podría haberse causado: nuestro',
  ],
  [/^some writers \(rules base, (.+)\)$/, 'algunos autores (base de reglas, $1)'],
  [
    /^two more States are named for it in the rules base, (.+), from general knowledge: what was read of their papers does not say$/,
    'otros dos Estados se nombran para ello en la base de reglas, $1, por conocimiento general: lo leído de sus documentos no lo dice',
  ],
]

/** An authority as a reader of this language is told of it, in the language of its source where it names one. */
export const authorityTold = (authority: string, lang: Language): Text =>
  wordedIn(authority, [...UNHELD, ...AROUND], lang)

export const authorityIn = (authority: string, lang: Language): string =>
  textOf(authorityTold(authority, lang))

/** Whether it names a source, and does not say that there is none to name. */
export const isHeldBy = (authority: string): boolean =>
  !UNHELD.some(([english]) => english.test(authority))

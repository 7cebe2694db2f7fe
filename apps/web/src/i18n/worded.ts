import type { InLanguages, Language } from '@entente/lexicon'

/** Messages of one language from words that the node says as well: `prefix.id` for each. */
export const worded = <const P extends string, W extends Readonly<Record<string, InLanguages>>>(
  prefix: P,
  words: W,
  lang: Language,
) =>
  Object.fromEntries(
    Object.entries(words).map(([id, said]) => [`${prefix}.${id}`, said[lang]]),
  ) as { readonly [K in keyof W & string as `${P}.${K}`]: string }

import { Act, canonical, type Text } from '@entente/accord'

/** A statement while it is written: one paragraph a line. */
export type Stated = { readonly title: string; readonly words: string }

/** What would be published: a clause per paragraph, numbered as they come. */
export const textOf = ({ title, words }: Stated, lang: string): Text => ({
  lang,
  title: title.trim(),
  clauses: words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text, at) => ({ id: String(at + 1), text })),
})

/**
 * The act that publishes a statement, from the act that would publish the adopted text: it speaks of the same
 * version. Undefined where it is no whole act yet.
 */
export function statementAct(adopted: string, text: Text, claimedAt: string): string | undefined {
  const act = { ...(JSON.parse(adopted) as object), what: 'statement', text, claimedAt }
  return Act.safeParse(act).success ? canonical(act) : undefined
}

/** Those of these rules that the words cite, however they are spaced or capitalised. */
export const rulesNamed = (words: string, rules: readonly string[]): readonly string[] =>
  rules.filter((rule) => bare(words).includes(bare(rule)))

const bare = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase()

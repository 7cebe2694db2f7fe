import { Act, partsOf, SECTIONS, type Audience, type Section, type Text } from '@entente/accord'
import { LOCALES, type Locale } from '../../i18n/locale.ts'

/** The fields of one language: a title, and per section one paragraph or step a line. */
export const FIELDS = ['title', ...SECTIONS] as const
export type FieldName = 'title' | Section
export type Words = Readonly<Record<FieldName, string>>

/** An advisory while it is written, in one language or in both. */
export type Written = {
  readonly audience: Audience
  readonly langs: readonly Locale[]
  /** An earlier publication of this nation that it goes with: an act. */
  readonly with: string
  readonly words: Readonly<Record<Locale, Words>>
}

const NO_WORDS: Words = { title: '', happened: '', concerned: '', do: '', help: '' }
export const NOTHING: Written = {
  audience: 'citizens',
  langs: LOCALES,
  with: '',
  words: { en: NO_WORDS, es: NO_WORDS },
}

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What would be published in one language: a clause per line, named after its section. */
export const textIn = (lang: Locale, words: Words): Text => ({
  lang,
  title: words.title.trim(),
  clauses: SECTIONS.flatMap((section) =>
    linesOf(words[section]).map((text, at) => ({ id: `${section}/${at + 1}`, text })),
  ),
})

/** The form for a text that was written before; undefined for one whose clauses the form has no place for. */
function wordsOf(text: Text): Words | undefined {
  const words: Record<FieldName, string> = { ...NO_WORDS, title: text.title }
  for (const { section, clauses } of partsOf(text.clauses)) {
    if (!section) return undefined
    words[section] = [words[section], ...clauses.map((clause) => clause.text)]
      .filter((line) => line !== '')
      .join('\n')
  }
  const [first, again] = [text, textIn(text.lang === 'es' ? 'es' : 'en', words)]
  const isSame = first.clauses.every(({ id, text: said }, at) => {
    const other = again.clauses[at]
    return other?.id === id && other.text === said
  })
  return isSame && again.clauses.length === first.clauses.length ? words : undefined
}

/** Which field an issue of the act's schema is about; a text without clauses lacks what to do. */
export function fieldOf(path: readonly PropertyKey[], text: Text): FieldName | undefined {
  const [at, part, index] = path
  if (at !== 'text') return undefined
  if (part === 'title') return 'title'
  const id = typeof index === 'number' ? text.clauses[index]?.id : undefined
  return SECTIONS.find((section) => id?.startsWith(`${section}/`)) ?? 'do'
}

/** Whether this line is among what to do in every language in which it is written. */
export const hasStep = ({ langs, words }: Written, step: Readonly<Record<Locale, string>>) =>
  langs.length > 0 && langs.every((lang) => linesOf(words[lang].do).includes(step[lang]))

/** The same advisory with a step put last, or taken out where it stands in its own words. */
export function withStep(
  written: Written,
  step: Readonly<Record<Locale, string>>,
  has: boolean,
): Written {
  const words = { ...written.words }
  for (const lang of written.langs) {
    const others = linesOf(words[lang].do).filter((line) => line !== step[lang])
    words[lang] = { ...words[lang], do: [...others, ...(has ? [step[lang]] : [])].join('\n') }
  }
  return { ...written, words }
}

/** A draft of this node as the form has it; undefined where the form has no place for some of it. */
export function writtenIn(payload: string): Written | undefined {
  const read = Act.safeParse(JSON.parse(payload))
  if (read.data?.kind !== 'publish' || read.data.what !== 'advisory') return undefined
  const { audience, text, with: other = '' } = read.data
  const lang = LOCALES.find((one) => one === text.lang)
  const words = wordsOf(text)
  if (!lang || !words) return undefined
  return { audience, langs: [lang], with: other, words: { ...NOTHING.words, [lang]: words } }
}

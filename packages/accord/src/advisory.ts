import type { Clause } from './document.ts'

/** The sections of an advisory, in the order in which they are written. */
export const SECTIONS = ['happened', 'concerned', 'do', 'help'] as const
export type Section = (typeof SECTIONS)[number]

/** What stands above a section: it belongs to the text, so it is said in the text's language. */
const HEADINGS: Readonly<Record<Section, Readonly<Record<string, string>>>> = {
  happened: { en: 'What happened', es: 'Qué ha pasado' },
  concerned: { en: 'Who is concerned', es: 'A quién afecta' },
  do: { en: 'What to do now', es: 'Qué hacer ahora' },
  help: { en: 'Where to get help', es: 'Dónde pedir ayuda' },
}

/** Clauses that follow one another in one section; in none where their ids name none. */
export type Part = {
  readonly section: Section | undefined
  readonly clauses: readonly Clause[]
}

/** A text as it is read: a clause belongs to a section by the beginning of its id, `do/2`. */
export function partsOf(clauses: readonly Clause[]): readonly Part[] {
  const parts: { section: Section | undefined; clauses: Clause[] }[] = []
  for (const clause of clauses) {
    const section = SECTIONS.find((name) => clause.id.startsWith(`${name}/`))
    const last = parts.at(-1)
    if (last && last.section === section) last.clauses.push(clause)
    else parts.push({ section, clauses: [clause] })
  }
  return parts
}

/** The heading of a section in the language of the text, in English where there is none. */
export const headingOf = (section: Section, lang: string): { lang: string; text: string } => {
  const said = HEADINGS[section][lang]
  return said === undefined ? { lang: 'en', text: HEADINGS[section]['en']! } : { lang, text: said }
}

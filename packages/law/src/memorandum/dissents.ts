import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { holderName } from '../view.ts'
import type { CaseNotes } from './case-notes.ts'
import { voiceWord } from './case-parts.ts'
import { quoted } from './case-words.ts'
import { isFor } from './draft-texts.ts'
import { SIGNED_WORDS } from './signed.ts'

/** Where the nations of the measure stand on different sides, which adviser holds against the rules, and who has spoken against its text. */
export const dissents = (
  assessment: Assessment,
  notes: CaseNotes | undefined,
  lang: Language,
): readonly string[] => [
  ...ofViews(assessment, lang),
  ...ofAdvisers(notes, lang),
  ...ofVoices(notes, lang),
]

function ofViews({ disputes, columns }: Assessment, lang: Language): readonly string[] {
  const codes = new Set(columns.map(({ holder }) => holder.code))
  return disputes.flatMap(({ about, sides }) => {
    const held = sides
      .map(({ says, holders }) => ({
        says: says[lang],
        by: holders.filter(({ code }) => codes.has(code)).map((holder) => holderName(holder, lang)),
      }))
      .filter(({ by }) => by.length > 0)
    if (held.length < 2) return []
    return [`${about[lang]} ${held.map(({ says, by }) => `${by.join(', ')}: ${says}`).join('; ')}`]
  })
}

/** Who holds against the rules that the conditions are met. */
const ofAdvisers = (notes: CaseNotes | undefined, lang: Language): readonly string[] =>
  (notes?.assessments ?? []).flatMap(({ nation, differs, word, act }) =>
    differs ? [`${nation}: ${SIGNED_WORDS.differs[lang]} ${quoted(word, lang)} (${act})`] : [],
  )

function ofVoices(notes: CaseNotes | undefined, lang: Language): readonly string[] {
  return (notes?.voices ?? []).flatMap(({ nation, union, national, statement, act }) => {
    const against = [union, national].filter((voice) => voice !== undefined && !isFor(voice))
    if (against.length === 0) return []
    const words = [...new Set(against)].map((voice) => voiceWord(voice ?? '', lang)).join(', ')
    const said = statement === undefined ? '' : ` ${quoted(statement, lang)}`
    return [`${nation}: ${words}.${said} (${act})`]
  })
}

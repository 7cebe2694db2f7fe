import type { InLanguages } from '@entente/lexicon'
import { usePreferences } from '../frame/preferences.tsx'

/** Says what the node gave in both languages in this person's own. */
export function useSay(): (words: InLanguages) => string {
  const { locale } = usePreferences()
  return (words) => words[locale]
}

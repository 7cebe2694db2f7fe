/** The languages of the page; every catalogue is complete in each. */
export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

const KEY = 'entente-language'

/** What was chosen in this browser, else the first of its languages that the page has. */
export function storedLocale(): Locale {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages]
  for (const one of wanted) {
    const found = LOCALES.find((locale) => one?.toLowerCase().startsWith(locale))
    if (found) return found
  }
  return 'en'
}

export const storeLocale = (locale: Locale) => localStorage.setItem(KEY, locale)

/** Tells what another window of this browser stores from now on; answers how to end that. */
export function whenLocaleStored(tell: (locale: Locale) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === KEY) tell(storedLocale())
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { IntlProvider } from 'react-intl'
import { loadCatalogue, type MessageId } from '../i18n/index.ts'
import { storeLocale, storedLocale, whenLocaleStored, type Locale } from '../i18n/locale.ts'
import { Said } from '../jsx/jsx-runtime.ts'
import { applyTheme, storedTheme, type Theme } from './theme.ts'

type Preferences = {
  readonly locale: Locale
  readonly theme: Theme
  readonly setLocale: (locale: Locale) => void
  readonly setTheme: (theme: Theme) => void
  /** Whether single letters do something; some people speak or mistype into a page. */
  readonly keys: boolean
  readonly setKeys: (keys: boolean) => void
}

const PreferencesContext = createContext<Preferences | undefined>(undefined)

/** The person's language and theme, and how to change them. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext)
  if (!preferences) throw new TypeError('expected preferences around the page, got none')
  return preferences
}

const KEYS = 'entente-keys'

/** Day before month, and 24 hours, in both. */
const REGION: Readonly<Record<Locale, string>> = { en: 'en-GB', es: 'es-ES' }

/** The one tag that messages may use. */
const RICH = { b: (chunks: ReactNode) => <b>{chunks}</b> }

type Catalogue = Record<MessageId, string>

/** Language and theme for everything inside; all times are shown in UTC. */
export function PreferencesProvider({
  first,
  children,
}: {
  first: Catalogue
  children: ReactNode
}) {
  const [{ locale, messages }, setLanguage] = useState({ locale: storedLocale(), messages: first })
  const [theme, setThemeState] = useState(storedTheme)
  const [keys, setKeysState] = useState(() => localStorage.getItem(KEYS) !== 'off')
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const show = useCallback((next: Locale) => {
    // What stands open stays open while the words of the other language are on their way.
    void loadCatalogue(next).then((loaded) =>
      startTransition(() => setLanguage({ locale: next, messages: loaded })),
    )
  }, [])
  const setLocale = useCallback(
    (next: Locale) => {
      storeLocale(next)
      show(next)
    },
    [show],
  )
  // Chosen in another window of this browser, it holds in this one too.
  useEffect(() => whenLocaleStored(show), [show])
  const setTheme = useCallback((next: Theme) => {
    applyTheme(next)
    setThemeState(next)
  }, [])
  const setKeys = useCallback((next: boolean) => {
    localStorage.setItem(KEYS, next ? 'on' : 'off')
    setKeysState(next)
  }, [])
  const preferences = useMemo(
    () => ({ locale, theme, keys, setLocale, setTheme, setKeys }),
    [locale, theme, keys, setLocale, setTheme, setKeys],
  )
  return (
    <PreferencesContext value={preferences}>
      <IntlProvider
        locale={REGION[locale]}
        messages={messages}
        timeZone="UTC"
        defaultRichTextElements={RICH}
        textComponent={Said}
      >
        {children}
      </IntlProvider>
    </PreferencesContext>
  )
}

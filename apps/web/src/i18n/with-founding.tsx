import { lazyRouteComponent } from '@tanstack/react-router'
import { use, useMemo, type ComponentType, type ReactNode } from 'react'
import { createIntl, RawIntlProvider, useIntl } from 'react-intl'
import { usePreferences } from '../frame/preferences.tsx'
import type { Locale } from './locale.ts'

type Words = Readonly<Record<string, string>>
const loaded = new Map<Locale, Promise<Words>>()

function wordsOf(locale: Locale): Promise<Words> {
  const known = loaded.get(locale)
  if (known) return known
  const words =
    locale === 'en'
      ? import('./en/found.ts').then(({ found }): Words => found)
      : import('./es/found.ts').then(({ found }): Words => found)
  loaded.set(locale, words)
  return words
}

/** Words about founding a coalition travel with the few pages that say them, and not with the first. */
function WithFounding({ children }: { children: ReactNode }) {
  const { locale } = usePreferences()
  const intl = useIntl()
  const words = use(wordsOf(locale))
  const whole = useMemo(
    () => createIntl({ ...intl, messages: { ...intl.messages, ...words } }),
    [intl, words],
  )
  return <RawIntlProvider value={whole}>{children}</RawIntlProvider>
}

/** A page that says them, loaded when somebody goes there. */
export const foundingPage = (load: () => Promise<ComponentType>) =>
  lazyRouteComponent(async () => {
    const Page = await load()
    return {
      default: () => (
        <WithFounding>
          <Page />
        </WithFounding>
      ),
    }
  })

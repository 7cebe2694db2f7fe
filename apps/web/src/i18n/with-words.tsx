import { lazyRouteComponent } from '@tanstack/react-router'
import { use, useMemo, type ComponentType, type ReactNode } from 'react'
import { createIntl, RawIntlProvider, useIntl } from 'react-intl'
import { usePreferences } from '../frame/preferences.tsx'
import type { Locale } from './locale.ts'

type Words = Readonly<Record<string, string>>

/** What travels with the few pages that say it, and not with the first. */
const CATALOGUES = {
  found: {
    en: async (): Promise<Words> => (await import('./en/found.ts')).found,
    es: async (): Promise<Words> => (await import('./es/found.ts')).found,
  },
  intelligence: {
    en: async (): Promise<Words> => (await import('./en/intelligence.ts')).intelligence,
    es: async (): Promise<Words> => (await import('./es/intelligence.ts')).intelligence,
  },
  statement: {
    en: async (): Promise<Words> => (await import('./en/statement.ts')).statement,
    es: async (): Promise<Words> => (await import('./es/statement.ts')).statement,
  },
} as const
type Catalogue = keyof typeof CATALOGUES

const loaded = new Map<string, Promise<Words>>()

function wordsOf(catalogue: Catalogue, locale: Locale): Promise<Words> {
  const key = `${catalogue} ${locale}`
  const known = loaded.get(key)
  if (known) return known
  const words = CATALOGUES[catalogue][locale]()
  loaded.set(key, words)
  return words
}

function WithWords({ of, children }: { of: Catalogue; children: ReactNode }) {
  const { locale } = usePreferences()
  const intl = useIntl()
  const words = use(wordsOf(of, locale))
  const whole = useMemo(
    () => createIntl({ ...intl, messages: { ...intl.messages, ...words } }),
    [intl, words],
  )
  return <RawIntlProvider value={whole}>{children}</RawIntlProvider>
}

const pageWith = (of: Catalogue) => (load: () => Promise<ComponentType>) =>
  lazyRouteComponent(async () => {
    const Page = await load()
    return {
      default: () => (
        <WithWords of={of}>
          <Page />
        </WithWords>
      ),
    }
  })

/** A page about founding a coalition and joining one, loaded when somebody goes there. */
export const foundingPage = pageWith('found')
/** A page about objects: what is held, comes in and goes out. */
export const intelligencePage = pageWith('intelligence')
/** A page about statements that are published. */
export const statementPage = pageWith('statement')

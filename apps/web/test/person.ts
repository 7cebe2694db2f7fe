import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { en } from '../src/i18n/en/index.ts'
import { es } from '../src/i18n/es/index.ts'
import type { Demo, PartyName } from './harness.ts'

export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]
/** What the browser itself writes, as dates in a field, in the person's language too. */
const REGION = { en: 'en-GB', es: 'es-ES' } as const
const CATALOGUES = { en, es } as const
type Words = keyof typeof en

/**
 * Whole messages of the other languages: where one of them stands in the page, it was left behind. So it is with the name
 * of a message, which stands where the page lacks the message itself.
 */
export function foreignTo(locale: Locale): string[] {
  const own = new Set<string>(Object.values(CATALOGUES[locale]))
  return LOCALES.filter((other) => other !== locale)
    .flatMap((other) => Object.values(CATALOGUES[other]))
    .filter((message) => !/[{<]/.test(message) && !own.has(message))
    .concat(Object.keys(en))
}

/** A person at a browser of their own, logged in at their nation's node. */
export type Person = {
  readonly party: PartyName
  readonly locale: Locale
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  /** The words of the page in this person's language, without placeholders filled. */
  readonly says: (id: Words) => string
  go(path: string): Promise<void>
  /** What the browser complained about: errors, refused policies, requests to elsewhere. */
  readonly complaints: string[]
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

type Opening = {
  readonly party: PartyName
  readonly url: string
  /** The nodes that this person's page may ask. */
  readonly known: readonly string[]
  readonly locale: Locale
  readonly session: Session | undefined
}

/** The window besides in which a person chooses a language: one each, for to open one takes the browser a process. */
const others = new WeakMap<BrowserContext, Promise<Page>>()

async function otherOf({ context, page, url }: Person): Promise<Page> {
  const other = await context.newPage()
  await other.goto(`${url}/icon.svg`)
  // What stands behind another window is drawn once a second, and whatever waits for a frame waits that long.
  await page.bringToFront()
  return other
}

/** The same window once its person has chosen the other language in another one: what stands open stays open. */
export async function inLanguage(person: Person, locale: Locale): Promise<Person> {
  const { page, context } = person
  const opening = others.get(context) ?? otherOf(person)
  others.set(context, opening)
  const other = await opening
  await other.evaluate((chosen) => localStorage.setItem('entente-language', chosen), locale)
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, locale)
  return { ...person, locale, says: (id) => CATALOGUES[locale][id] }
}

/** Logs people in, once per party by its one-time link; more windows share that session. */
export function createDoor(browser: Browser, demo: Demo) {
  const known = Object.values(demo.nodes).map(({ url }) => url)
  const sessions = new Map<PartyName, Promise<Session>>()
  /** A link works once: whoever comes at the same time takes the session that it opens. */
  const sessionOf = (party: PartyName): Promise<Session> => {
    const known = sessions.get(party) ?? logIn(party)
    sessions.set(party, known)
    return known
  }
  const logIn = async (party: PartyName): Promise<Session> => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(demo.links[party])
    await page.locator('main h1').first().waitFor()
    const session = await context.storageState()
    await context.close()
    return session
  }
  return {
    /** Somebody at a node that has no part in the play: nobody yet, or whoever that session is. */
    visit: (
      url: string,
      { locale = 'en', storageState }: { locale?: Locale; storageState?: Session } = {},
    ) => open({ party: 'XA', url, known: [url], locale, session: storageState }),
    async enter(
      party: PartyName,
      options: { readonly locale?: Locale; readonly stranger?: boolean } = {},
    ): Promise<Person> {
      const { locale = 'en', stranger = false } = options
      const session = stranger ? undefined : await sessionOf(party)
      const { url } = demo.nodes[party]
      return open({ party, url, known, locale, session })
    },
  }
  async function open({ party, url, known, locale, session }: Opening): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      locale: REGION[locale],
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...(session ? { storageState: session } : {}),
    })
    await context.addInitScript((chosen) => {
      if (location.protocol !== 'about:') localStorage.setItem('entente-language', chosen)
    }, locale)
    const page = await context.newPage()
    const person: Person = {
      party,
      locale,
      page,
      context,
      url,
      says: (id) => CATALOGUES[locale][id],
      go: async (path) => {
        await page.goto(`${url}${path}`)
        await page.locator('h1').first().waitFor()
      },
      complaints: [],
    }
    listen(person, known)
    return person
  }
}
export type Door = ReturnType<typeof createDoor>

/** A node that refuses answers with 4xx, or 503 while it is set up, which Chromium writes to its console as an error too. */
const isRefusal = (message: ConsoleMessage) =>
  /^Failed to load resource: the server responded with a status of (4\d\d|503)/.test(
    message.text(),
  ) && /^\/(api|public)\//.test(new URL(message.location().url).pathname)

function listen({ page, complaints }: Person, urls: readonly string[]) {
  const known = new Set(urls.map((url) => new URL(url).origin))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message))
      complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && !known.has(origin))
      complaints.push(`a request to elsewhere: ${request.url()}`)
  })
}

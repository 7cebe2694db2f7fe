import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import { foreignTo, type Person } from './person.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA as far as a machine can see, and the best practice on headings and landmarks. */
const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  },
  rules: Object.fromEntries(
    [
      'heading-order',
      'page-has-heading-one',
      'empty-heading',
      'landmark-one-main',
      'landmark-unique',
      'region',
    ].map((rule) => [rule, { enabled: true }]),
  ),
  resultTypes: ['violations'],
  // Styles of another origin and sound are what it would load once more: the page has neither.
  preload: false,
}

const COLOURS = ['color-contrast', 'link-in-text-block']

/** What another theme can change: its colours, and nothing else of the page. */
const IN_ANOTHER_THEME = { ...OPTIONS, runOnly: { type: 'rule', values: COLOURS } }

/** What another language can change: everything but the colours. */
const IN_ANOTHER_LANGUAGE: RunOptions = {
  ...OPTIONS,
  rules: {
    ...OPTIONS.rules,
    ...Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])),
  },
}

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const WIDE = { width: 1440, height: 1000 }
/** A small phone; and a window of 1280 × 1024 at 400 %, where nothing may float over what is read. */
const NARROW = { width: 320, height: 640 }
const ZOOMED = { width: 320, height: 256 }

/** Looks at one state of the page in both themes and on a narrow window; empty where all is well. */
export async function inspect(
  person: Person,
  name: string,
  shots: string | undefined,
): Promise<string[]> {
  const { page, locale } = person
  const found: string[] = []
  const shoot = async (look: string) => {
    if (shots === undefined) return
    // A dialog covers the window, not the whole height of what lies under it.
    const fullPage = (await page.getByRole('dialog').count()) === 0
    await page.screenshot({ path: join(shots, `${name}-${locale}-${look}.png`), fullPage })
  }
  const lang = await page.evaluate(() => document.documentElement.lang)
  if (lang !== locale) found.push(`expected lang ${locale}, got ${lang}`)
  const foreign = await foreignIn(person)
  if (foreign.length > 0) found.push(`in another language: ${foreign.join('; ')}`)
  // Colours are no matter of language: they are looked at in one, and in both where somebody looks on.
  const isWhole = locale === 'en' || shots !== undefined
  const themes = isWhole ? THEMES : (['light'] as const)
  for (const theme of themes) {
    await wear(person, theme)
    const rules = theme === 'dark' ? IN_ANOTHER_THEME : isWhole ? OPTIONS : IN_ANOTHER_LANGUAGE
    found.push(...(await axe(person, rules)).map((one) => `${theme}: ${one}`))
    await shoot(theme)
  }
  await wear(person, 'light')
  await page.setViewportSize(NARROW)
  const wide = await page.evaluate(overflowing)
  if (wide) found.push(`at ${NARROW.width} px it scrolls sideways: ${wide}`)
  await shoot('narrow')
  if (isWhole) {
    await page.setViewportSize(ZOOMED)
    const covered = await page.evaluate(floating)
    if (covered > 0.5)
      found.push(`at 400 % ${Math.round(covered * 100)} % of the window is covered`)
  }
  await page.setViewportSize(WIDE)
  found.push(...person.complaints.splice(0).map((one) => `the browser complains: ${one}`))
  return found
}

/** What stays in another language: what a page asks anew in this one is waited for. */
async function foreignIn({ page, locale }: Person): Promise<readonly string[]> {
  for (let times = 0; ; times += 1) {
    const found = await page.evaluate(wordsAmong, foreignTo(locale))
    if (found.length === 0 || times === 50) return found
    await page.waitForTimeout(100)
  }
}

/** Changes the theme in place, so that what stands open stays open. */
const wear = ({ page }: Person, theme: Theme) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen
  }, theme)

async function axe({ page }: Person, rules: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(
        options,
      ),
    rules,
  )
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ target, any }) => `${target.join(' ')}${any[0] ? `: ${any[0].message}` : ''}`)
        .join('; ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''})`,
  )
}

/** Which of these words the page says itself; what nations wrote and what is signed speak for themselves. Runs in the page. */
function wordsAmong(words: readonly string[]): string[] {
  const among = new Set(words)
  return [...document.querySelectorAll('body *')]
    .filter((one) => !one.closest('body [lang], .sheet, pre, script'))
    .flatMap((one) => [
      one.getAttribute('aria-label') ?? '',
      one.getAttribute('title') ?? '',
      ...[...one.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent?.trim() ?? ''),
    ])
    .filter((said) => among.has(said))
}

/** How much of the window's height stays covered by what does not scroll away. Runs in the page. */
function floating(): number {
  return [...document.querySelectorAll<HTMLElement>('.band, .head, .phone-nav')]
    .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
    .map((one) => one.getBoundingClientRect().height / globalThis.innerHeight)
    .reduce((sum, part) => sum + part, 0)
}

/** The widest things that push the page beyond its window, but for what scrolls by itself. Runs in the page. */
function overflowing(): string | undefined {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return undefined
  const holder = (one: Element) =>
    one instanceof HTMLElement && getComputedStyle(one).position === 'absolute'
      ? one.offsetParent
      : one.parentElement
  const isHeld = (one: Element): boolean => {
    const by = holder(one)
    return by !== null && (getComputedStyle(by).overflowX !== 'visible' || isHeld(by))
  }
  const culprits = [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > width + 0.5 && !isHeld(one))
    .slice(-3)
    .map((one) => `${one.tagName.toLowerCase()}.${one.className.toString().replaceAll(' ', '.')}`)
  return `${document.documentElement.scrollWidth} px (${culprits.join(', ')})`
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PartyId } from '@entente/accord'
import threats from '../../../../../docs/security/threats.md?raw'
import { ALARM_KINDS } from '../../../../node/src/alarms/api.ts'
import { alarmsView } from '../../../../node/src/alarms/view.ts'
import { alarmsQuery } from '../../api/queries.ts'
import { PreferencesProvider } from '../../frame/preferences.tsx'
import { loadCatalogue } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { AlarmsPage } from './alarms.tsx'

const BIRCH = 'XB' as PartyId
const kept = ALARM_KINDS.map((kind, at) => ({
  id: String(at).padStart(64, '0'),
  kind,
  code: `some.code-${at}`,
  party: BIRCH,
  firstSeen: '2026-11-26T10:00:00Z',
  lastSeen: '2026-11-26T10:00:00Z',
  times: 1,
  message: `expected this, got that ${at}`,
  evidence: { note: `a proof ${at}` },
}))
const view = alarmsView({ list: () => kept }, [])

/** The page as it is drawn for a person of this language. */
async function drawn(locale: Locale): Promise<string> {
  vi.stubGlobal('localStorage', { getItem: () => locale })
  const client = new QueryClient()
  client.setQueryData(alarmsQuery.queryKey, view)
  client.setQueryData<unknown>(['me'], { node: { party: 'XA', name: 'Alder' } })
  const page = createElement(
    PreferencesProvider,
    { first: await loadCatalogue(locale) },
    createElement(QueryClientProvider, { client }, createElement(AlarmsPage)),
  )
  return renderToStaticMarkup(page).replaceAll('&#x27;', "'").replaceAll('&quot;', '"')
}
afterEach(() => vi.unstubAllGlobals())

/** What the threat table says that people are shown, by row. */
const rows = threats
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split(' | '))
const named = [
  ...new Set(
    rows.flatMap((cells) =>
      [...cells.at(-1)!.matchAll(/`([a-z]+-[a-z-]+|flood|accused)`/g)].map(([, kind = '']) => kind),
    ),
  ),
]

describe('the page of alarms', () => {
  it('has every kind of alarm that the 23 rows of the threat table raise', () => {
    expect(rows).toHaveLength(23)
    expect(named.length).toBeGreaterThan(15)
    const strange = named.filter((kind) => !ALARM_KINDS.some((one) => one === kind))
    expect(strange).toEqual([])
  })

  it.each(['en', 'es'] as const)(
    'shows each kind in %s: what it is, and what to do',
    async (locale) => {
      const page = await drawn(locale)
      for (const { kind, says, next, code, message } of view.alarms) {
        const missing = [says[locale], next[locale], code, message].filter(
          (one) => !page.includes(one),
        )
        expect([kind, missing]).toEqual([kind, []])
      }
    },
  )

  it('says each kind in words of its own, and otherwise in Spanish than in English', () => {
    for (const locale of ['en', 'es'] as const)
      expect(new Set(view.alarms.map(({ says }) => says[locale])).size).toBe(ALARM_KINDS.length)
    for (const { kind, says, next } of view.alarms) {
      expect([kind, says.en]).not.toEqual([kind, says.es])
      expect([kind, next.en]).not.toEqual([kind, next.es])
      expect(next.en.length).toBeGreaterThan(20)
    }
  })
})

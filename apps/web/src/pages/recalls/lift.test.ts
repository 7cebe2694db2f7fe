import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { describe, expect, it } from 'vitest'
import type { ObjectRecall } from '../../../../node/src/api.ts'
import { meQuery } from '../../api/queries.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { Besides } from '../sharing/who-sees.tsx'
import { Lift } from './lift.tsx'

const CATALOGUES = { en, es }
const ASKED = { by: 'ana', at: '2026-11-27T00:00:00.000Z', because: 'it was right' }
const recall = (said: Partial<ObjectRecall>): ObjectRecall => ({
  number: 3,
  id: 'indicator--0b0c0d0e-0000-4000-8000-000000000001',
  name: 'Quiet Modem',
  at: '2026-11-26T00:00:00.000Z',
  by: 'ana',
  because: 'it was wrong',
  revoked: false,
  counts: { outstanding: 0, told: 0, confirmed: 0, unreachable: 0 },
  holders: [],
  ...said,
})

/** What a person reads, without the tags. */
function readBy(lang: 'en' | 'es', person: string, element: ReturnType<typeof createElement>) {
  const queries = new QueryClient()
  queries.setQueryData(meQuery.queryKey, { person: { id: person } } as never)
  const intl = { locale: lang, messages: CATALOGUES[lang], onError: failed }
  const html = renderToStaticMarkup(
    createElement(
      IntlProvider,
      intl,
      createElement(QueryClientProvider, { client: queries }, element),
    ),
  )
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
const failed = (error: Error) => {
  throw error
}

describe.each([
  {
    lang: 'en' as const,
    two: 'It takes two persons: you ask, and another of this node lets it go.',
    again: 'It may leave again as its marking lets it',
    gone: 'Whoever had it and took it away is not told',
    last: 'goes on having the version that says that it is revoked: by STIX that one is the last.',
    anew: 'issue what it says as a new object, under another id',
    waits: 'Another person of this node has to let it go.',
    ask: 'Ask to let it go again',
    act: 'Let it go again',
    also: 'And also: It was called back',
  },
  {
    lang: 'es' as const,
    two: 'Hacen falta dos personas: usted lo pide y otra de este nodo lo permite.',
    again: 'Puede volver a salir como permite su marca',
    gone: 'no se le avisa',
    last: 'según STIX, esa es la última.',
    anew: 'como objeto nuevo, con otro id',
    waits: 'Lo tiene que permitir otra persona de este nodo.',
    ask: 'Pedir que se vuelva a permitir',
    act: 'Volver a permitirlo',
    also: 'Y además: Se retiró; nadie ha vuelto a permitirlo.',
  },
])('whoever lets go what was called back reads, in $lang,', ({ lang, ...words }) => {
  const reads = (person: string, said: Partial<ObjectRecall>) =>
    readBy(lang, person, createElement(Lift, { recall: recall(said) }))

  it('that two have to, what it does, and whom it does not reach', () => {
    const text = reads('ana', {})
    for (const said of [words.ask, 'Quiet Modem', words.two, words.again, words.gone])
      expect(text).toContain(said)
    expect(text).not.toContain(words.last)
  })
  it('that of an own object the revoked version is the last, and what to do then', () => {
    const text = reads('ana', { revoked: true })
    for (const said of [words.again, words.last, words.anew]) expect(text).toContain(said)
    expect(text).not.toContain(words.gone)
  })
  it('as who asked, that another has to; as another, who asked and why, and nothing of asking', () => {
    const mine = reads('ana', { asked: ASKED })
    expect(mine).toContain(words.waits)
    expect(mine).not.toContain(words.again)
    const theirs = reads('ben', { asked: ASKED })
    for (const said of [words.act, 'ana', ASKED.because, words.again])
      expect(theirs).toContain(said)
    expect(theirs).not.toContain(words.two)
    expect(theirs).not.toContain(words.waits)
  })
  it('where a thing stays, every reason besides the first', () => {
    const also = [{ code: 'object.recalled' as const, because: 'recalled by ana' }]
    const text = readBy(lang, 'ana', createElement(Besides, { also }))
    for (const said of [words.also, 'recalled by ana']) expect(text).toContain(said)
  })
})

import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { onError } from '../platform/http/problem.ts'
import type { LintView } from './api.ts'
import { languageRoutes } from './routes.ts'

const app = new Hono()
app.onError(onError(() => undefined))
app.route('/', languageRoutes())

const post = (body: string) =>
  app.request('/api/v1/lint', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
const read = async (text: string, language = 'en') =>
  (await (await post(JSON.stringify({ text, language }))).json()) as LintView

describe('a text that a person gives to its node', () => {
  it('is read as English: a heavy word without its provision is found where it stands', async () => {
    const text = 'The members note an act of aggression.'
    const { findings } = await read(text)
    const heavy = findings.find(({ code }) => code === 'weight.unsupported')
    expect(heavy?.found).toBe('act of aggression')
    expect(heavy?.span).toMatchObject({ line: 1, column: 21, offset: 20, length: 17 })
    expect(heavy?.severity).not.toBe('note')
    expect(heavy?.message.es).not.toBe('')
  })

  it('is read as Spanish where it is said to be', async () => {
    const text = 'Los miembros señalan un acto de agresión.'
    const heavyIn = async (language: string) =>
      (await read(text, language)).findings.filter(({ code }) => code === 'weight.unsupported')
    expect((await heavyIn('es')).map(({ found }) => found)).toEqual(['acto de agresión'])
    expect(await heavyIn('en')).toEqual([])
  })

  it('without anything to say of it gets no finding', async () => {
    expect(await read('The table is green.')).toEqual({ findings: [], count: 0 })
  })

  it('is refused where it is too long, in another language, or has anything besides', async () => {
    const text = 'a'.repeat(64_001)
    for (const body of [
      { text, language: 'en' },
      { text: 'a', language: 'fr' },
      { text: 'a' },
      { text: 'a', language: 'en', to: 'https://elsewhere.example' },
    ])
      expect((await post(JSON.stringify(body))).status).toBeGreaterThanOrEqual(400)
    expect((await post('{')).status).toBe(400)
    expect((await post(JSON.stringify({ text, more: 'a'.repeat(600_000) }))).status).toBe(413)
  })

  it('that is wrong everywhere gets the first thousand findings and the number of all', async () => {
    const { findings, count } = await read('cyber war. '.repeat(3_000))
    expect(findings).toHaveLength(1_000)
    expect(count).toBeGreaterThanOrEqual(3_000)
  })
})

import { describe, expect, it } from 'vitest'
import { validateObject } from './validate.ts'

const UUID = '0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
const DATES = { created: '2026-11-02T09:00:00.000Z', modified: '2026-11-02T09:00:00.000Z' }
/** Nearly as much as one object may have. */
const LONG = 15_000_000

describe('a text of megabytes', () => {
  const of = (type: string, more: object) => ({
    type,
    spec_version: '2.1',
    id: `${type}--${UUID}`,
    ...more,
  })
  const referring = (external_id: string) => ({
    ...DATES,
    name: 'a',
    external_references: [{ source_name: 'cve', external_id }],
  })

  it.each([
    ['a URL of letters', 'url', { value: `http:${'a'.repeat(LONG)}` }, []],
    ['a URL of signs as numbers', 'url', { value: `http:${'%aa'.repeat(LONG / 3)}` }, []],
    ['a URL that breaks off', 'url', { value: `http:${'a'.repeat(LONG)}%a` }, ['6.15']],
    ['a mailbox', 'email-addr', { value: `"${'a'.repeat(LONG)}"@alder.example` }, ['6.5']],
    ['an id of CVE', 'campaign', referring(`CVE-2026-${'1'.repeat(LONG)}`), ['4.19']],
  ])('is looked at as every other: %s', (_, type, more, sections) => {
    const findings = validateObject(of(type, more), { advice: false })
    expect(findings.map(({ section }) => section)).toEqual(sections)
  })
})

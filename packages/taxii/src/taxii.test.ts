import { describe, expect, it } from 'vitest'
import { acceptsTaxii, envelope, TAXII_MEDIA_TYPE } from './index.ts'

describe('an Accept header', () => {
  it.each([
    TAXII_MEDIA_TYPE,
    'application/taxii+json',
    'application/taxii+json; version=2.1',
    'text/html, application/taxii+json;version=2.1;q=0.5',
    '*/*',
    'application/*;q=0.1',
  ])('%s takes TAXII 2.1', (accept) => {
    expect(acceptsTaxii(accept)).toBe(true)
  })
  it.each([
    'application/taxii+json;version=2.0',
    'application/json',
    'application/taxii+json;version=2.1;q=0',
    '',
  ])('%s does not', (accept) => {
    expect(acceptsTaxii(accept)).toBe(false)
  })
})

describe('an envelope', () => {
  it('keeps the bytes of its objects', () => {
    const object = '{"type":"x-note",  "n":1.0}'
    expect(envelope([object, object])).toBe(`{"objects":[${object},${object}]}`)
  })
  it('says that there is more only with where to go on', () => {
    expect(JSON.parse(envelope(['{}'], { next: '"2' }))).toEqual({
      more: true,
      next: '"2',
      objects: [{}],
    })
  })
  it('has no objects where there are none', () => {
    expect(envelope([])).toBe('{}')
  })
})

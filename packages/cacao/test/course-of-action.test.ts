import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { validateObject } from '@entente/stix'
import { fromCourseOfAction, readPlaybook, signPlaybook, toCourseOfAction } from '../src/index.ts'
import { ALDER_ISOLATE, bytesOf } from './playbook.ts'

const carried = (value: unknown) => {
  const bytes = bytesOf(value)
  return toCourseOfAction(readPlaybook(bytes), bytes)
}

describe('a playbook in STIX', () => {
  it('is a course of action that conforms, with the same UUID, instants and label', () => {
    const object = carried(ALDER_ISOLATE)
    expect(validateObject(object)).toEqual([])
    expect(object).toMatchObject({
      id: 'course-of-action--5f0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
      created_by_ref: ALDER_ISOLATE.created_by,
      created: ALDER_ISOLATE.created,
      modified: ALDER_ISOLATE.modified,
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    })
  })

  it('comes out byte for byte as it went in', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(ALDER_ISOLATE, null, 2))
    const back = fromCourseOfAction(toCourseOfAction(readPlaybook(bytes), bytes))
    expect(back?.bytes).toEqual(bytes)
    expect(back?.playbook.value).toEqual(ALDER_ISOLATE)
  })

  it('is a later version once it was signed', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signed = await signPlaybook(readPlaybook(bytesOf(ALDER_ISOLATE)), {
      id: 'jss--1e8c9d0a-2b3c-4d5e-8f60-718293a4b5c6',
      created: '2026-11-24T09:00:00.000Z',
      signee: 'Alder',
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      sign: (message) => sign(null, message, privateKey),
    })
    const object = carried(signed)
    expect([object['id'], object['modified']]).toEqual([
      'course-of-action--5f0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
      '2026-11-24T09:00:00.000Z',
    ])
  })

  it('keeps a marking that nobody here understands as one that nobody knows', () => {
    const statement = 'marking-statement--d81f86b9-975b-4c0b-875e-810c5ad45a4f'
    expect(carried({ ...ALDER_ISOLATE, markings: [statement, 7] })['object_marking_refs']).toEqual([
      'marking-definition--d81f86b9-975b-4c0b-875e-810c5ad45a4f',
      'marking-definition--00000000-0000-4000-8000-000000000000',
    ])
  })

  it('is none in a course of action without one', () => {
    expect(fromCourseOfAction({ type: 'course-of-action' })).toBeUndefined()
  })
})

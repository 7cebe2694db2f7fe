import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { toUtf8 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charter } from '../../../tools/vectors-case.ts'
import { attachedPlay, attachedState } from '../../../tools/vectors-attached.ts'
import { Act } from '../src/act.ts'
import { attachedBy } from '../src/attached-by.ts'
import { MOST_ATTACHMENT_BYTES } from '../src/attachment.ts'
import { verifyBundle } from '../src/verify-bundle.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../../spec/vectors/${path}`, import.meta.url), 'utf8')
const verify = (path: string) => verifyBundle(read(path), { charterId: charter.id, crypto })
const certificateOf = (told: ReturnType<typeof attachedPlay>) => {
  const state = attachedState(told)
  const [version] = state.steps[0]!.versions
  return { standing: version!.standing, void: state.void.map(({ code }) => code) }
}

describe('a certificate whose notes are attached', () => {
  it('proves what it would prove with its notes in itself', () => {
    expect(certificateOf(attachedPlay())).toEqual({ standing: 'stands', void: [] })
    expect(verify('bundle/attached.json').state.steps[0]?.versions[0]?.standing).toBe('stands')
  })
  const bad = JSON.parse(read('bad-attached/list.json')) as {
    tampered: { file: string; what: string; code: string }[]
  }
  test.each(bad.tampered)('is refused where $what', ({ file, code }) => {
    expect(() => verify(`bad-attached/${file}`)).toThrow(expect.objectContaining({ code }))
  })
  it.each([
    ['that is no JSON', () => toUtf8('{')],
    ['in another form', (bytes: Uint8Array) => toUtf8(` ${new TextDecoder().decode(bytes)}`)],
    ['that is no object of notes', () => toUtf8('{"closings":{"XA":[]}}')],
    ['with a field more', () => toUtf8('{"closings":{},"more":1}')],
    ['that is too long', () => toUtf8(`"${'x'.repeat(MOST_ATTACHMENT_BYTES)}"`)],
  ])('is void with an attachment %s', (_, notes) => {
    expect(certificateOf(attachedPlay(notes))).toEqual({
      standing: 'open',
      void: ['attachment.malformed'],
    })
  })
  it('is named by its entry, whether or not that counts; other entries name none', () => {
    const { strands, id } = attachedPlay()
    expect(strands.CO.entries.map((entry) => attachedBy(entry))).toEqual([undefined, undefined, id])
    expect(attachedBy(toUtf8('no entry'))).toBeUndefined()
  })
  it('has its notes in one place, in the act or attached', () => {
    const told = attachedPlay()
    const [, attachment] = [...told.attachments][0]!
    const notes = JSON.parse(new TextDecoder().decode(attachment)) as object
    const entry = JSON.parse(new TextDecoder().decode(told.strands.CO.entries.at(-1))) as {
      payload: string
    }
    const said = JSON.parse(Buffer.from(entry.payload, 'base64').toString()) as {
      attached?: string
    }
    const { attached: _none, ...without } = said
    expect(Act.safeParse(said).success).toBe(true)
    expect(Act.safeParse({ ...without, ...notes }).success).toBe(true)
    expect(Act.safeParse({ ...said, ...notes }).success).toBe(false)
    expect(Act.safeParse(without).success).toBe(false)
    expect(Act.safeParse({ ...said, early: {} }).success).toBe(false)
  })
})

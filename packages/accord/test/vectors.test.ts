import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { vectorFiles } from '../../../tools/vectors.ts'
import { KIND_NAMES } from '../src/act.ts'
import { parseCharter } from '../src/parse-charter.ts'
import { createStrandReader } from '../src/strand.ts'
import type { PartyId } from '../src/id.ts'
import type { Examples } from '../../../tools/vectors-example.ts'

const VECTORS = new URL('../../../spec/vectors/', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, VECTORS), 'utf8')
const read = <T>(path: string) => JSON.parse(textOf(path)) as T

const { id, charter: bytes } = read<{ id: string; charter: string }>('acts/charter.json')
const charter = parseCharter(fromBase64(bytes), crypto)

describe('the vectors', () => {
  it.each([...vectorFiles()])('%s is what its script writes', (path, text) => {
    expect(textOf(path)).toBe(text)
  })
  it('have a charter whose id is the hash of its bytes', () => {
    expect(charter.id).toBe(id)
  })
})

describe.each([...KIND_NAMES, 'entry', 'custody', 'second', 'second-given'])(
  'an act of kind %s',
  (kind) => {
    const { examples, charter: other } = read<Examples>(`acts/${kind}.json`)
    const own = other === undefined ? charter : parseCharter(fromBase64(other), crypto)

    it('has good examples and bad ones', () => {
      const good = examples.filter(({ verdict }) => verdict === 'counts')
      expect(examples.length - good.length).toBeGreaterThan(1)
      if (kind !== 'entry') expect(good.length).toBeGreaterThan(0)
    })

    it.each(examples)('$name: $why', ({ party, before, entry, verdict, payload }) => {
      const reader = createStrandReader(own, party as PartyId, crypto)
      for (const earlier of before)
        expect(reader.append(fromBase64(earlier))).not.toHaveProperty('void')
      const size = reader.tree.size
      if (verdict !== 'counts' && 'refused' in verdict) {
        expect(() => reader.append(fromBase64(entry))).toThrow(
          expect.objectContaining({
            name: 'AccordError',
            code: verdict.refused,
            place: { party, index: size },
          }),
        )
        // What is refused is not taken in.
        expect(reader.tree.size).toBe(size)
        return
      }
      const logged = reader.append(fromBase64(entry))
      expect(logged.void?.code ?? 'counts').toBe(verdict === 'counts' ? 'counts' : verdict.void)
      expect(reader.tree.size).toBe(size + 1)
      if (verdict === 'counts') expect(logged.act).toEqual(payload)
    })
  },
)

describe('spec/act.md', () => {
  const page = readFileSync(new URL('../../../spec/act.md', import.meta.url), 'utf8')

  it.each(KIND_NAMES)('has a section on %s', (kind) => {
    expect(page).toContain(`### \`${kind}\``)
  })
  const shown = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
    ([, text = '']) => JSON.parse(text) as { kind: string },
  )
  it('has an example of every kind but declare, whose notes are long', () => {
    expect(shown.map(({ kind }) => kind)).toEqual(KIND_NAMES.filter((kind) => kind !== 'declare'))
  })
  it.each(shown)('shows a $kind that is a vector and counts', (payload) => {
    const { examples } = read<Examples>(`acts/${payload.kind}.json`)
    const good = examples.filter(({ verdict }) => verdict === 'counts')
    expect(good.map((example) => example.payload)).toContainEqual(payload)
  })
})

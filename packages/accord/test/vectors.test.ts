import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { vectorFiles } from '../../../tools/vectors.ts'
import { parseCharter } from '../src/parse-charter.ts'
import { createStrandReader } from '../src/strand.ts'
import type { PartyId } from '../src/id.ts'
import type { EffectVectors } from '../../../tools/vectors-effect.ts'
import type { Examples } from '../../../tools/vectors-example.ts'
import { Act, KIND_NAMES, kindOf, type Kind } from '../src/act.ts'

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

const OF_ANY_KIND = ['entry', 'custody', 'public', 'second', 'second-given', 'root', 'copy']

describe.each([...KIND_NAMES, ...OF_ANY_KIND])('an act of kind %s', (kind) => {
  const { examples, entries, charter: other } = read<Examples>(`acts/${kind}.json`)
  const own = other === undefined ? charter : parseCharter(fromBase64(other), crypto)

  it('has good examples and bad ones', () => {
    const good = examples.filter(({ verdict }) => verdict === 'counts')
    expect(examples.length - good.length).toBeGreaterThan(1)
    if (kind !== 'entry') expect(good.length).toBeGreaterThan(0)
  })

  it.each(examples)('$name: $why', (one) => {
    const { party, before, spaces, verdict, payload, charter: ours } = one
    const entry = spaces === undefined ? fromBase64(one.entry) : new Uint8Array(spaces).fill(0x20)
    const under = ours === undefined ? own : parseCharter(fromBase64(ours), crypto)
    const reader = createStrandReader(under, party as PartyId, crypto)
    for (const earlier of before)
      expect(reader.append(fromBase64(entries[earlier]!))).not.toHaveProperty('void')
    const size = reader.tree.size
    if (verdict !== 'counts' && 'refused' in verdict) {
      expect(() => reader.append(entry)).toThrow(
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
    const logged = reader.append(entry)
    expect(logged.void?.code ?? 'counts').toBe(verdict === 'counts' ? 'counts' : verdict.void)
    expect(reader.tree.size).toBe(size + 1)
    if (verdict === 'counts') expect(logged.act).toEqual(payload)
  })
})

/** Kinds that refer to no act, each with the reason; all others have an example of a reference that does not hold. */
const WITHOUT_REFERENCES: Partial<Record<Kind, string>> = {
  'keys-add': 'it gives a key that stood nowhere before',
  'keys-root': 'what it answers is a commitment of the charter, and no act',
  accuse: 'it carries its proof, and names a party',
  join: 'it is about the case',
  leave: 'it is about the case',
  objective: 'its goal is a name of the party’s own',
  call: 'it names a step, and may come before the text',
  notice: 'it names a step, and may come before the text',
  'incident-report': 'its incident is a name of the operator’s own',
  sighting: 'it names a STIX object',
  'self-assessment': 'it is about a regime',
}
/** Kinds whose reference is judged at their place, by the code that the examples in `acts` have for it. */
const JUDGED_AT_ITS_PLACE: Partial<Record<Kind, string>> = {
  'keys-revoke': 'key.unknown',
  disavow: 'disavow.unknown',
}

describe.each(KIND_NAMES)('the vectors of the kind %s', (kind) => {
  const { examples } = read<Examples>(`acts/${kind}.json`)
  const voids = examples.flatMap(({ verdict }) =>
    verdict !== 'counts' && 'void' in verdict ? [verdict.void] : [],
  )
  const effects = readdirSync(new URL('effect/', VECTORS))
    .flatMap((file) => read<EffectVectors>(`effect/${file}`).records)
    .filter((one) => one.kind === kind)

  it('have one that was signed by who may not', () => {
    expect(voids).toContain('act.not-competent')
  })
  it('have one that changes the state, and say what it changes', () => {
    const changing = effects.filter(({ reference, changes }) => !reference && changes.length > 0)
    expect(changing.length).toBeGreaterThan(0)
  })
  it('have one whose reference does not hold, where the kind has references', () => {
    const code = JUDGED_AT_ITS_PLACE[kind]
    const hasOne = code ? voids.includes(code) : effects.some(({ reference }) => reference)
    expect(hasOne).toBe(WITHOUT_REFERENCES[kind] === undefined)
  })
})

describe('a kind that is said to refer to nothing', () => {
  const said = KIND_NAMES.filter((kind) => WITHOUT_REFERENCES[kind] !== undefined)
  it.each(said)('names no act: %s', (kind) => {
    const { examples } = read<Examples>(`acts/${kind}.json`)
    for (const { verdict, payload } of examples) {
      if (verdict !== 'counts') continue
      const act = Act.parse(payload)
      expect(kindOf(act).refersTo(act)).toEqual([])
    }
  })
})

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

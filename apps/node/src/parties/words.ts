import type { IdTold } from '../api.ts'
import { PartiesError } from './error.ts'

/**
 * One word per byte, in the order of the alphabet. Each is spelt alike in English and in Spanish,
 * begins with four letters of its own, and differs from every other in at least three letters.
 */
const WORDS = `
  actor adorable aerosol alcohol alfalfa alias alpaca amateur ancestral angular animal
  anterior apache arena armada astral aura bacteria balance ballet banal bandana base beige
  bingo bipolar blog bolero brandy bravo brutal bungalow burro cable cacao cactus candor
  capital casino casual caviar celestial central cereal chalet chef chocolate circular civil
  clan clerical coaxial cobra collage color combo conductor convoy corporal cosmos coyote
  credo criminal crisis crucial cruel cultural debate decimal delta detective diagonal digital
  diploma director disco diva dorsal drama dual editor elector elemental embargo enigma
  epidermis episcopal error escape espresso extra familiar favor federal festival feudal
  fiesta filial flamenco flash flora fluvial focal folio fraternal frontal funicular gala
  garage gaucho genial glacial glamour global gluten granular gratis guano habitual hangar
  hexagonal hobby hockey horrible hospital hotel humor iceberg idea imperial impostor informal
  inspector integral inventor iris irregular jaguar jazz jeep jersey jovial judo junta karma
  kayak kilo lateral laurel legal legible lunar magnolia malaria maraca matador medieval
  melodrama memorable mesa mineral miserable mohair monitor municipal musical nadir nominal
  nostalgia notable numeral oboe ocular orbital orca origami paella pagoda palpable pampa
  panorama papaya paprika parasol patio pectoral peculiar perfume persona petunia pizza
  placebo plasma plausible plural poncho postal principal probable quinoa quorum radial rifle
  ritual rodeo romance rugby safari saliva sherpa similar simple sombrero sonata soprano
  status suave sublime subtotal superior sushi tabasco tapioca tarot taxi tempo tenor tequila
  terminal tiara titular tofu tornado torso tribunal trivial tropical tsunami tundra variable
  vegetal verbena vertical veto vigor villa viral visible vodka vulgar wasabi whisky yoga
  zigzag zinc zombie
`
  .trim()
  .split(/\s+/)

const BYTES = new Map(WORDS.map((word, byte) => [word, byte]))

const ID = /^sha256:([0-9a-f]{64})$/

/** An id as 32 words, whole: two people read them to each other before either trusts it. */
export function toWords(id: string): readonly string[] {
  const [, hex] = ID.exec(id) ?? []
  if (hex === undefined)
    throw new PartiesError(
      'id.malformed',
      `expected sha256: and 64 hex digits, got ${id.slice(0, 80)}`,
    )
  return [...Buffer.from(hex, 'hex')].map((byte) => WORDS[byte]!)
}

/** An id for comparing: its digits, and its words. */
export const idTold = (id: string): IdTold => ({ id, words: toWords(id) })

/** An id as somebody typed it: as digits, or as its 32 words. */
export function readId(text: string): string {
  const said = text.trim().toLowerCase()
  if (ID.test(said)) return said
  const words = said.split(/[^a-z0-9:]+/).filter((word) => word !== '')
  const unknown = words.find((word) => !BYTES.has(word))
  if (unknown !== undefined || words.length !== 32)
    throw new PartiesError(
      'id.malformed',
      `expected sha256: and 64 hex digits, or the 32 words of an id, got ${unknown ?? `${words.length} words`}`,
    )
  return `sha256:${Buffer.from(words.map((word) => BYTES.get(word)!)).toString('hex')}`
}

/** The words in rows of eight, as they are printed and read out. */
export function inRows(words: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(words.length / 8) }, (_, row) =>
    words.slice(row * 8, row * 8 + 8),
  )
  return rows.map((row) => row.join(' ')).join('\n')
}

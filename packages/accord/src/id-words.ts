/**
 * One word per byte, in the order of the alphabet. Each is spelt alike in English and in Spanish,
 * begins with four letters of its own, and differs from every other in at least three letters.
 */
export const ID_WORDS: readonly string[] = `
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

/** The 32 bytes of an id, one word each: two people read them to each other before either trusts it. */
export const idWords = (bytes: Uint8Array): readonly string[] =>
  Array.from(bytes, (byte) => ID_WORDS[byte]!)

import { describe, expect, it } from 'vitest'
import { SCALES } from './scale.ts'
import { toSkos } from './skos.ts'
import { TERMS } from './terms.ts'

type Node = Readonly<Record<string, unknown>> & { readonly '@id': string; readonly '@type': string }

const BASE = 'https://entente.example/lexicon/'
const nodes = toSkos(BASE)['@graph'] as readonly Node[]
const ids = new Set(nodes.map((node) => node['@id']))
const concepts = nodes.filter((node) => node['@type'] === 'skos:Concept')

describe('the lexicon as SKOS', () => {
  it('has every term and every degree of every scale once', () => {
    const degrees = SCALES.flatMap((scale) => scale.degrees)
    expect(concepts).toHaveLength(TERMS.length + degrees.length)
    expect(ids.size).toBe(nodes.length)
  })

  it('leads nowhere within itself but to what it has', () => {
    for (const node of concepts) {
      const targets = ['inScheme', 'broader', 'narrower', 'related'].flatMap(
        (name) => node[name] ?? [],
      )
      for (const target of targets) expect(ids, node['@id']).toContain(target)
    }
  })

  it('gives each concept one name in each language, and hides no name twice', () => {
    for (const { prefLabel, hiddenLabel, ...node } of concepts) {
      const names = prefLabel as Record<string, string>
      expect(Object.keys(names), node['@id']).toEqual(['en', 'es'])
      for (const [lang, hidden] of Object.entries((hiddenLabel ?? {}) as Record<string, string[]>))
        expect(hidden.map((each) => each.toLowerCase())).not.toContain(names[lang]!.toLowerCase())
    }
  })

  it('says which values of other vocabularies a term matches', () => {
    const wiper = nodes.find((node) => node['@id'] === `${BASE}wiper`)
    expect(wiper).toMatchObject({
      broader: `${BASE}malware`,
      exactMatch: [
        'https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#malware-type-ov%3Awiper',
      ],
      relatedMatch: [
        'https://attack.mitre.org/techniques/T1485',
        'https://attack.mitre.org/techniques/T1561',
      ],
    })
  })

  it('uses no name that its context does not explain', () => {
    const context = Object.keys(toSkos(BASE)['@context'] as object)
    for (const node of nodes)
      for (const name of Object.keys(node))
        if (!name.startsWith('@')) expect(context).toContain(name)
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(toSkos(BASE)))).toEqual(toSkos(BASE))
  })
})

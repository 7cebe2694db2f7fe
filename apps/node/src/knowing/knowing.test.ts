import { createReadStream, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, DATE, identity, stream, uuid } from '../../test/bundles.ts'
import { TLP2 } from '../../test/markings.ts'
import { STORE_KINDS, type EmptyStore } from '../../test/stores.ts'
import { sharedPath } from '../../../../tools/shared.ts'
import {
  findObjects,
  importBundle,
  intelligenceStore,
  type IntelligenceStore,
} from '../intelligence/index.ts'
import { intelligenceMigrations } from '../intelligence/object-store.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { createKnowing } from './index.ts'

const clock = { now: () => Date.UTC(2026, 10, 25) }
const dated = { spec_version: '2.1', created: DATE, modified: DATE }
const sdo = (type: string, word: string, more: object = {}) => ({
  type,
  ...dated,
  id: `${type}--${uuid(word)}`,
  name: word,
  ...more,
})
const tie = (kind: string, from: { id: string }, to: { id: string }, more: object = {}) => ({
  type: 'relationship',
  ...dated,
  id: `relationship--${uuid(`${from.id} ${kind} ${to.id}`)}`,
  relationship_type: kind,
  source_ref: from.id,
  target_ref: to.id,
  ...more,
})
const address = (value: string) => ({
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: `ipv4-addr--${uuid(value)}`,
  value,
})
const indicator = (word: string, pattern: string, more: object = {}) =>
  sdo('indicator', word, { pattern, pattern_type: 'stix', valid_from: DATE, ...more })
const technique = (id: string, phase: string) =>
  sdo('attack-pattern', `Technique ${id}`, {
    kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: phase }],
    external_references: [{ source_name: 'mitre-attack', external_id: id }],
  })

const [phishing, wiping, scanning] = [
  technique('T9001', 'initial-access'),
  technique('T9002', 'impact'),
  technique('T9003', 'reconnaissance'),
]
const bear = sdo('intrusion-set', 'Quiet Bear', { aliases: ['QB-7', 'The "bear" OR (', '…'] })
const other = sdo('threat-actor', 'qb 7', { threat_actor_types: ['nation-state'] })
const wiper = sdo('malware', 'Salt Wiper', { is_family: true })
const tool = sdo('malware', 'Sugar Wiper', { is_family: true })
const ip = address('198.51.100.7')
const blocked = indicator('Blocked', "[ipv4-addr:value = '198.51.100.7']")
const longer = indicator('Longer', "[ipv4-addr:value = '198.51.100.70']")
const secret = indicator('Secret', "[ipv4-addr:value = '198.51.100.7']", {
  object_marking_refs: [TLP2.red],
})
const flaw = sdo('vulnerability', 'CVE-2023-4966', {
  external_references: [{ source_name: 'cve', external_id: 'CVE-2023-4966' }],
})
const report = sdo('report', 'What was seen', {
  published: DATE,
  object_refs: [wiper.id, flaw.id],
  external_references: [{ source_name: 'CVE', external_id: 'cve-2023-4966' }],
})
const tactic = (phase: string, name: string) =>
  sdo('x-mitre-tactic', name, { x_mitre_shortname: phase })
const [entry, impact] = [tactic('initial-access', 'Initial Access'), tactic('impact', 'Impact')]
const matrix = sdo('x-mitre-matrix', 'Enterprise', { tactic_refs: [entry.id, impact.id] })
const SMALL = bundle(
  phishing,
  wiping,
  scanning,
  bear,
  other,
  wiper,
  tool,
  ip,
  blocked,
  longer,
  secret,
  flaw,
  report,
  impact,
  entry,
  matrix,
  identity('CERT'),
  tie('uses', wiper, phishing),
  tie('uses', wiper, wiping),
  tie('uses', tool, wiping),
  tie('uses', tool, scanning),
  tie('uses', bear, wiper),
  tie('mitigates', identity('CERT'), wiping),
  tie('indicates', blocked, wiper),
)

describe.each(STORE_KINDS)('what is held in $name, seen together', (kind) => {
  let place: EmptyStore
  let database: Database
  let store: IntelligenceStore
  const knowing = (red = false) => createKnowing(store, { red, clock })
  /** A node that holds these objects and nothing else. */
  const holding = async (...objects: Parameters<typeof bundle>) => {
    const empty = await kind.empty()
    const opened = await empty.open(intelligenceMigrations)
    const held = intelligenceStore(opened)
    await importBundle(held, stream(bundle(...objects)), { name: 'these.json', clock })
    return {
      knowing: createKnowing(held, { red: false, clock }),
      [Symbol.asyncDispose]: async () => {
        await opened.close()
        await empty[Symbol.asyncDispose]()
      },
    }
  }
  beforeAll(async () => {
    place = await kind.empty()
    database = await place.open(intelligenceMigrations)
    store = intelligenceStore(database)
    await importBundle(store, stream(SMALL), { name: 'small.json', clock })
  })
  afterAll(async () => {
    await database.close()
    await place[Symbol.asyncDispose]()
  })

  test('a value is found again as itself, and no longer one that begins so', async () => {
    const { values } = (await knowing().hints(ip.id))!
    expect(values).toEqual([
      {
        kind: 'ipv4-addr',
        value: '198.51.100.7',
        objects: [{ id: blocked.id, type: 'indicator', name: 'Blocked', held: true }],
        count: 1,
      },
    ])
    const all = (await knowing(true).hints(ip.id))!.values[0]!
    expect([all.count, all.objects.map(({ id }) => id).toSorted()]).toEqual([
      2,
      [blocked.id, secret.id].toSorted(),
    ])
  })

  test('a value of more objects than are looked at is told as the least number', async () => {
    const many = Array.from({ length: 230 }, (_, at) =>
      indicator(`Common ${at}`, "[domain-name:value = 'common.example']"),
    )
    await importBundle(store, stream(bundle(...many)), { name: 'many.json', clock })
    const { values } = (await knowing().hints(many[0]!.id))!
    expect(values).toMatchObject([{ value: 'common.example', capped: true }])
    expect(values[0]!.count).toBeLessThan(229)
    expect((await knowing(true).hints(ip.id))!.values[0]).not.toHaveProperty('capped')
  })

  test('an entry of an outside source is one whatever its letters', async () => {
    const { references } = (await knowing().hints(flaw.id))!
    expect(references).toEqual([
      expect.objectContaining({ source: 'cve', id: 'CVE-2023-4966', count: 1 }),
    ])
    expect(references[0]!.objects[0]!.id).toBe(report.id)
  })

  test('who may be one by their names is told, and nothing is merged', async () => {
    const { aliases } = (await knowing().hints(bear.id))!
    expect(aliases).toEqual([
      expect.objectContaining({
        name: 'QB-7',
        count: 1,
        objects: [expect.objectContaining({ id: other.id })],
      }),
    ])
    expect((await store.held([bear.id, other.id])).size).toBe(2)
  })

  test('trap 5: who uses the same techniques comes with its number, and nobody is said to have done it', async () => {
    const { techniques } = (await knowing().hints(wiper.id))!
    expect(techniques).toEqual({
      count: 2,
      nearest: [
        {
          object: { id: tool.id, type: 'malware', name: 'Sugar Wiper', held: true },
          shared: 1,
          uses: 2,
          either: 3,
          overlap: 1 / 3,
        },
      ],
    })
    // A hint ties nothing together: the other is no neighbour, and nothing that is held says a word more.
    const { nodes, edges } = (await knowing().neighbourhood(wiper.id, 1))!
    expect(nodes.map(({ id }) => id)).not.toContain(tool.id)
    expect(JSON.stringify(edges)).not.toContain(tool.id)
    const { count } = await store.referrers(tool.id, { red: true, limit: 100 })
    expect(count).toBe(2)
  })

  test('trap 13: what two reports share is found again, value by value, however each writes it', async () => {
    const values = Array.from({ length: 23 }, (_, at) => `198.51.100.${at + 100}`)
    const blockedHere = [...values, '203.0.113.1'].map((value) => ({
      own: value,
      object: indicator(`Report ${value}`, `[ipv4-addr:value = '${value}']`),
    }))
    const report = bundle(...blockedHere.map(({ object }) => object))
    const lines = [...values, '203.0.113.2'].map((value) => `- ${value.replaceAll('.', '[.]')}`)
    await importBundle(store, stream(report), { name: 'one.json', clock })
    await importBundle(store, stream(lines.join('\n')), { name: 'other.txt', clock })
    const shared: string[] = []
    for (const { own, object } of blockedHere) {
      const { values: told } = (await knowing().hints(object.id))!
      for (const { value, objects } of told) {
        expect([value, objects.map(({ type }) => type)]).toEqual([own, ['ipv4-addr']])
        shared.push(value)
      }
    }
    expect(shared.toSorted()).toEqual(values.toSorted())
  })

  test('neighbours are as many steps away as there are ties between', async () => {
    const one = (await knowing().neighbourhood(bear.id, 1))!
    expect(one.edges).toEqual([{ from: bear.id, to: wiper.id, kind: 'uses' }])
    const two = (await knowing().neighbourhood(bear.id, 2))!
    expect(Object.fromEntries(two.nodes.map(({ id, steps }) => [id, steps]))).toEqual({
      [bear.id]: 0,
      [wiper.id]: 1,
      [phishing.id]: 2,
      [wiping.id]: 2,
      [blocked.id]: 2,
      [report.id]: 2,
    })
    expect(two.edges).toContainEqual({ from: report.id, to: wiper.id, kind: 'object_refs' })
  })

  test('a timeline has the dates of an object and of what is tied to it, earliest first', async () => {
    const { events } = (await knowing().timeline(blocked.id))!
    expect(events.map(({ what, object }) => `${object.type} ${what}`)).toEqual([
      'indicator valid_from',
      'indicator created',
      'relationship created',
    ])
  })

  test('a matrix has the tactics in the order of ATT&CK, and what is used outside them', async () => {
    const { tactics, elsewhere } = (await knowing().techniques({ q: 'type:malware' }))!
    expect(
      tactics.map(({ name, techniques }) => [name, techniques.map(({ id, used }) => [id, used])]),
    ).toEqual([
      ['Initial Access', [['T9001', 1]]],
      ['Impact', [['T9002', 2]]],
    ])
    expect(elsewhere).toEqual([{ ref: scanning.id, name: 'Technique T9003', used: 1 }])
    const one = (await knowing().techniques({ of: tool.id }))!
    expect(one.tactics[0]!.techniques).toEqual([expect.objectContaining({ used: 0 })])
  })

  test('a name is one with blanks, hyphens or neither', async () => {
    await using held = await holding(
      sdo('intrusion-set', 'APT28', { aliases: ['Fancy Bear'] }),
      sdo('threat-actor', 'APT 28'),
      sdo('threat-actor', 'apt-28'),
      sdo('threat-actor', 'FancyBear'),
      sdo('threat-actor', 'APT 29'),
    )
    for (const [word, type] of [
      ['APT28', 'intrusion-set'],
      ['APT 28', 'threat-actor'],
      ['apt-28', 'threat-actor'],
    ] as const) {
      const { aliases } = (await held.knowing.hints(`${type}--${uuid(word)}`))!
      expect([
        word,
        aliases
          .find(({ name }) => name === word)
          ?.objects.map(({ name }) => name)
          .toSorted(),
      ]).toEqual([word, ['APT 28', 'APT28', 'apt-28'].filter((one) => one !== word).toSorted()])
    }
    const { aliases } = (await held.knowing.hints(`threat-actor--${uuid('FancyBear')}`))!
    expect(aliases.map(({ objects }) => objects.map(({ name }) => name))).toEqual([['APT28']])
  })

  test('a timeline has instants alone, in order to their last digit', async () => {
    const thing = sdo('x-thing', 'thing', {
      first_seen: 'soon',
      last_seen: '2026-01-02T00:00:00.0002Z',
      published: '2026-01-02T00:00:00.0001Z',
      start_time: 'never',
      stop_time: '2025-01-01T00:00:00Z',
    })
    await using held = await holding(thing)
    const { events } = (await held.knowing.timeline(thing.id))!
    expect(events.map(({ what }) => what)).toEqual([
      'stop_time',
      'published',
      'last_seen',
      'created',
    ])
  })

  test('what is cut off is said to be: a timeline of very many, and a matrix of more than are looked at', async () => {
    const notes = Array.from({ length: 2_001 }, (_, at) =>
      sdo('note', `note ${at}`, { content: 'x', object_refs: [wiper.id] }),
    )
    await using held = await holding(wiper, phishing, tie('uses', wiper, phishing), ...notes)
    expect(await held.knowing.timeline(wiper.id)).toHaveProperty('capped', true)
    expect(await held.knowing.timeline(notes[0]!.id)).not.toHaveProperty('capped')
    const all = await held.knowing.techniques({ q: '' })
    expect(all).toMatchObject({ objects: 500, capped: true })
    expect(await held.knowing.techniques({ q: 'type:malware' })).not.toHaveProperty('capped')
  })

  test('techniques of what is not held, or not for this person, are not counted as those of an object', async () => {
    const red = sdo('malware', 'Red', { is_family: true, object_marking_refs: [TLP2.red] })
    await using held = await holding(red, phishing, tie('uses', red, phishing))
    expect(await held.knowing.techniques({ of: red.id })).toBeUndefined()
    expect(await held.knowing.techniques({ of: `malware--${uuid('nobody')}` })).toBeUndefined()
  })

  test('what is TLP:RED is not there for whom it is withheld, in no answer', async () => {
    expect(await knowing().hints(secret.id)).toBeUndefined()
    expect(await knowing().timeline(secret.id)).toBeUndefined()
    const seen = [
      await knowing().hints(ip.id),
      await knowing().neighbourhood(wiper.id, 3),
      await knowing().techniques({ q: '' }),
    ]
    expect(JSON.stringify(seen)).not.toContain(secret.id)
  })
})

const attack = sharedPath('data/mitre-attack')
const flows = sharedPath('data/attack-flow/stix21')
describe.skipIf(attack === undefined || flows === undefined)(
  'over ATT&CK and described attacks',
  { timeout: 120_000 },
  () => {
    test('trap 5: who uses the same techniques is a hint with its number: a flow of one malware finds that, the flow of a crime finds a State’s group', async () => {
      await using database = await openDatabase(':memory:', intelligenceMigrations)
      const store = intelligenceStore(database)
      const take = (file: string) => {
        const bytes = createReadStream(file)
        const content = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
        return importBundle(store, content, { name: basename(file), clock })
      }
      for (const file of globSync(`${attack}/enterprise-*-core-*.gz`)) await take(file)
      for (const name of ['Maastricht_University_Ransomware', 'Shamoon', 'WhisperGate'])
        await take(`${flows}/${name}.json`)
      const { hints } = createKnowing(store, { red: true, clock })
      const nearestTo = async (name: string) => {
        const { objects } = await findObjects(store, {
          q: `type:attack-flow "${name}"`,
          limit: 1,
          red: true,
          clock,
        })
        const { count, nearest } = (await hints(objects[0]!.id))!.techniques
        const { object, shared, either, overlap } = nearest[0]!
        expect(overlap).toBe(shared / either)
        return [count, object.name, shared, either]
      }
      // As the list of traps has it: Maastricht’s flow is nearest to PLATINUM, which nobody says did it.
      expect(await nearestTo('Maastricht')).toEqual([15, 'PLATINUM', 6, 20])
      expect(await nearestTo('Shamoon')).toEqual([15, 'Shamoon', 10, 29])
      expect(await nearestTo('WhisperGate')).toEqual([16, 'WhisperGate', 9, 35])
    })
  },
)

const data = sharedPath('data')
const POISON_IVY = 'oasis-stix21-examples/poisonivy.json'
const CISA_KEV = 'known-exploited/cisa-kev/known_exploited_vulnerabilities.json'

const ABSENT =
  'those on Black Basta, Trigona, IcedID and HelloKitty are not here, nor a value of them'
describe.skipIf(data === undefined)(`trap 13: published files (${ABSENT}) have in common`, () => {
  const read = (file: string) => readFileSync(join(data!, file), 'utf8')
  const misp = (name: string) => read(`misp-events/${name}.json`)
  /** CIRCL's “Sednit update: How Fancy Bear Spent the Year”, without the braces in which MISP hands an event out. */
  const sednit = () => `{"Event":${read('misp-formats/events/pymisp_existing_event.json')}}`
  const hashesIn = (text: string) => [...new Set(text.match(/\b[\da-f]{40}\b/g))]

  type File = readonly [name: string, content: string]

  /** Each value, or entry of an outside source, that an object of one of two files is told to have in common with one of the other. */
  async function common(
    files: readonly File[],
    pairs: readonly (readonly [one: string, other: string])[],
  ): Promise<readonly (readonly string[])[]> {
    await using database = await openDatabase(':memory:', intelligenceMigrations)
    const store = intelligenceStore(database)
    for (const [name, content] of files) await importBundle(store, stream(content), { name, clock })
    const sourceOf = new Map<string, string>()
    let after: string | undefined
    do {
      const page = { limit: 500, red: true, clock, ...(after === undefined ? {} : { after }) }
      const { objects, next } = await findObjects(store, { q: '', ...page })
      for (const { id, source } of objects) sourceOf.set(id, source)
      after = next
    } while (after !== undefined)
    const { hints } = createKnowing(store, { red: true, clock })
    const ask = async (one: string, other: string) => {
      const found = new Set<string>()
      for (const [id, source] of sourceOf) {
        if (source !== one) continue
        const { values, references } = (await hints(id))!
        for (const { objects, ...hint } of [...values, ...references])
          if (objects.some((of) => sourceOf.get(of.id) === other))
            found.add('value' in hint ? hint.value : hint.id)
      }
      return [...found].toSorted()
    }
    const answers: (readonly string[])[] = []
    for (const [one, other] of pairs) answers.push(await ask(one, other))
    return answers
  }

  test('nothing between two events on Sednit, and the 2 hashes of ESET’s other event, which is not here itself', async () => {
    const both = hashesIn(sednit()).filter((hash) => /^(?:d5235d13|e338d49c)/.test(hash))
    const files = [
      ['circl', sednit()],
      ['zebrocy', misp('sednit_2018-11-20_Zebrocy')],
      ['eset.txt', [...both, ...hashesIn(misp('telebots_misp-telebots'))].join('\n')],
    ] as const
    const pairs = [
      ['circl', 'zebrocy'],
      ['circl', 'eset.txt'],
    ] as const
    expect(await common(files, pairs)).toEqual([[], both.toSorted()])
    expect(both).toHaveLength(2)
  })

  test('45 of 45 values of the event of TeleBots, where a text names them', async () => {
    type Attribute = { readonly type: string; readonly value: string }
    const event = misp('telebots_misp-telebots')
    const { response } = JSON.parse(event) as {
      readonly response: readonly [{ readonly Event: { readonly Attribute: readonly Attribute[] } }]
    }
    const own = response[0].Event.Attribute.filter(({ type }) => /^(?:sha1|ip-dst)$/.test(type))
    const values = own.map(({ value }) => value)
    const text = values.map((value) => `* ${value.replace('.', '[.]').toUpperCase()}`).join('\n')
    const files = [
      ['event', event],
      ['iocs.txt', text],
    ] as const
    expect(await common(files, [['iocs.txt', 'event']])).toEqual([values.toSorted()])
    expect(values).toHaveLength(45)
  })

  test('with the catalogue of CISA the 6 vulnerabilities of an example of OASIS and the 1 of an event on Roundcube', async () => {
    const files = [
      ['kev', read(CISA_KEV)],
      ['ivy', read(POISON_IVY)],
      ['vivern', misp('winter_vivern_misp-wintervivern.event')],
    ] as const
    const pairs = [
      ['ivy', 'kev'],
      ['vivern', 'kev'],
    ] as const
    // By `grep -o` over the three files; what the event's descriptions quote besides is no vulnerability of it.
    expect(await common(files, pairs)).toEqual([
      [
        'CVE-2009-4324',
        'CVE-2010-3333',
        'CVE-2011-3544',
        'CVE-2012-0158',
        'CVE-2013-0422',
        'CVE-2013-1347',
      ],
      ['CVE-2023-5631'],
    ])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { assess } from '../src/assess.ts'
import { FACT_GROUPS, getFact, isFactId } from '../src/fact.ts'
import { findTraced, isAsked } from '../src/trace.ts'
import { PRECEDENTS } from '../src/precedents/precedents.ts'
import type { View } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { getNorm } from '../src/countermeasure.ts'
import { alder, quietModem, withFacts } from './example.ts'
import { MADE_FROM } from './made-from.ts'
import { REPLAYS, type Replay, WITHOUT_OUTCOME } from './case/replays.ts'

const precedent = (id: string) => {
  const found = PRECEDENTS.find((each) => each.id === id)
  if (!found) throw new TypeError(`expected a past incident, got ${id}`)
  return found
}

const publicFacts = (id: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(precedent(id).facts.map((fact) => [fact.id, fact.value]))

const viewOf = (code: string | undefined): View =>
  code === undefined ? alder : VIEWS.find(({ holder }) => holder.code === code)!

/** What the law answers where these facts, and no others, are known. */
function answered(facts: Readonly<Record<string, unknown>>, view: View) {
  const [column] = assess(withFacts({ ...quietModem, facts: {}, nations: [] }, facts), [
    view,
  ]).columns
  return column!
}

/** How a fact that is only supposed is told apart from those that were said in public. */
const told = ({ says, supposing }: Replay): string =>
  supposing === undefined
    ? `${says} (public facts alone)`
    : `${says} (supposing ${Object.keys(supposing).join(', ')})`

describe.each(Object.entries(REPLAYS))('%s, replayed from its record', (id, replays) => {
  it.each(replays.map((replay) => [told(replay), replay] as const))('%s', (_says, replay) => {
    const facts = { ...publicFacts(id), ...replay.supposing }
    const { trace, conclusion } = answered(facts, viewOf(replay.under))
    for (const [norm, value] of Object.entries(replay.gives ?? {})) {
      const found = findTraced(trace, norm)
      expect([norm, found && isAsked(found) ? found.finding.value : 'not-asked']).toEqual([
        norm,
        value,
      ])
    }
    for (const fact of replay.asks ?? []) expect(conclusion.asks).toContain(fact)
    if (replay.needsNoAttribution)
      expect(conclusion.asks.filter((ask) => ask in FACT_GROUPS.conduct)).toEqual([])
    if (replay.needsNoAttribution) expect(conclusion.value).not.toBe('not-satisfied')
  })
})

/** Nothing is supposed: what is known is what the record says was said in public. */
const isOfPublicFacts = ({ supposing }: Replay): boolean => supposing === undefined

describe('what a replay supposes', () => {
  const replays = Object.entries(REPLAYS).flatMap(([id, all]) =>
    all.map((replay) => [`${id}: ${replay.says}`, id, replay] as const),
  )
  it.each(replays)('%s: keeps apart from what is public', (_says, id, { supposing }) => {
    if (supposing === undefined) return
    expect(Object.keys(supposing)).not.toEqual([])
    const known = publicFacts(id)
    // A public fact is supposed otherwise only where the sentence says so; none is supposed again as it is.
    const again = Object.entries(supposing).filter(([fact, value]) => known[fact] === value)
    expect(again).toEqual([])
  })
  it('changes the answer that it is there for, but for three that hold on public facts as well', () => {
    const idle = replays.flatMap(([says, id, { supposing, under, gives = {}, asks = [] }]) => {
      if (supposing === undefined) return []
      const { trace, conclusion } = answered(publicFacts(id), viewOf(under))
      const holds =
        Object.entries(gives).every(([norm, value]) => {
          const found = findTraced(trace, norm)
          return (found && isAsked(found) ? found.finding.value : 'not-asked') === value
        }) && asks.every((fact) => conclusion.asks.includes(fact))
      return holds ? [says] : []
    })
    expect(idle).toEqual([
      'solarwinds-2020: espionage alone is no undisputed breach',
      'czech-mfa-2022: the language of due diligence attributes nothing',
      'polish-grid-2025: less than certainty leaves the proof open',
    ])
  })
})

describe('the past incidents', () => {
  it('are replayed where the record states an outcome, and named where it states none', () => {
    const replayed = Object.keys(REPLAYS)
    const named = [...replayed, ...Object.keys(WITHOUT_OUTCOME)]
    expect(named.toSorted()).toEqual(PRECEDENTS.map(({ id }) => id).toSorted())
    expect(PRECEDENTS).toHaveLength(23)
    const expectations = Object.values(REPLAYS).flat()
    const supposed = expectations.filter((replay) => !isOfPublicFacts(replay))
    const fromPublic = replayed.filter((id) => REPLAYS[id]!.some(isOfPublicFacts))
    const alone = fromPublic.filter((id) => REPLAYS[id]!.every(isOfPublicFacts))
    process.stdout.write(
      `past incidents: ${replayed.length} of ${PRECEDENTS.length} replayed in ${expectations.length} expectations; from public facts alone ${expectations.length - supposed.length} expectations, of ${fromPublic.length} incidents; with suppositions ${supposed.length}, of ${replayed.length - alone.length} incidents; without a stated outcome: ${Object.entries(
        WITHOUT_OUTCOME,
      )
        .map(([id, why]) => `${precedent(id).entry} ${id} (${why})`)
        .join(', ')}\n`,
    )
    expect(replayed.length).toBeGreaterThanOrEqual(20)
  })
  it.each(PRECEDENTS.map((each) => [each.id, each] as const))(
    '%s is told in both languages, with rules that there are and facts that they ask for',
    (_id, { name, happened, answered: answer, teaches, rules, facts, sources, caveat }) => {
      for (const text of [name, happened, answer, ...teaches, ...(caveat ? [caveat] : [])]) {
        expect(text.en).toMatch(/\S/)
        expect(text.es).toMatch(/\S/)
      }
      for (const rule of rules) expect(getNorm(rule).kind).toBe('rule')
      for (const { id, value, from } of facts) {
        expect(isFactId(id)).toBe(true)
        const fact = getFact(id)
        expect(from).toMatch(/\S/)
        if (fact.type === 'choice') expect(Object.keys(fact.options)).toContain(value)
        else expect(fact.type === 'yes-no' && typeof value === 'boolean').toBe(true)
      }
      expect(sources.length).toBeGreaterThan(0)
    },
  )
  it('say that no State called its answer a countermeasure: none is told as one', () => {
    for (const { answered: answer } of PRECEDENTS) expect(answer.en).not.toMatch(/countermeasure/)
  })
})

const notes = sharedPath('law/cases.yaml')

describe.skipIf(notes === undefined)('the notes on cases and the past incidents', () => {
  const entries = new Map(
    (notes === undefined ? '' : readFileSync(notes, 'utf8'))
      .split(/^- id: /m)
      .slice(1)
      .map((text) => [text.slice(0, 7), text] as const),
  )
  const listed = (text: string, key: string): readonly string[] =>
    (new RegExp(`^  ${key}:\\n((?:  - .*\\n)+)`, 'm').exec(text)?.[1] ?? '')
      .split('\n')
      .flatMap((line) => (line.startsWith('  - ') ? [line.slice(4).replaceAll(/^'|'$/g, '')] : []))
  it('say the same of name, time, rules and sources, entry by entry', () => {
    for (const { entry, name, from, to, rules, sources } of PRECEDENTS) {
      const text = entries.get(entry)!
      expect(/^  name: (.*)$/m.exec(text)?.[1]).toBe(name.en)
      expect(/^    from: '?([\d-]+)'?$/m.exec(text)?.[1]).toBe(from)
      expect(/^    to: '?([\d-]+)'?$/m.exec(text)?.[1]).toBe(to)
      const hooks = new Set(rules.map((rule) => MADE_FROM[rule]))
      expect(hooks, entry).toEqual(new Set(listed(text, 'rule_hooks')))
      const noted = listed(text, 'sources').map((each) =>
        each.startsWith('[unsourced') ? 'none' : each,
      )
      expect(sources, entry).toEqual(noted)
    }
  })
  it('say with every caveat of the notes that there is one', () => {
    const without = PRECEDENTS.filter(
      ({ entry, caveat }) =>
        /^  (?:conflicts_or_caveats|unsourced_general_knowledge):/m.test(entries.get(entry)!) &&
        caveat === undefined,
    )
    expect(without.map(({ entry }) => entry)).toEqual([])
  })
  it('take nothing for a public fact that the notes only think possible, or that they do not mention', () => {
    const weak = PRECEDENTS.flatMap(({ id, facts }) =>
      facts
        .filter(({ from }) => /possibl[ey]|alleged|nothing recorded/.test(from))
        .map((fact) => `${id} ${fact.id}: ${fact.from}`),
    )
    expect(weak).toEqual([])
  })
  it('tell of the failed attack on a grid that destruction was reported, and whose first attribution one was', () => {
    const told = (id: string) => JSON.stringify(precedent(id))
    expect(entries.get('CASE-21')).toContain('destruction of equipment control reported')
    expect(told('polish-grid-2025')).toContain('destruction of equipment control was reported')
    expect(entries.get('CASE-19')).toContain('First Czech attribution to a state-backed actor')
    expect(told('czech-mfa-2022')).toContain('first attribution to an actor that a State backs')
  })
  it('have one more entry, which is a regime and no incident', () => {
    const ours = new Set(PRECEDENTS.map(({ entry }) => entry))
    expect([...entries.keys()].filter((entry) => !ours.has(entry))).toEqual(['CASE-24'])
  })
})

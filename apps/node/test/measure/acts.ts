import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { KINDS, type Act } from '@entente/accord'
import { findTerm, LANGUAGES, type Language } from '@entente/lexicon'
import type { KeysView } from '../../src/api.ts'
import { actCommand, templateOf } from '../../src/cli/act.ts'
import { logIn } from '../../src/cli/session.ts'
import { NOTHING, saidIn, WOULD } from '../by-command-line.ts'
import { run } from '../command.ts'
import { cast, countOf, data, exercise, ledger, on } from './stage.ts'

const VECTORS = new URL('../../../../spec/vectors/acts/', import.meta.url)
const sessionOf = (party: string) => join(data, '..', `act-${party}.json`)

/** Kinds that the chair signs here; every other is said by Alder. */
const BY_CHAIR = new Set<string>(['propose', 'amend', 'extend', 'charter-amend'])

/** What the node answers where an act of a kind, filled in well, does not count in this case now. */
const REFUSED: Readonly<Partial<Record<Act['kind'], string>>> = {
  // The proof of the example is of another strand than the one of this case.
  accuse: 'accuse.unproved',
  'charter-amend': 'amends.not-adopted',
  // The charter of this case has no text under silence.
  extend: 'version.not-silence',
  // Operators say these on their reporting line: no mandate of a nation has them.
  'incident-report': 'act.not-competent',
  sighting: 'act.not-competent',
  'self-assessment': 'act.not-competent',
  // Two persons of the nation see to it.
  join: 'draft.needed',
  'keys-root': 'root.other',
  // Whatever is published stands in the public case.
  publish: 'publication.elsewhere',
  recall: 'publication.elsewhere',
  release: 'release.nothing-sealed',
  // Alder's part is running.
  start: 'measure.barred',
}

/** What an example of the specification says beyond what the command and the node write. */
export function exampleOf(kind: string): Record<string, unknown> {
  const { examples } = JSON.parse(readFileSync(new URL(`${kind}.json`, VECTORS), 'utf8')) as {
    examples: readonly { verdict: unknown; payload: Record<string, unknown> }[]
  }
  const { payload } = examples.find((one) => one.verdict === 'counts')!
  return saidIn(payload)
}

/** Ids that stand for something in this case, by the field that names them. */
let known: Readonly<Record<string, unknown>> = {}
let filed: readonly number[] = []
const counts = () => Promise.all([cast.alder, cast.chair].map(countOf))

/** The example in this case: what it names is there. */
const fitted = (kind: string, said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).map(([field, value]) => [
      field,
      known[`${kind}.${field}`] ?? known[field] ?? value,
    ]),
  )

const act = (party: string, ...words: readonly string[]) =>
  run(actCommand(), ...words, '--session', sessionOf(party), '--case', cast.case)

describe('the command line of every act', () => {
  beforeAll(async () => {
    for (const person of [cast.alder, cast.chair])
      await logIn(await person.link(), sessionOf(person.party))
    filed = await counts()
    const { acts, state } = await cast.alder.view(cast.case)
    const own = (kind: string) =>
      acts.find(({ act, party }) => act?.kind === kind && party === 'XA')!.id
    const { parties } = await cast.alder.ask<KeysView>(`/api/v1/cases/${cast.case}/keys`)
    const [key] = parties.find(({ party }) => party === 'XA')!.keys
    const position = state.steps.find(({ id }) => id === 'position')!.versions.at(-1)!.id
    known = {
      on,
      replaces: position,
      certificate: (await ledger(cast.alder))!.adopted[0],
      about: on,
      acts: [own('call')],
      of: own('evidence'),
      'accuse.of': 'XB',
      'propose.step': { id: 'position-2', kind: 'position' },
      'keys-add.key': { ...(exampleOf('keys-add')['key'] as object), keyid: 'XA-mfa-9' },
      'keys-revoke.key': { keyid: key!.keyid, pub: key!.pub },
      evidence: [own('evidence')],
    }
  }, 30_000)

  describe.each(KINDS.map(({ kind, signedBy }) => ({ kind, signedBy })))(
    'entente act $kind',
    ({ kind, signedBy }) => {
      const party = BY_CHAIR.has(kind) ? 'CO' : 'XA'
      const file = join(data, '..', `${kind}.json`)

      test('has a template that asks for what its example says', () => {
        const asked = templateOf(kind)
        for (const field of Object.keys(exampleOf(kind)))
          expect(Object.keys(asked).map((one) => one.replace('?', ''))).toContain(field)
      })

      test.each(LANGUAGES)(
        'filled in is shown in plain words (%s) and judged by the node',
        async (lang: Language) => {
          writeFileSync(file, JSON.stringify(fitted(kind, exampleOf(kind))))
          const { data: node } = exercise.nodes[party]
          const roots = signedBy === 'root' ? ['--roots', node] : []
          const words = [kind, '--file', file, '--dry-run', '--lang', lang, ...roots]
          const { code, out, err } = await act(party, ...words)
          const [first, definition] = out.split('\n')
          expect(first).toContain(`(${party}) ${WOULD[lang]}: ${findTerm(kind)!.label[lang]}`)
          expect(definition).toContain(findTerm(kind)!.definition[lang])
          expect(out).not.toMatch(/[{}]|\[object/)
          const refusal = REFUSED[kind]
          if (refusal === undefined)
            expect([code, err, out]).toEqual([0, '', expect.stringContaining(NOTHING[lang])])
          else expect([code, err]).toEqual([1, expect.stringContaining(`refused: ${refusal}`)])
        },
      )
    },
  )

  test('and nothing of it was filed', async () => {
    expect(await counts()).toEqual(filed)
  })
})

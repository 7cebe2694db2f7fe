import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isOfTwoPersons, type Act, type ActId } from '@entente/accord'
import { findTerm, LANGUAGES } from '@entente/lexicon'
import { actCommand } from '../src/cli/act.ts'
import { draftCommand } from '../src/cli/draft.ts'
import { logIn } from '../src/cli/session.ts'
import type { PersonClient } from '../src/demo/person.ts'
import { settledAt } from '../src/demo/play.ts'
import { run } from './command.ts'

export const WOULD = { en: 'would sign', es: 'firmaría' } as const
export const NOTHING = { en: 'Nothing is filed.', es: 'No se presenta nada.' } as const

type Way = {
  readonly by: PersonClient
  readonly case: string
  /** Where the root keys lie that sign, where root keys do. */
  readonly roots?: readonly string[]
  /** Who writes it, where two persons see to it; `by` signs. */
  readonly writer?: PersonClient
}

/**
 * An act on its whole way by the command line: its template is asked for and filled in, it is shown in
 * plain words in every language and judged while nothing is filed, signed, and on record at its own node.
 */
export async function byCommandLine(
  kind: Act['kind'],
  said: object,
  { by, case: id, roots = [], writer = by }: Way,
): Promise<ActId> {
  const place = mkdtempSync(join(tmpdir(), 'entente-act-'))
  const [session, file] = [join(place, 'session.json'), join(place, 'said.json')]
  try {
    await logIn(await writer.link(), session)
    const draft = isOfTwoPersons(kind) ? ['--draft'] : []
    const more = [...draft, ...roots.flatMap((one) => ['--roots', one])]
    const act = async (...words: readonly string[]) => {
      const told = await run(actCommand(), kind, ...words, '--session', session, '--case', id)
      expect([kind, told.code, told.err]).toEqual([kind, 0, ''])
      return told.out
    }
    const asked = Object.keys(JSON.parse(await act('--template')) as object)
    expect(asked.map((field) => field.replace('?', ''))).toEqual(
      expect.arrayContaining(Object.keys(said)),
    )
    expect(Object.keys(said)).toEqual(
      expect.arrayContaining(asked.filter((field) => !field.endsWith('?'))),
    )
    writeFileSync(file, JSON.stringify(said))
    for (const lang of LANGUAGES) {
      const shown = await act('--file', file, '--dry-run', '--lang', lang, ...more)
      const { label, definition } = findTerm(kind)!
      expect(shown).toContain(`(${by.party}) ${WOULD[lang]}: ${label[lang]}\n  ${definition[lang]}`)
      expect(shown).toContain(NOTHING[lang])
    }
    const told = await act('--file', file, '--yes', ...more)
    const filed = draft.length > 0 ? await signDraft(told, by, session) : told
    const [, record] = /(sha256:[0-9a-f]{64}) is on record/.exec(filed) ?? expect.fail(filed)
    return record as ActId
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** Waits until every one of these acts counts at the nodes of all these persons. */
export async function onRecordAt(
  people: readonly PersonClient[],
  id: string,
  acts: readonly ActId[],
): Promise<void> {
  for (const person of people)
    await settledAt(person, id, (view) => {
      const there = view.acts.filter(({ final, void: reason }) => final && !reason)
      return acts.every((act) => there.some((one) => one.id === act)) || undefined
    })
}

async function signDraft(told: string, by: PersonClient, session: string): Promise<string> {
  const [, draft, act] = /^(\S+) .*, act (\S+)$/m.exec(told) ?? expect.fail(told)
  await logIn(await by.link(), session)
  const signed = await run(draftCommand(), 'sign', draft!, '--act', act!, '--session', session)
  expect([signed.code, signed.err]).toEqual([0, ''])
  return signed.out
}

/** What an act that a node drafted says, as a person would write it into the template. */
export function saidIn(act: Record<string, unknown>): Record<string, unknown> {
  const { v: _v, charter: _c, party: _p, prev: _b, claimedAt: _a, kind: _k, ...said } = act
  return said
}

import { join } from 'node:path'
import { makeDisclosure, SALT_BYTES } from '@entente/accord'
import { describe, expect, test } from 'vitest'
import type { AssessmentDraft, AssessmentView, MeasuresView, SanctionsView } from '../../src/api.ts'
import type { PersonClient } from '../../src/demo/person.ts'
import { settledAt, step } from '../../src/demo/play.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { outputOf } from '../entente.ts'
import { cast, data, on } from './stage.ts'

const LISTING = 'measure-listing'

describe('a listing', () => {
  test('is tested article by article, and a nation’s answers are signed', async () => {
    const { chair, alder, birch, case: id } = cast
    const act = (await chair.view(id)).acts.find((one) => one.id === on)?.act
    const { text, measure: terms } = act?.kind === 'propose' ? act : expect.fail('expected a text')
    await chair.file(id, 'propose', {
      step: { id: LISTING, kind: 'measure' },
      text,
      measure: {
        ...terms!,
        kind: 'restrictive-measure',
        facts: {
          listingUnder: { value: 'union' },
          attackAction: { value: true, evidence: ['situation, clause 1'] },
          attackUnauthorised: { value: true },
        },
      },
    })
    await settledAt(alder, id, (view) => step(view, LISTING)?.versions.at(-1)?.id)
    const path = `/api/v1/cases/${id}/measures/${LISTING}`
    const before = await alder.ask<SanctionsView>(`${path}/sanctions`)
    const resultOf = (view: SanctionsView, norm: string) =>
      view.criteria.find((one) => one.norm === norm)?.result
    expect(resultOf(before, 'eu-2019-796-1-3')).toBe('satisfied')
    expect(resultOf(before, 'eu-2019-796-3-3-a')).toBe('unknown')

    const { payload } = await alder.post<AssessmentDraft>(`${path}/assessment/draft`, {
      facts: {
        listedResponsible: { value: true, evidence: ['attribution of Alder'], grade: 'B2' },
        listedWho: { value: 'Person 1, invented' },
        listedConduct: { value: 'Sent the commands.' },
      },
      word: 'Exercise. The file is not complete.',
    })
    await alder.post(`/api/v1/cases/${id}/acts`, { payload })
    const after = await settledAtTest(birch, path)
    const cell = after.criteria.find(({ norm }) => norm === 'eu-2019-796-3-3-a')?.cells
    expect(cell?.find(({ nation }) => nation === 'XA')).toMatchObject({
      value: 'satisfied',
      answers: [{ value: true, assertedBy: 'XA', evidence: ['attribution of Alder'], grade: 'B2' }],
    })
    expect(resultOf(after, 'eu-2019-796-3-3-a')).toBe('unknown')
    expect(after.reasons.find(({ nations }) => nations[0] === 'XA')?.es).toContain(
      'Person 1, invented es responsable de ello (artículo 3, apartado 3, letra a)).',
    )
  })

  test('is assessed at home with facts that stay there: what they come to leaves, and nothing of them', async () => {
    const { alder, birch, case: id } = cast
    const path = `/api/v1/cases/${id}/measures/${LISTING}`
    const secret = { listedResponsible: { value: false, evidence: ['a source of Birch'] } }
    const unsealed = { facts: {}, atHome: secret, word: 'Exercise. Asserted.' }
    const draftPath = `${path}/assessment/draft`
    await expect(birch.post(draftPath, unsealed)).rejects.toThrow(/422.*act\.malformed/)
    const salt = new Uint8Array(SALT_BYTES).fill(7)
    const value = JSON.stringify(secret)
    const made = makeDisclosure({ name: 'facts', value, salt }, crypto.sha256)
    await birch.post(`/api/v1/cases/${id}/disclosures`, { disclosures: [made.disclosure] })
    const sealed = [{ name: 'facts', digest: made.digest }]
    const drafted = await birch.post<AssessmentDraft>(draftPath, { ...unsealed, sealed })
    expect(drafted.payload).not.toMatch(/listedResponsible|a source of Birch/)
    expect(drafted.conclusion.value).toBe('unknown')
    await birch.post(`/api/v1/cases/${id}/acts`, { payload: drafted.payload })
    const told = await settledAt(alder, id, (view) =>
      view.acts.find(({ act }) => act?.kind === 'assess' && act.word === 'Exercise. Asserted.'),
    )
    expect(JSON.stringify(told)).not.toMatch(/listedResponsible|a source of Birch/)
    const { nations } = await alder.ask<AssessmentView>(`${path}/assessment`)
    expect(nations.map(({ code, assessment }) => [code, assessment?.isAsserted])).toEqual([
      ['XA', false],
      ['XB', true],
      ['XC', undefined],
    ])
  })

  test('what is signed with facts that stay at home is asked for anew at home, and by nobody else', async () => {
    const { alder, birch, case: id } = cast
    const none = ['listedResponsible', 'listedInvolved', 'listedAssociated']
    const secret = Object.fromEntries(none.map((fact) => [fact, { value: false }]))
    const salt = new Uint8Array(SALT_BYTES).fill(8)
    const made = makeDisclosure(
      { name: 'facts', value: JSON.stringify(secret), salt },
      crypto.sha256,
    )
    await birch.post(`/api/v1/cases/${id}/disclosures`, { disclosures: [made.disclosure] })
    const sealed = [{ name: 'facts', digest: made.digest }]
    const path = `/api/v1/cases/${id}/measures/${LISTING}/assessment/draft`
    const word = 'Exercise. As it was held before.'
    const { payload, conclusion } = await birch.post<AssessmentDraft>(path, {
      facts: {},
      atHome: secret,
      sealed,
      word,
    })
    // Of nobody the facts that are open say so much.
    expect(conclusion.value).toBe('not-satisfied')
    const signed = JSON.stringify({ ...(JSON.parse(payload!) as object), outcome: 'satisfied' })
    await birch.post(`/api/v1/cases/${id}/acts`, { payload: signed })
    await settledAt(alder, id, (view) =>
      view.acts.find(({ act }) => act?.kind === 'assess' && act.word === word),
    )
    const seenBy = async (person: PersonClient) => {
      const { measures } = await person.ask<MeasuresView>(`/api/v1/cases/${id}/measures`)
      const [birchs] = measures
        .filter(({ step: of }) => of === LISTING)
        .flatMap(({ nations }) => nations.filter(({ party }) => party === 'XB'))
      return birchs?.assessment
    }
    expect(await seenBy(birch)).toMatchObject({ now: 'not-satisfied', isOvertaken: true })
    const elsewhere = await seenBy(alder)
    expect(elsewhere).toMatchObject({ outcome: 'satisfied', isAsserted: true, isOvertaken: false })
    expect(elsewhere).not.toHaveProperty('now')
  })

  test('is taken along in writing and for programs, marked as its case is', async () => {
    const { birch, case: id } = cast
    const seen = await birch.ask<SanctionsView>(`/api/v1/cases/${id}/measures/${LISTING}/sanctions`)
    expect(seen.marking).toBe('TLP:AMBER+STRICT')
    const file = join(data, '..', 'session-listing.json')
    const run = (...words: readonly string[]) => outputOf(...words, '--session', file)
    await run('login', await birch.link())
    const written = await run('measure', 'sanctions', LISTING, '--format', 'md', '--lang', 'es')
    expect(written).toContain('# Examen de sanciones: ')
    expect(written).toContain('TLP:AMBER+STRICT')
    expect(written).toContain('attribution of Alder; B2')
    const json: unknown = JSON.parse(await run('measure', 'sanctions', LISTING, '--json'))
    expect(json).toMatchObject({ step: LISTING, criteria: seen.criteria })
  })
})

/** What another nation's node answers once the assessment has come there. */
async function settledAtTest(person: PersonClient, path: string): Promise<SanctionsView> {
  const found = await settledAt(person, cast.case, (view) =>
    view.acts.some(({ act }) => act?.kind === 'assess' && act.word.includes('not complete'))
      ? true
      : undefined,
  )
  expect(found).toBe(true)
  return person.ask<SanctionsView>(`${path}/sanctions`)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical, verifyCertificate, type ActId } from '@entente/accord'
import type { PublicationDraft, PublicationList, PublicationView } from '../src/api.ts'
import { begin } from '../src/demo/begin.ts'
import { startExercise, type Exercise } from '../src/demo/exercise.ts'
import type { PersonClient } from '../src/demo/person.ts'
import { play, settledAt, step, versionOf, type Cast } from '../src/demo/play.ts'
import { advisoryEn } from '../src/demo/public-texts.ts'
import { publication } from '../src/demo/publication.ts'
import { positionV2, situation } from '../src/demo/texts.ts'
import { crypto } from '../src/platform/crypto.ts'
import { outputOf } from './entente.ts'

const data = join(mkdtempSync(join(tmpdir(), 'entente-publication-')), 'demo')
let exercise: Exercise
let cast: Cast
let version: ActId
let publicCase: string
const told: string[] = []
const tell = (line: string) => void told.push(line)

beforeAll(async () => {
  exercise = await startExercise({ data, fresh: true, ports: 'auto' })
  cast = await begin(exercise, tell)
  const { alder, chair, case: id } = cast
  await play(cast, tell)
  // At the chair, who files them: another node may not have read the last one yet.
  version = (await settledAt(chair, id, (view) => step(view, 'position')?.versions.at(-1)?.id))!
  publicCase = (await list(alder)).cases[0]!.id
}, 120_000)

afterAll(async () => {
  await exercise.stop()
  rmSync(join(data, '..'), { recursive: true, force: true })
})

/** As anyone asks: no session, no signature. */
const anyone = (person: Pick<PersonClient, 'url'>, path: string, init: RequestInit = {}) =>
  fetch(`${person.url}${path}`, init)
const read = async <T>(person: Pick<PersonClient, 'url'>, path: string) => {
  const answer = await anyone(person, path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as T
}
const list = (person: Pick<PersonClient, 'url'>, query = '') =>
  read<PublicationList>(person, `/public/index.json${query}`)
const pathOf = (id: string) => `/public/${id.slice('sha256:'.length)}`

/** Waits until this node shows it to anyone. */
async function shown<T>(
  person: PersonClient,
  found: (seen: PublicationList) => T | undefined,
): Promise<T> {
  const endAt = Date.now() + 20_000
  for (;;) {
    const one = found(await list(person))
    if (one !== undefined) return one
    if (Date.now() > endAt) throw new Error('expected it to be shown within 20 s, got nothing')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const position = ({ publications }: PublicationList) =>
  publications.find(({ what }) => what === 'position')
/** Once all that the play publishes is there: the position by two, three advisories in two languages. */
const everything = (found: PublicationList): PublicationList | undefined => {
  const standing = found.publications.map(({ by }) => by.length).toSorted((a, b) => a - b)
  return standing.join() === '1,1,1,1,2,3,3' ? found : undefined
}
const draft = (person: PersonClient, wanted: object) =>
  person.post<PublicationDraft>('/api/v1/publications', wanted)
const sign = (person: PersonClient, { case: file, payload }: PublicationDraft) =>
  person.post<{ id: ActId }>(`/api/v1/cases/${file}/acts`, { payload })

/** The draft with something else in it, in the one form that may be signed. */
function changed(one: PublicationDraft, change: (act: Record<string, unknown>) => void) {
  const act = JSON.parse(one.payload) as Record<string, unknown>
  change(act)
  return { ...one, payload: canonical(act) }
}

describe('before the position is adopted', () => {
  test('nothing is published, and no nation may publish it', async () => {
    const { alder, case: id } = cast
    expect((await list(alder)).publications).toEqual([])
    await expect(draft(alder, { what: 'position', case: id, version })).rejects.toThrow(
      'publication.unadopted',
    )
  })

  test('a nation that signs it all the same is refused by its own node', async () => {
    const { alder, case: id } = cast
    const view = await alder.view(publicCase)
    const act = {
      v: 1,
      charter: publicCase,
      party: 'XA',
      kind: 'publish',
      claimedAt: '2026-11-24T12:00:00Z',
      what: 'position',
      audience: 'everybody',
      text: positionV2,
    }
    expect(view.acts).toEqual([])
    const put = (more: object) =>
      sign(alder, {
        case: publicCase as PublicationDraft['case'],
        payload: canonical({ ...act, ...more }),
      })
    await expect(put({})).rejects.toThrow('publication.unadopted')
    const certificate = `sha256:${'0'.repeat(64)}`
    await expect(put({ of: { case: id, version, certificate } })).rejects.toThrow(
      'publication.unadopted',
    )
  })
})

describe('once the position is adopted', () => {
  beforeAll(async () => {
    const { alder, cedar, case: id } = cast
    await cedar.file(id, 'comply', { on: version, union: 'complies', national: 'complies' })
    await settledAt(alder, id, (view) => versionOf(view, version)?.gate.open || undefined)
    await alder.declare(id, version, 'adopted')
    await publication(cast, tell)
  }, 60_000)

  test('Alder and Birch publish it, each for itself; who has not is not made to speak', async () => {
    const { cedar } = cast
    const one = await shown(cedar, (seen) =>
      position(seen)?.by.length === 2 ? position(seen) : undefined,
    )
    expect(one.by.map(({ party }) => party)).toEqual(['XA', 'XB'])
    expect(told.join('\n')).not.toContain('Cedar publishes')
  })

  test('the play does nothing twice', async () => {
    await shown(cast.chair, everything)
    const before = (await cast.chair.view(publicCase)).acts.length
    await publication(cast, tell)
    expect((await cast.chair.view(publicCase)).acts).toHaveLength(before)
  })

  test('anyone takes the certificate and checks it against the charter id, offline', async () => {
    const { birch } = cast
    const { id } = position(await shown(birch, everything))!
    const view = await read<PublicationView>(birch, `${pathOf(id)}.json`)
    const file = await (await anyone(birch, `${pathOf(id)}/certificate.json`)).text()
    expect(file).toBe(view.certificate)
    const verified = verifyCertificate(file, { charterId: publicCase, crypto })
    expect(verified.publication).toMatchObject({ id, what: 'position', text: positionV2 })
    expect(verified.publishers.map(({ party }) => party)).toEqual(['XA', 'XB'])
    expect(verified.notProved).toContain('others')
    expect(() => verifyCertificate(file, { charterId: cast.case, crypto })).toThrow(
      expect.objectContaining({ code: 'charter.other' }),
    )
  })

  test('every node shows the same publications under the same ids', async () => {
    const { alder, birch, cedar, chair } = cast
    const seen = await Promise.all(
      [alder, birch, cedar, chair].map(async (person) => {
        const { publications } = await shown(person, everything)
        return publications.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))
      }),
    )
    expect(new Set(seen.map((ids) => ids.join())).size).toBe(1)
  })

  test.each([
    ['technicians', ['XA']],
    ['decision-makers', ['XB']],
    ['citizens', ['CO', 'XA', 'XB']],
  ] as const)(
    'the advisory for %s is there in English and Spanish, each naming the other, by those who stand behind it',
    async (audience, parties) => {
      const { alder } = cast
      const advisories = async (lang: string) =>
        (await list(alder, `?lang=${lang}&audience=${audience}`)).publications.filter(
          ({ what }) => what === 'advisory',
        )
      const [[english], [spanish]] = await Promise.all([advisories('en'), advisories('es')])
      expect(english?.by.map(({ party }) => party).toSorted()).toEqual(parties)
      expect(spanish?.by.map(({ party }) => party).toSorted()).toEqual(parties)
      expect(english?.with.map(({ id }) => id)).toEqual([spanish?.id])
      expect(spanish?.with.map(({ id }) => id)).toEqual([english?.id])
    },
  )

  test('a nation’s node refuses another text than the one adopted', async () => {
    const { cedar, case: id } = cast
    const own = await draft(cedar, { what: 'position', case: id, version })
    expect(JSON.parse(own.payload)).toMatchObject({ party: 'XC', text: positionV2 })
    const another = changed(own, (act) => {
      const text = structuredClone(act['text']) as { clauses: { text: string }[] }
      text.clauses[4]!.text += ' '
      act['text'] = text
    })
    await expect(sign(cedar, another)).rejects.toThrow('publication.other-text')
    const situationInstead = changed(own, (act) => (act['text'] = situation))
    await expect(sign(cedar, situationInstead)).rejects.toThrow('publication.other-text')
  })

  test('refuses it in a case that is not public, and as an act of another nation', async () => {
    const { cedar, case: id } = cast
    const own = await draft(cedar, { what: 'position', case: id, version })
    const inCase = changed(own, (act) => (act['charter'] = id))
    await expect(sign(cedar, inCase)).rejects.toThrow('act.elsewhere')
    await expect(
      cedar.post(`/api/v1/cases/${id}/acts`, { payload: inCase.payload }),
    ).rejects.toThrow('publication.elsewhere')
    const asAlder = changed(own, (act) => (act['party'] = 'XA'))
    await expect(sign(cedar, asAlder)).rejects.toThrow('act.elsewhere')
  })

  test('and an act that tells anything else in the public case', async () => {
    const { cedar } = cast
    await expect(
      cedar.file(publicCase, 'attribute', {
        level: 'actor',
        whom: 'QUIET GULL',
        likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
        confidence: { scale: 'icd-203-confidence', version: '2015', value: 'high' },
        evidence: [],
      }),
    ).rejects.toThrow('act.not-public')
  })
})

describe('Cedar publishes and takes it back', () => {
  let older: string
  let published: ActId

  test('from the command line, which shows what would be signed before it signs', async () => {
    const { alder, cedar, case: id } = cast
    const session = join(data, 'cedar-session.json')
    await outputOf('login', await cedar.link(), '--session', session)
    const asked = ['publish', 'position', '--case', id, '--on', version, '--session', session]
    const before = await outputOf(...asked)
    expect(before).toContain('Nothing is signed')
    expect(before).toContain(positionV2.clauses[4]!.text)
    expect((await cedar.view(publicCase)).acts.some(({ party }) => party === 'XC')).toBe(false)
    const after = await outputOf(...asked, '--sign')
    published = /(sha256:[0-9a-f]{64}) is on record/.exec(after)?.[1] as ActId
    const one = await shown(alder, (seen) =>
      position(seen)?.by.length === 3 ? position(seen) : undefined,
    )
    expect(one.by.map(({ party }) => party)).toEqual(['XA', 'XB', 'XC'])
    older = await (await anyone(alder, `${pathOf(one.id)}/certificate.json`)).text()
  })

  test('nobody takes back what another published', async () => {
    const { alder } = cast
    const recall = await draft(alder, { what: 'recall', of: published, reason: 'Not ours.' })
    await expect(sign(alder, recall)).rejects.toThrow('publication.not-own')
  })

  test('a certificate fetched later has the recall; an older one cannot know, and says so', async () => {
    const { alder, cedar } = cast
    const reason = 'Its parliament took the mandate back.'
    await sign(cedar, await draft(cedar, { what: 'recall', of: published, reason }))
    const one = await shown(alder, (seen) =>
      position(seen)?.by.some(({ recalled }) => recalled) ? position(seen) : undefined,
    )
    const later = await (await anyone(alder, `${pathOf(one.id)}/certificate.json`)).text()
    const options = { charterId: publicCase, crypto }
    const recalledIn = (text: string) =>
      verifyCertificate(text, options).publishers.find(({ party }) => party === 'XC')?.recalled
    expect(recalledIn(later)).toMatchObject({ reason })
    expect(recalledIn(older)).toBeUndefined()
    expect(verifyCertificate(older, options).notProved).toContain('later')
  })

  test('a statement in its own words is another publication, and does not stand for the position', async () => {
    const { cedar, case: id } = cast
    const text = {
      lang: 'en',
      title: 'Statement of Cedar',
      clauses: [{ id: '1', text: 'Cedar supports those who were injured.' }],
    }
    const before = position(await list(cedar))?.by
    const own = await draft(cedar, { what: 'statement', case: id, version, text })
    await sign(cedar, own)
    const one = await shown(cedar, ({ publications }) =>
      publications.find(({ what }) => what === 'statement'),
    )
    expect(one).toMatchObject({
      title: text.title,
      audience: 'everybody',
      of: { case: id, version },
    })
    expect(one.by.map(({ party }) => party)).toEqual(['XC'])
    expect(position(await list(cedar))?.by).toEqual(before)
    const unadopted = { what: 'statement', case: id, version: id, text }
    await expect(draft(cedar, unadopted)).rejects.toThrow('version.unknown')
  })

  test('a nation that withdrew from the position cannot publish it any more', async () => {
    const { birch, cedar, case: id } = cast
    await cedar.file(id, 'withdraw', { on: version })
    await settledAt(birch, id, (view) =>
      versionOf(view, version)?.standing === 'suspended' ? true : undefined,
    )
    await expect(draft(cedar, { what: 'position', case: id, version })).rejects.toThrow(
      'publication.not-in-force',
    )
  })
})

describe('the feed', () => {
  const feed = async (query = '') => {
    const answer = await anyone(cast.alder, `/feed.atom${query}`)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    return answer.text()
  }
  const idsIn = (xml: string) => [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)

  test('names each publication by its content, the same at every node and every time', async () => {
    const ids = idsIn(await feed())
    expect(ids).toHaveLength(9)
    expect(new Set(ids).size).toBe(9)
    for (const id of ids) expect(id).toMatch(/^ni:\/\/\/sha-256;[A-Za-z0-9_-]{43}$/)
    const atBirch = await (await anyone(cast.birch, '/feed.atom')).text()
    const sorted = (all: (string | undefined)[]) => all.join('\n').split('\n').toSorted().join()
    expect(sorted(idsIn(atBirch))).toBe(sorted(ids))
  })

  test('is there per language, each a feed of its own', async () => {
    const spanish = await feed('?lang=es')
    expect(spanish).toContain('xml:lang="es"')
    expect(spanish).not.toContain(advisoryEn.title)
    expect(idsIn(spanish)[0]).not.toBe(idsIn(await feed('?lang=en'))[0])
  })

  test('refuses a language that is none', async () => {
    const answer = await anyone(cast.alder, '/feed.atom?lang=%22%3E')
    expect([answer.status, (await answer.json()) as unknown]).toEqual([
      400,
      expect.objectContaining({ code: 'request.malformed' }),
    ])
  })
})

describe('the public case', () => {
  test('is served to anyone: checkpoint, entries and state', async () => {
    const { birch } = cast
    const base = `/log/${publicCase.slice(7)}`
    const checkpoint = await (await anyone(birch, `${base}/XA/checkpoint`)).text()
    expect(checkpoint).toContain('/public\n5\n')
    for (const path of ['state', 'XA/tile/0/000.p/5', 'XA/tile/entries/000.p/5'])
      expect([path, (await anyone(birch, `${base}/${path}`)).status]).toEqual([path, 200])
  })

  test('is all that is: the case that was adopted in is as shut as one that does not exist', async () => {
    const { birch } = cast
    for (const id of [cast.case, `sha256:${'0'.repeat(64)}`]) {
      const answer = await anyone(birch, `/log/${id.slice(7)}/XA/checkpoint`)
      expect([answer.status, await answer.json()]).toEqual([
        401,
        expect.objectContaining({ code: 'request.unsigned' }),
      ])
    }
  })
})

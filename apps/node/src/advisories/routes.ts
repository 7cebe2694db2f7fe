import { Hono } from 'hono'
import type { Charter, PartyId } from '@entente/accord'
import type { Crypto } from '@entente/log'
import { release, strictest, type Releasable } from '@entente/release'
import type { PublicationList } from '../api.ts'
import type { HeldCaseFiles } from '../federation/index.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes, sendJson } from '../platform/http/send.ts'
import { certificateOf } from './certificate.ts'
import { chosen, readChoice } from './chosen.ts'
import { draftPublication, Wanted } from './draft.ts'
import { atomFeed, hexOf } from './feed.ts'
import { publicCases, publications, type Published } from './publications.ts'
import { summaryOf, viewOf } from './view.ts'

type PublicOptions = {
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly crypto: Crypto
}

/** Clears for anyone what stands in these cases; one that is not for anyone keeps all of it back. */
function toAnyone<T>(cases: readonly Charter[], value: T): Releasable<T> {
  const tlp = strictest(cases.map((charter) => charter.tlp)) ?? 'TLP:CLEAR'
  const isPublic = cases.every((charter) => charter.public === true)
  return release({ value, marking: { tlp, public: isPublic } }, { kind: 'public' })
}

/**
 * What anyone reads without an account: the publications of the public cases, each with its
 * certificate, and a feed of them. Nothing else of this node is behind these paths.
 */
export function publicRoutes({ caseFiles, crypto }: PublicOptions): Hono {
  const app = new Hono()
  const all = () => publications(caseFiles, crypto)
  app.get('/public/index.json', async (c) => {
    const choice = readChoice((name) => c.req.query(name))
    const found = await all()
    const charters = publicCases(caseFiles).map(({ charter }) => charter)
    const list: PublicationList = {
      cases: charters.map(({ id, title, exercise }) => ({ id, title, exercise })),
      publications: chosen(found, choice).map((one) => summaryOf(one, found)),
    }
    return sendJson(c, toAnyone(charters, list))
  })
  app.get('/public/:file{[0-9a-f]{64}\\.json}', async (c) => {
    const found = await all()
    const one = find(found, c.req.param('file').slice(0, 64))
    return sendJson(c, toAnyone([one.file.charter], viewOf(one, found)))
  })
  app.get('/public/:id{[0-9a-f]{64}}/certificate.json', async (c) => {
    const one = find(await all(), c.req.param('id'))
    return sendBytes(c, toAnyone([one.file.charter], certificateOf(one)), {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="publication-${hexOf(one.id).slice(0, 8)}.certificate.json"`,
    })
  })
  app.get('/feed.atom', async (c) => {
    const charters = publicCases(caseFiles).map(({ charter }) => charter)
    const feed = atomFeed(await all(), {
      title: charters.map(({ title }) => title).join(' · ') || 'Entente',
      of: charters.map(({ id }) => id),
      choice: readChoice((name) => c.req.query(name)),
      origin: new URL(c.req.url).origin,
      sha256: crypto.sha256,
    })
    return sendBytes(c, toAnyone(charters, feed), {
      'content-type': 'application/atom+xml; charset=utf-8',
    })
  })
  return app
}

function find(all: readonly Published[], hex: string): Published {
  const found = all.find(({ id }) => hexOf(id) === hex)
  if (found) return found
  throw new Refusal(404, 'publication.unknown', `expected a publication, got sha256:${hex}`)
}

/** What a person of this node publishes or takes back: drafted here, signed where acts are filed. */
export function publicationRoutes(options: {
  readonly caseFiles: Pick<HeldCaseFiles, 'held' | 'get'>
  readonly party: PartyId
  readonly clock: Clock
}): Hono<PersonEnv> {
  const { caseFiles, party, clock } = options
  const app = new Hono<PersonEnv>()
  app.post('/api/v1/publications', async (c) => {
    const wanted = await readRequest(c.req.raw, Wanted)
    const claimedAt = `${instant(clock).slice(0, 19)}Z`
    return c.json(draftPublication(caseFiles, wanted, { party, claimedAt }))
  })
  return app
}

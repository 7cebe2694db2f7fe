import { randomUUID } from 'node:crypto'
import { TLP } from '@entente/release'
import { Hono } from 'hono'
import { z } from 'zod'
import type { IntelligenceStore, Quarantine } from '../intelligence/index.ts'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Directory } from './audience.ts'
import { SharingError } from './error.ts'
import { bundleWith, readObject, remarked } from './remark.ts'

type RemarkOptions = {
  readonly objects: Pick<IntelligenceStore, 'contents'>
  readonly quarantine: Pick<Quarantine, 'bring'>
  readonly directory: Pick<Directory, 'setting'>
  readonly clock: Clock
}

const Remark = z.strictObject({ to: z.enum(TLP), reason: z.string().trim().min(1).max(1000) })

/**
 * `POST /api/v1/objects/{id}/remarkings` with `{ to, reason }`: a new version of an own object under another label, which
 * waits among the imports. Where it goes further than what is held, another person takes it in.
 */
export function remarkRoutes({ objects, quarantine, directory, clock }: RemarkOptions) {
  const app = new Hono<PersonEnv>()
  app.post('/api/v1/objects/:id/remarkings', async (context) => {
    const person = context.get('person')
    assertHandles(person, 'changes markings')
    const { to, reason } = Remark.parse(await context.req.json())
    const id = context.req.param('id')
    const newest = (await objects.contents(id)).at(-1)
    if (!newest) throw new Refusal(404, 'object.unknown', `expected an object held here, got ${id}`)
    if (newest.from || newest.outside)
      throw new SharingError(
        'remark.not-own',
        `expected an object that this party brought, got one from ${newest.from?.custodian ?? newest.source}`,
      )
    const { identities } = directory.setting()
    const object = remarked(readObject(newest.bytes), { to, now: clock.now(), identities })
    const name = `${to}: ${newest.name ?? id}. ${reason}`.slice(0, 200)
    const bytes = bundleWith(object, randomUUID())
    const view = await quarantine.bring(once(bytes), { name, by: person.id })
    return context.json(view, 201)
  })
  return app
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

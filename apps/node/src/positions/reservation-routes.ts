import { Hono } from 'hono'
import { reservationsOf, type PartyId } from '@entente/accord'
import type { ReservationsView } from '../api.ts'
import type { CaseFiles } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { findVersion, textOf } from './version.ts'

/** `/api/v1/reservations`: what this node's own nation has reserved, in every case that is held here. */
export function reservationRoutes(files: Pick<CaseFiles, 'list'>, party: PartyId): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/reservations', (context) => {
    const reservations = files.list().flatMap((file) => {
      const { charter } = file
      const judged = { charter, cut: file.cut(), state: file.state().state }
      return reservationsOf([judged], party).map((one) => {
        const version = findVersion(file, one.version)
        return {
          ...one,
          caseTitle: charter.title,
          title: (version && textOf(file, version)?.title) ?? one.step,
        }
      })
    })
    return context.json({ reservations } satisfies ReservationsView)
  })
  return app
}

import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { CharterId, type PartyId } from '@entente/accord'
import type { CaseFile, CaseFiles } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import type { Kept } from './at-home.ts'
import type { InterviewStore } from './interview-store.ts'
import type { ViewStore } from './view-store.ts'

/** What the routes of measures and views are made with. */
export type MeasuresOptions = {
  readonly files: CaseFiles
  readonly party: PartyId
  readonly views: ViewStore
  readonly interviews: InterviewStore
  readonly kept: Kept
  readonly clock: Clock
}

export type Routes = MeasuresOptions & {
  readonly app: OpenAPIHono<PersonEnv>
  readonly fileOf: (id: CharterId) => CaseFile
}

export const stepParam = z.object({ id: CharterId, step: z.string().max(64) })

/** An answer and a body as the description of the API has them. */
export const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.unknown() } },
})
export const bodyOf = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** An instant as acts write it. */
export const claimed = (clock: Clock): string => `${instant(clock).slice(0, 19)}Z`

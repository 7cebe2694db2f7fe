import type { Clock } from '../platform/clock.ts'
import type { IntelligenceStore } from '../intelligence/store.ts'
import { findObjects } from '../intelligence/view.ts'
import type { Hints, Neighbourhood, TechniqueMatrix, Timeline } from './api.ts'
import { newestOf } from './held.ts'
import { hintsFor } from './hints.ts'
import { matrixOf } from './matrix.ts'
import { neighbourhoodOf, timelineOf } from './neighbourhood.ts'

/** What is held, seen together; undefined where the object is not held, or not for this person. */
export type Knowing = {
  readonly hints: (id: string) => Promise<Hints | undefined>
  readonly neighbourhood: (id: string, depth: number) => Promise<Neighbourhood | undefined>
  readonly timeline: (id: string) => Promise<Timeline | undefined>
  /** Of what a query finds, the first 500; or of one object. */
  readonly techniques: (
    asked: { readonly q: string } | { readonly of: string },
  ) => Promise<TechniqueMatrix | undefined>
}

const MOST_FOUND = 500

export function createKnowing(
  store: IntelligenceStore,
  { red, clock }: { readonly red: boolean; readonly clock: Clock },
): Knowing {
  const held = { store, red }
  return {
    hints: (id) => hintsFor(held, id),
    neighbourhood: (id, depth) => neighbourhoodOf(held, id, depth),
    timeline: (id) => timelineOf(held, id),
    techniques: async (asked) => {
      if ('of' in asked) {
        const { of } = asked
        return (await newestOf(held, [of])).has(of) ? matrixOf(held, [of]) : undefined
      }
      const { objects, next } = await findObjects(store, {
        q: asked.q,
        limit: MOST_FOUND,
        red,
        clock,
      })
      return matrixOf(
        held,
        objects.map(({ id }) => id),
        next !== undefined,
      )
    },
  }
}

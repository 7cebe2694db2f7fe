import type { ActId, VersionState } from '@entente/accord'
import { FederationError, type CaseFile } from '../federation/index.ts'
import { closedFrom, forgetShown, isUncertified } from './silences.ts'

/** Seconds after which witnesses that did not answer are asked again, at the soonest; the longer it is over, the more seldom. */
const AGAIN = 60

/** Of which versions the trees are being collected: a second collection would keep what came meanwhile. */
const collecting = new WeakMap<CaseFile, Set<ActId>>()

/**
 * Has every strand cosigned as it stands once a silence is over, and keeps that: no witness cosigns it any more after a late
 * act, and without it nothing would show what was so at the end. Nobody signs anything by it. Gives the next second at which
 * there is something to keep.
 */
export async function keepEnds(
  file: CaseFile,
  /** Seconds, by this node's clock. */
  now: number,
): Promise<number | undefined> {
  const { steps } = file.state().state
  const silences = steps.flatMap(({ versions }) => versions.filter(isUncertified))
  const next = await Promise.all(silences.map((version) => keepEnd(file, version, now)))
  const coming = next.filter((second) => second !== undefined)
  return coming.length === 0 ? undefined : Math.min(...coming)
}

async function keepEnd(
  file: CaseFile,
  { id, gate: { notBefore } }: VersionState,
  now: number,
): Promise<number | undefined> {
  if (notBefore === undefined) return undefined
  if (now < notBefore) return notBefore
  const under = collecting.get(file) ?? new Set()
  collecting.set(file, under)
  if (under.has(id)) return now + AGAIN
  under.add(id)
  try {
    if (await closedFrom(file, id, notBefore)) return undefined
    await file.keepClosed(id, await file.closings(notBefore))
    forgetShown(file)
    return undefined
  } catch (error) {
    if (error instanceof FederationError) return now + Math.max(AGAIN, now - notBefore)
    throw error
  } finally {
    under.delete(id)
  }
}

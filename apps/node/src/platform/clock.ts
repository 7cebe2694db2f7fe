/** The node's own clock. Shown to people and put into cosignatures; no decision reads it. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

export const systemClock: Clock = { now: () => Date.now() }

/** Whole seconds, as witnesses attest them. */
export const seconds = (clock: Clock): number => Math.floor(clock.now() / 1000)

/** The instant as RFC 3339 text in UTC. */
export const instant = (clock: Clock): string => new Date(clock.now()).toISOString()

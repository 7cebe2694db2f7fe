/** The day to which rules and published views are stated. */
export const LAW_AS_OF = '2026-11-27'

/** Counts on where rules or views change again on the day to which they are stated. */
const EDITION = 3

/**
 * The rules and published views of this package under one name; other rules or views, another name.
 * What was signed under another one stands as it was signed.
 */
export const LAW_BASE = `entente-law-${LAW_AS_OF}.${EDITION}`

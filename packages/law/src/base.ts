/** The day to which rules and published views are stated. */
export const LAW_AS_OF = '2026-11-27'

/**
 * The rules and published views of this package under one name; other rules or views, another name.
 * What was signed under another one stands as it was signed.
 */
export const LAW_BASE = `entente-law-${LAW_AS_OF}`

/** The terms travel with the pages that show them, never with the first one. */
export { findTerm, SCALES, SCHEMES, TERMS } from '@entente/lexicon'

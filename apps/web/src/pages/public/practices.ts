/** The practices travel with who writes an advisory or checks themselves, never with the first page. */
export { PRACTICES, sourcesOf } from '@entente/lexicon'

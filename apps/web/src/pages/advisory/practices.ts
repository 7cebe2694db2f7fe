/** The practices travel when somebody writes an advisory, never with the first page. */
export { PRACTICES, sourcesOf } from '@entente/lexicon'

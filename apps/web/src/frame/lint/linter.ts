/** Code and terms of the linter: they travel when somebody first writes, never with the first page. */
export { lint } from '@entente/lexicon'

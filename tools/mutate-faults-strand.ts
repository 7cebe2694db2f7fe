import { inFile, type Mutant } from './mutate-fault.ts'

const federation = (file: string) => inFile(`apps/node/src/federation/${file}`)
const kept = federation('kept.ts')
const ask = federation('ask-first.ts')

/** What a node's own strand outlives: a lost disk, and a second node with the same key. */
export const STRAND_MUTANTS: readonly Mutant[] = [
  kept(
    'a witness keeps nothing of what it cosigns',
    'await store.keep(strand.name, { at, entries })',
    '',
  ),
  kept('nothing comes back from a witness', 'if (!note || note.size <= from) return', 'return'),
  kept(
    'whatever a witness gives is taken back',
    'if (toHex(got) !== toHex(note.root)) return false',
    '',
  ),
  federation('witness.ts')(
    'a witness cosigns what it could not get',
    '(await keep?.(asked, how.carried)) === true',
    '(await keep?.(asked, how.carried)) !== undefined',
  ),
  federation('witness.ts')(
    'a witness cosigns what it did not ask for',
    'keep ? undefined : true',
    'true',
  ),
  federation('routes.ts')(
    'what a witness kept is given to nobody',
    'await store.kept(strand.name, more)',
    '[]',
  ),
  federation('pulling.ts')(
    'a node that is behind asks mirrors alone',
    '||\n      recoverOwn(file, party, { source, crypto, outside }),',
    '|| false,',
  ),
  ask(
    'what one witness cosigned is more than the quorum’s',
    'note.size > decided',
    'note.size > 0',
  ),
  ask(
    'no tree of a witness is larger than what is decided',
    'const decided = sizeDecided(strand, { notes, party })',
    'const decided = Infinity',
  ),
  federation('publisher.ts')(
    'a witness is not heard after the quorum',
    'void aheadLater.then((later) => {',
    'void Promise.resolve([] as typeof ahead).then((later) => {',
  ),
]

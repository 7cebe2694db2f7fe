import { openStrand, put, roots, type Said } from './vectors-case.ts'
import { keysRevoke } from './vectors-acts-keys.ts'
import type { Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE } from './vectors-play.ts'

const joined: Said = { kind: 'join', statement: 'Alder takes part under this charter.' }
const left: Said = { kind: 'leave', reason: 'Its parliament decided so on 24 November.' }
const NEXT = `sha256:${'7'.repeat(64)}`
const amended: Said = { kind: 'charter-amend', on: `sha256:${'6'.repeat(64)}`, to: NEXT }

/** Alder's strand after it left. */
function gone() {
  const strand = openStrand('XA')
  const leave = put(strand, left, roots('XA'))
  return { strand, leave }
}

/** Alder's strand after it joined. */
function here() {
  const strand = openStrand('XA')
  const join = put(strand, joined)
  return { strand, join }
}

export const joinCases: readonly Case[] = [
  {
    name: 'a party takes part',
    why: 'Its ministry says so, with a word for the others.',
    said: joined,
  },
  { name: 'without a word', why: 'The act says enough.', said: { kind: 'join' } },
  {
    name: 'a word that is none',
    why: 'A statement has a letter at least.',
    void: 'act.malformed',
    said: { ...joined, statement: '' },
  },
  {
    name: 'after it left',
    why: 'Who left comes back under a charter that names it anew, and not by its own word.',
    void: 'act.after-leave',
    said: { ...joined, prev: gone().leave },
    at: gone().strand,
  },
]

export const leaveCases: readonly Case[] = [
  {
    name: 'a party leaves',
    why: 'Its root keys are enough, and it need not say why.',
    said: left,
    by: 'roots',
  },
  {
    name: 'after what it said',
    why: 'What it said before stays in its strand.',
    said: left,
    after: [EVIDENCE],
    by: 'roots',
  },
  {
    name: 'after it joined',
    why: 'It follows the last thing that the party said of its taking part.',
    said: { ...left, prev: here().join },
    at: here().strand,
    by: 'roots',
  },
  {
    name: 'by the ministry',
    why: 'It is final: whoever steals the key of a ministry does not take its nation out.',
    void: 'act.not-competent',
    said: left,
  },
  {
    name: 'by one root key of two',
    why: 'As many root keys sign as for a key act.',
    void: 'act.not-competent',
    said: left,
    by: 'one root',
  },
  {
    name: 'twice',
    why: 'Who left says nothing more of its taking part.',
    void: 'act.after-leave',
    said: { ...left, prev: gone().leave },
    at: gone().strand,
    by: 'roots',
  },
  {
    name: 'with another field',
    why: 'Only known fields are read.',
    void: 'act.malformed',
    said: { ...left, until: 1_795_694_400 },
    by: 'roots',
  },
]

/** Beside the examples of their kinds: what still counts of a party that left, and what not. */
export const afterLeaving: readonly Case[] = [
  {
    name: 'by a party that left',
    why: 'Whoever finds its ministry’s key can say nothing in its name.',
    void: 'act.after-leave',
    said: ATTRIBUTION,
    at: gone().strand,
  },
]
export const revokedAfterLeaving: readonly Case[] = [
  {
    name: 'by a party that left',
    why: 'A stolen key is taken back all the same.',
    said: keysRevoke('XA-mfa-1'),
    by: 'roots',
    at: gone().strand,
  },
]

export const charterAmendCases: readonly Case[] = [
  {
    name: 'the coalition goes on under another charter',
    why: 'Whether the version that puts it is adopted, its reader computes.',
    said: amended,
    party: 'CO',
  },
  {
    name: 'to what is no charter’s id',
    why: 'A charter is named by the hash of its bytes.',
    void: 'act.malformed',
    said: { ...amended, to: 'the next one' },
    party: 'CO',
  },
  {
    name: 'of no version',
    why: 'Nobody amends a charter without a text that all could read.',
    void: 'act.malformed',
    said: { kind: 'charter-amend', to: NEXT },
    party: 'CO',
  },
]

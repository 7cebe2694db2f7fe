import { seal, type PartyId } from '@entente/accord'
import { idOf, keysAdd, ministry, payload, type Said } from './vectors-case.ts'
import { FIRST, type Case } from './vectors-example.ts'
import { complies, EVIDENCE, TEXT } from './vectors-play.ts'
import { publicCharter } from './vectors-public.ts'

/** Which kinds may stand in a case that anyone reads: spec/certificate.md. */

const here = { charter: publicCharter.id }
const publish: Said = {
  ...here,
  kind: 'publish',
  what: 'advisory',
  audience: 'everybody',
  text: TEXT,
}
const published = payload('XA', publish)
const strand = (...entries: readonly Uint8Array[]) => ({
  party: 'XA' as PartyId,
  entries: [...entries],
})
const after = () => strand(seal(published, [ministry('XA')]))
const { key } = keysAdd('XA') as { key: { keyid: string; pub: string } }
const other = keysAdd('XB') as { key: object }

/** By whom, on an empty strand unless it says more. */
const one = (name: string, why: string, said: Said, more: Partial<Case> = {}): Case => ({
  name,
  why,
  said: { ...here, ...said },
  at: strand(),
  ...more,
})
const byRoots = { by: 'roots' } as const
const notPublic = { void: 'act.not-public' }

export const publicCases: readonly Case[] = [
  one('a publication', 'Anyone may read it.', publish),
  one(
    'a recall',
    'Whoever reads the text may read that it was taken back.',
    { kind: 'recall', of: idOf(published), reason: 'Wrong.' },
    { at: after() },
  ),
  one('a certificate', 'It names acts by their ids alone.', {
    kind: 'declare',
    on: FIRST,
    result: 'adopted',
    cut: {},
    closings: {},
  }),
  one(
    'a key that is given',
    'Who reads a signature needs the key.',
    { ...keysAdd('XA'), key: { ...other.key, keyid: 'XA-more-1' } },
    byRoots,
  ),
  one(
    'a key that is taken back',
    'Who reads a signature needs to know it.',
    { kind: 'keys-revoke', key: { keyid: key.keyid, pub: key.pub }, cause: 'lost' },
    byRoots,
  ),
  one(
    'root keys that hand over',
    'They may, where they are committed to others.',
    {
      kind: 'keys-root',
      root: [{ keyid: 'XA-root-3', alg: 'ed25519', pub: key.pub }],
      threshold: 1,
      next: FIRST,
    },
    { ...byRoots, void: 'root.uncommitted' },
  ),
  one(
    'an act that is disowned',
    'Whoever reads it may read that it is not theirs.',
    { kind: 'disavow', acts: [idOf(published)], reason: 'Stolen.' },
    { ...byRoots, at: after() },
  ),
  one(
    'a proof that a log signed two histories',
    'It may stand there; the key has no such verb.',
    { kind: 'accuse', of: 'XB', notes: ['one', 'other'] },
    { void: 'act.not-competent' },
  ),
  one('a voice', 'It is for the parties of its case.', complies(FIRST), notPublic),
  one('evidence', 'It is for the parties of its case.', EVIDENCE, notPublic),
  one(
    'leaving',
    'A party leaves the case that it is in.',
    { kind: 'leave' },
    { ...byRoots, ...notPublic },
  ),
]

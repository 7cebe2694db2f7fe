import { charter } from './vectors-case.ts'
import { treesOf, type Strand } from './vectors-bundle-trees.ts'
import { timestampedBundle } from './vectors-timestamped.ts'

/** The record with a timestamp, of which one field or passage is changed: whether it is proved, or what it is refused with. All verdicts are written by hand. */

export type Change = { readonly at: string; readonly is?: unknown }
type Changed = {
  readonly name: string
  readonly why: string
  readonly changes?: readonly Change[]
  readonly text?: { readonly from: string; readonly to: string; readonly times?: number }
  readonly verdict: 'proved' | { readonly refused: string }
}
type File = {
  readonly strands: readonly Strand[]
  readonly timestamps: readonly { readonly sizes: object; readonly token: string }[]
}

const { strands, timestamps } = JSON.parse(timestampedBundle()) as File
const [timestamp] = timestamps
const put = (
  name: string,
  why: string,
  verdict: Changed['verdict'],
  ...changes: NonNullable<Changed['changes']>
): Changed => ({ name, why, changes, verdict })
const refused = (code: string) => ({ refused: code })
const malformed = (name: string, at: string, ...is: readonly unknown[]): Changed =>
  put(name, 'The form of a record has these fields and no others.', refused('bundle.malformed'), {
    at,
    ...(is.length > 0 ? { is: is[0] } : {}),
  })
const proved = (name: string, why: string, at: string, is: unknown): Changed =>
  put(name, why, 'proved', { at, is })
/** The token with letters before it, up to so many. */
const lettersBefore = (most: number) => {
  const { token } = timestamp!
  return { from: token.slice(0, 40), to: 'A', times: most - token.length }
}
const LETTERS = JSON.stringify(JSON.parse(timestampedBundle())).length
const MOST = 268_435_456
/** A record with letters before it, so many in all. */
const lettersInAll = (most: number) => ({ from: '{', to: 'x', times: most - LETTERS })
const SHA = `sha256:${'0'.repeat(64)}`
const AT = 'timestamps.0'

const EXAMPLES: readonly Changed[] = [
  { name: 'nothing', why: 'It is proved.', verdict: 'proved' },
  {
    name: 'a line feed and a space before it',
    why: 'The layout is not signed.',
    text: { from: '{', to: '\n {' },
    verdict: 'proved',
  },
  put('the strands in another order', 'They stand in any order.', 'proved', {
    at: 'strands',
    is: strands.toReversed(),
  }),
  proved('no attachments', 'There may be none.', 'attachments', {}),
  proved('no timestamps', 'There may be none.', 'timestamps', []),
  put('timestamps left out', 'They may be left out.', 'proved', { at: 'timestamps' }),
  proved(
    '100 timestamps',
    'So many may be there.',
    'timestamps',
    Array(100).fill({ ...timestamp, token: '' }),
  ),
  {
    name: 'no JSON',
    why: 'A record is JSON.',
    text: { from: '{', to: '[' },
    verdict: refused('bundle.malformed'),
  },
  {
    name: 'a field twice',
    why: 'Whose value counts would hang on the reader.',
    text: { from: '"format"', to: '"format":"entente-bundle/1","format"' },
    verdict: refused('bundle.malformed'),
  },
  {
    name: 'a field twice, with a space before its colon',
    why: 'It is a field all the same.',
    text: { from: '"format"', to: '"format" :"entente-bundle/1","format"' },
    verdict: refused('bundle.malformed'),
  },
  malformed('another format', 'format', 'entente-bundle/2'),
  ...['format', 'charter', 'strands', 'claim'].map((name) => malformed(`${name} left out`, name)),
  malformed('a field more', 'more', 1),
  malformed('a charter that is a number', 'charter', 1),
  malformed('strands that are no list', 'strands', { 0: strands[0] }),
  malformed('65 strands', 'strands', Array(65).fill({ origin: '', checkpoint: '', entries: [] })),
  put('no strands', 'Those of the parties are missing.', refused('strand.missing'), {
    at: 'strands',
    is: [],
  }),
  put('64 strands', 'So many may be there.', refused('strand.unknown'), {
    at: 'strands',
    is: Array(64).fill({ origin: '', checkpoint: '', entries: [] }),
  }),
  malformed('a field more of a strand', 'strands.1.more', 1),
  malformed('a strand without origin', 'strands.1.origin'),
  malformed('an origin of 201 characters', 'strands.1.origin', 'x'.repeat(201)),
  put('an origin of 200 characters', 'So many may be there.', refused('strand.unknown'), {
    at: 'strands.1.origin',
    is: 'x'.repeat(200),
  }),
  malformed('a checkpoint that is a number', 'strands.1.checkpoint', 1),
  malformed('entries that are no list', 'strands.1.entries', ''),
  malformed('an entry that is a number', 'strands.1.entries.0', 1),
  put('an entry that is no base64', 'It has one form.', refused('bundle.base64'), {
    at: 'strands.1.entries.0',
    is: '*',
  }),
  put('a charter that is no base64', 'It has one form.', refused('bundle.base64'), {
    at: 'charter',
    is: '*',
  }),
  put('a strand of nobody', 'The charter names no such origin.', refused('strand.unknown'), {
    at: 'strands.1.origin',
    is: 'xz.example/quiet-modem',
  }),
  malformed('attachments that are a list', 'attachments', []),
  malformed('an attachment under another name', 'attachments', { 'sha256:0': '' }),
  malformed('an attachment that is a number', 'attachments', { [SHA]: 1 }),
  put('an attachment with another hash', 'It is named after it.', refused('bundle.attachment'), {
    at: 'attachments',
    is: { [SHA]: '' },
  }),
  {
    name: 'an attachment of two million letters, with another hash',
    why: 'Nothing but the record as a whole bounds what is attached.',
    changes: [{ at: 'attachments', is: { [SHA]: 'QQ==' } }],
    text: { from: 'QQ==', to: 'AAAA', times: 524_288 },
    verdict: refused('bundle.attachment'),
  },
  malformed('a claim with more', 'claim.more', 1),
  malformed('a claim that is none', 'claim', SHA),
  malformed('a digest that is none', 'claim.digest', SHA.slice(0, -1)),
  put('another digest', 'The state follows from the acts.', refused('bundle.claim'), {
    at: 'claim.digest',
    is: SHA,
  }),
  malformed('timestamps that are no list', 'timestamps', {}),
  malformed('a timestamp with more', `${AT}.more`, 1),
  ...['sizes', 'nonce', 'token'].map((name) =>
    malformed(`a timestamp without ${name}`, `${AT}.${name}`),
  ),
  malformed('sizes that are a list', `${AT}.sizes`, [4, 4, 4, 4]),
  malformed('sizes that are nothing', `${AT}.sizes`, null),
  malformed('sizes that are a text', `${AT}.sizes`, 'XA'),
  malformed('a size below zero', `${AT}.sizes.XA`, -1),
  malformed('half a size', `${AT}.sizes.XA`, 0.5),
  malformed('a name of nine letters among sizes', `${AT}.sizes.XXXXXXXXX`, 1),
  put('a name of eight letters among sizes', 'No party has it.', refused('bundle.timestamp'), {
    at: `${AT}.sizes.XXXXXXXX`,
    is: 1,
  }),
  proved('a size of zero', 'A token may be over nothing of a strand.', `${AT}.sizes.XA`, 0),
  malformed('a nonce with a letter more', `${AT}.nonce`, '00c0ffee00c0ffee0'),
  malformed('a nonce with a letter less', `${AT}.nonce`, '00c0ffee00c0ffe'),
  malformed('a nonce in capitals', `${AT}.nonce`, '00C0FFEE00C0FFEE'),
  malformed('a token that is a number', `${AT}.token`, 1),
  {
    name: 'a token of 87,384 letters',
    why: 'So many may be there.',
    text: lettersBefore(87_384),
    verdict: 'proved',
  },
  {
    name: 'a token of 87,385 letters',
    why: 'More may not.',
    text: lettersBefore(87_385),
    verdict: refused('bundle.malformed'),
  },
  {
    name: '268,435,456 letters in all',
    why: 'It is no JSON; so long a text may be one.',
    text: lettersInAll(MOST),
    verdict: refused('bundle.malformed'),
  },
  {
    name: '268,435,457 letters in all',
    why: 'It is too long to be looked at.',
    text: lettersInAll(MOST + 1),
    verdict: refused('bundle.too-large'),
  },
  ...treesOf(strands),
]

export const changedBundles = () => ({
  charter: charter.id,
  of: 'timestamped.json',
  examples: EXAMPLES,
})

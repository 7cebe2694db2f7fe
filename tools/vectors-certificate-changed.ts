import { makeCertificate, seal, type PartyId } from '@entente/accord'
import { fromBase64, fromUtf8, toBase64 } from '@entente/log'
import { bytesOf, charterBytes, idOf, ministry, roots, type Said } from './vectors-case.ts'
import {
  goodCertificate,
  PUBLISHED_AT,
  publicBytes,
  publicCharter,
  publishedPlay,
  shown,
} from './vectors-public.ts'

/** The certificate with a field or a passage changed: what it then shows, or what it is refused with. All verdicts are written by hand. */

type Verdict = { readonly refused: string } | { readonly since: object; readonly recalled: object }
type Changed = {
  readonly name: string
  readonly why: string
  /** The charter that is trusted, where it is not that of the certificate. */
  readonly charter?: string
  /** What is put at these paths; nothing where `is` is left out. */
  readonly changes?: readonly { readonly at: string; readonly is?: unknown }[]
  /** Then the text, written without spaces: what replaces a passage of it, so many times over. */
  readonly text?: { readonly from: string; readonly to: string; readonly times?: number }
  readonly verdict: Verdict
}

const play = publishedPlay()
const good = goodCertificate(play)
type File = {
  readonly parties: readonly { readonly party: string; readonly entries: readonly Entry[] }[]
}
type Entry = { readonly entry: string; readonly proof: string }
const { parties } = JSON.parse(good) as File
const REASON = 'Its parliament took the mandate back.'
const SINCE = { XA: PUBLISHED_AT, XB: PUBLISHED_AT + 600, XC: PUBLISHED_AT + 1200 }
const proved = (since: object = SINCE, recalled: object = { XC: REASON }): Verdict => ({
  since,
  recalled,
})
const refused = (code: string): Verdict => ({ refused: `public-certificate.${code}` })
type Put = { readonly at: string; readonly is?: unknown }
const change = (name: string, why: string, put: Put, verdict: Verdict): Changed => ({
  name,
  why,
  changes: [put],
  verdict,
})
const malformed = (name: string, at: string, ...put: readonly unknown[]): Changed =>
  change(
    name,
    'The form of a certificate has these fields and no others.',
    { at, ...(put.length > 0 ? { is: put[0] } : {}) },
    refused('malformed'),
  )

/** Entries of one party’s strand, each in a tree of this size, as they stand in a file. */
function entriesOf(
  id: 'XA' | 'XC',
  acts: readonly Uint8Array[],
  indexes: readonly number[],
  times?: readonly number[],
) {
  const file = makeCertificate({
    charterBytes: publicBytes,
    parties: [
      {
        party: id as PartyId,
        entries: indexes.map((index) =>
          shown(id, acts, {
            index,
            size: acts.length,
            time: PUBLISHED_AT,
            ...(times ? { times } : {}),
          }),
        ),
      },
    ],
  })
  return (JSON.parse(file) as File).parties[0]!.entries
}
const [published] = play.strands.XA
const publishedId = idOf(
  fromBase64((JSON.parse(fromUtf8(published!)) as { payload: string }).payload),
)
const sealed = (said: Said, by = [ministry('XA')]) =>
  seal(
    bytesOf({
      v: 1,
      charter: publicCharter.id,
      party: 'XA',
      claimedAt: '2026-11-25T09:00:00Z',
      ...said,
    }),
    by,
  )
const recall = (of: string, reason: string, prev?: string) =>
  sealed({ kind: 'recall', of, reason, ...(prev ? { prev } : {}) })
const idIn = (entry: Uint8Array) =>
  idOf(fromBase64((JSON.parse(fromUtf8(entry)) as { payload: string }).payload))
const first = recall(publishedId, 'First.')
const second = recall(publishedId, 'Second.', idIn(first))
const ofAnother = recall(`sha256:${'3c'.repeat(32)}`, 'Of another.')
const disavowal = sealed({ kind: 'disavow', acts: [publishedId], reason: 'Not ours.' }, roots('XA'))
const alder = (
  acts: readonly Uint8Array[],
  indexes = acts.map((_, at) => at),
  times?: readonly number[],
) => ({
  at: 'parties.0.entries',
  is: entriesOf('XA', acts, indexes, times),
})
const SHOWN: readonly Changed[] = [
  {
    name: 'nothing',
    why: 'It proves who published since when, and who took it back.',
    verdict: proved(),
  },
  {
    name: 'a space before it',
    why: 'The layout is not signed.',
    text: { from: '{', to: '\n {' },
    verdict: proved(),
  },
  change(
    'the times of its cosignatures are in no order',
    'Since when is the time at the place of the quorum, in ascending order.',
    alder([published!], [0], [PUBLISHED_AT + 9, PUBLISHED_AT + 1, PUBLISHED_AT + 5]),
    proved({ ...SINCE, XA: PUBLISHED_AT + 9 }),
  ),
  change(
    'a fourth witness cosigned later',
    'Since when is the time at the place of the quorum.',
    alder(
      [published!],
      [0],
      [PUBLISHED_AT + 20, PUBLISHED_AT + 3, PUBLISHED_AT + 10, PUBLISHED_AT + 2],
    ),
    proved({ ...SINCE, XA: PUBLISHED_AT + 10 }),
  ),
  change(
    'two recalls',
    'The first recall counts.',
    alder([published!, first, second]),
    proved(SINCE, { XA: 'First.', XC: REASON }),
  ),
  {
    name: 'the parties in another order',
    why: 'They stand in any order.',
    changes: [{ at: 'parties', is: parties.toReversed() }],
    verdict: proved(),
  },
]

const LONG = 16_777_216 - good.length
const REFUSED: readonly Changed[] = [
  {
    name: 'spaces up to 16,777,216 characters',
    why: 'That many are read.',
    text: { from: '{', to: ' ', times: LONG },
    verdict: proved(),
  },
  {
    name: 'spaces up to 16,777,217 characters',
    why: 'More are not read.',
    text: { from: '{', to: ' ', times: LONG + 1 },
    verdict: refused('too-large'),
  },
  {
    name: 'no JSON',
    why: 'A certificate is JSON.',
    text: { from: '{', to: '[' },
    verdict: refused('malformed'),
  },
  {
    name: 'a field twice',
    why: 'Whose value counts would hang on the reader.',
    text: { from: '"format"', to: '"format":"entente-certificate/1","format"' },
    verdict: refused('malformed'),
  },
  malformed('another format', 'format', 'entente-certificate/2'),
  malformed('without format', 'format'),
  malformed('without charter', 'charter'),
  malformed('without parties', 'parties'),
  malformed('a field more', 'more', 1),
  malformed('a charter that is a number', 'charter', 1),
  malformed('parties that are no list', 'parties', { '0': parties[0] }),
  malformed('no party', 'parties', []),
  malformed(
    '65 parties',
    'parties',
    Array(65).fill({ party: 'XA', entries: [{ entry: '', proof: '' }] }),
  ),
  change(
    '64 parties',
    'So many may be there; each once.',
    { at: 'parties', is: Array(64).fill({ party: 'XA', entries: [{ entry: '', proof: '' }] }) },
    { refused: 'strand.doubled' },
  ),
  malformed('a field more of a party', 'parties.1.more', 1),
  malformed('a party of three letters', 'parties.1.party', 'XBB'),
  malformed('a party that is a number', 'parties.1.party', 1),
  malformed('no entries of a party', 'parties.1.entries', []),
  malformed('entries that are no list', 'parties.1.entries', 'entries'),
  malformed('65 entries of a party', 'parties.1.entries', Array(65).fill({ entry: '', proof: '' })),
  change(
    '64 entries of a party',
    'So many may be there.',
    { at: 'parties.0.entries', is: Array(64).fill({ entry: '', proof: '' }) },
    refused('proof'),
  ),
  malformed('a field more of an entry', 'parties.1.entries.1.more', 1),
  malformed('an entry without a proof', 'parties.1.entries.1.proof'),
  malformed('a proof that is a number', 'parties.1.entries.1.proof', 1),
  malformed('an entry that is a number', 'parties.1.entries.1.entry', 1),
  change(
    'a charter that is no base64',
    'It has one form.',
    { at: 'charter', is: '*' },
    refused('base64'),
  ),
  change(
    'an entry that is no base64',
    'It has one form.',
    { at: 'parties.0.entries.0.entry', is: '*' },
    refused('base64'),
  ),
  {
    name: 'an entry and its proof that are none',
    why: 'The entry is read first.',
    changes: [
      { at: 'parties.0.entries.0.entry', is: '*' },
      { at: 'parties.0.entries.0.proof', is: '' },
    ],
    verdict: refused('base64'),
  },
  change(
    'a proof that is none',
    'It has a form.',
    { at: 'parties.0.entries.0.proof', is: '' },
    refused('proof'),
  ),
  {
    name: 'the charter of a case that is not public',
    why: 'Its acts are for its parties.',
    charter: 'sha256 of the charter that is put there',
    changes: [{ at: 'charter', is: toBase64(charterBytes) }],
    verdict: { refused: 'charter.not-public' },
  },
  {
    name: 'one entry twice',
    why: 'Each stands after the last.',
    changes: [{ at: 'parties.0.entries', is: [parties[0]!.entries[0], parties[0]!.entries[0]] }],
    verdict: refused('order'),
  },
  change(
    'a recall of something else',
    'What stands beside a publication takes it back.',
    alder([published!, ofAnother]),
    refused('stray'),
  ),
  change(
    'a recall of something else behind a recall',
    'Every other one is a recall of it.',
    alder([published!, first, ofAnother]),
    refused('stray'),
  ),
  change(
    'a recall of something else, and no publication',
    'Where nothing is published, nobody stands behind anything.',
    alder([ofAnother]),
    refused('unpublished'),
  ),
  change(
    'a recall of something else before the publication',
    'The publication comes first.',
    alder([ofAnother, published!]),
    refused('stray'),
  ),
  change(
    'an act of the root keys that is no key act',
    'It is neither a publication nor a recall.',
    alder([published!, disavowal]),
    refused('stray'),
  ),
]

export const changedCertificates = () => ({
  charter: publicCharter.id,
  of: 'quiet-modem.json',
  examples: [...SHOWN, ...REFUSED].map((one) =>
    one.charter === undefined ? one : { ...one, charter: idOf(charterBytes) },
  ),
})

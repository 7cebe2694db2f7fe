import { formatVkey, signNote, type Signer } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { fixedKey } from './vectors-key.ts'

/** Notes over addresses, with the verdict and its reason written by hand: spec/federation.md section 8. */
type AddressExample = {
  readonly name: string
  readonly why: string
  readonly note: string
  /** The note that a reader has of the same log. */
  readonly held?: string
  readonly verdict: 'newer' | 'nothing new' | { readonly refused: string }
}

const ORIGIN = 'xc.example/quiet-modem'
const named = (name: string, key = name): Signer => ({ ...fixedKey(key), name })
const textOf = (counter: string, url: string, origin = ORIGIN) =>
  `entente-address/1\n${origin}\n${counter}\n${url}\n`
const signed = (text: string, signer = named(ORIGIN)) => signNote(text, signer, crypto.sha256)

const URL_1 = 'https://node.cedar.example'
const URL_2 = 'https://elsewhere.cedar.example:4821'
const first = signed(textOf('1795694400', URL_1))
const refused = (code: string) => ({ refused: code })
const form = (name: string, why: string, url: string): AddressExample => ({
  name,
  why,
  note: signed(textOf('2', url)),
  verdict: refused('address.form'),
})

const EXAMPLES: readonly AddressExample[] = [
  {
    name: 'the first',
    why: 'Nothing is held, and the log signed it.',
    note: first,
    verdict: 'newer',
  },
  {
    name: 'a later one',
    why: 'Its counter is higher.',
    held: first,
    note: signed(textOf('1795694401', URL_2)),
    verdict: 'newer',
  },
  {
    name: 'the same again',
    why: 'It is passed on by everyone.',
    held: first,
    note: first,
    verdict: 'nothing new',
  },
  {
    name: 'a replay',
    why: 'What was so before is shown again: its counter is lower.',
    held: signed(textOf('1795694401', URL_2)),
    note: first,
    verdict: 'nothing new',
  },
  {
    name: 'two addresses under one counter',
    why: 'Readers that saw one first and the other later would turn to different machines.',
    held: first,
    note: signed(textOf('1795694400', URL_2)),
    verdict: refused('address.twice'),
  },
  {
    name: 'another party’s key',
    why: 'Birch’s log says where Cedar is.',
    note: signed(textOf('2', URL_2), named('xb.example/quiet-modem')),
    verdict: refused('address.unsigned'),
  },
  {
    name: 'another key under the same name',
    why: 'The name of a strand is no secret; its key is.',
    note: signed(textOf('2', URL_2), named(ORIGIN, 'xb.example/quiet-modem')),
    verdict: refused('address.unsigned'),
  },
  {
    name: 'an address that was changed',
    why: 'The signature is over the whole text.',
    note: first.replace(URL_1, URL_2),
    verdict: refused('address.unsigned'),
  },
  {
    name: 'a checkpoint',
    why: 'The same log signs both; one is not taken for the other.',
    note: signed(`${ORIGIN}\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`),
    verdict: refused('address.malformed'),
  },
  {
    name: 'a counter with a zero before it',
    why: 'A number has one form.',
    note: signed(textOf('02', URL_1)),
    verdict: refused('address.malformed'),
  },
  {
    name: 'a counter beyond safe integers',
    why: 'Every reader has to compare it exactly.',
    note: signed(textOf('9007199254740992', URL_1)),
    verdict: refused('address.malformed'),
  },
  {
    name: 'a line too many',
    why: 'A note has four.',
    note: signed(`${textOf('2', URL_1)}more\n`),
    verdict: refused('address.malformed'),
  },
  {
    name: 'two signatures',
    why: 'Whoever passes it on adds nothing to it.',
    note: `${first}${first.slice(first.lastIndexOf('\n\n') + 2)}`,
    verdict: refused('address.malformed'),
  },
  {
    name: 'longer than 2,048 letters',
    why: 'It is bounded before it is read.',
    note: signed(textOf('2', `https://${'a'.repeat(2_000)}.example`)),
    verdict: refused('address.malformed'),
  },
  form('a path', 'Nodes have their paths at the root.', `${URL_1}/entente`),
  form('a slash at the end', 'An address has one form.', `${URL_1}/`),
  form(
    'a name and a password',
    'A note carries no secret.',
    'https://cedar:word@node.cedar.example',
  ),
  form(
    'no TLS to another machine',
    'Who asks, and what for, is nobody’s business.',
    'http://node.cedar.example',
  ),
  form('another scheme', 'Nodes speak HTTP.', 'file:///etc/passwd'),
  form('longer than 300 letters', 'No address needs that.', `https://${'a.'.repeat(147)}example`),
  {
    name: 'this very machine, without TLS',
    why: 'A signed note may say it; who may follow it there is the reader’s own rule.',
    note: signed(textOf('2', 'http://127.0.0.1:4821')),
    verdict: 'newer',
  },
]

export const addressVectors = () => ({
  log: formatVkey(ORIGIN, 1, fixedKey(ORIGIN).publicKey, crypto.sha256),
  examples: EXAMPLES,
})

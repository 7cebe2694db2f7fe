import { parseCharter, seal, type PartyId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charterFields,
  fixedKey,
  keysAdd,
  payload,
  put,
  roots,
  signerOf,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { FIRST, type Case } from './vectors-example.ts'
import { ATTRIBUTION, complies, EVIDENCE } from './vectors-play.ts'

/** The case of the other vectors, but that voices need a key which its node does not hold, and attributions a token. */
export const demandingBytes = bytesOf({
  ...charterFields(),
  custody: { attribute: 'token', comply: 'browser-held' },
})
const here = { charter: parseCharter(demandingBytes, crypto).id }

/** A further key of Alder's ministry, of that custody. */
const another = (name: string, custody: string): Said => ({
  ...here,
  kind: 'keys-add',
  authority: { id: 'XA-mfa', name: 'Ministry of Foreign Affairs' },
  key: { keyid: name, alg: 'ed25519', pub: toBase64(fixedKey(name).publicKey), custody },
  mandate: { verbs: ['attribute', 'comply'] },
})

/** Alder's strand with its node-held key, and these others. */
function begun(...others: readonly Said[]): GrowingStrand {
  const first = seal(payload('XA', { ...here, ...keysAdd('XA') }), roots('XA'))
  const strand = { party: 'XA' as PartyId, entries: [first] }
  for (const said of others) put(strand, said, roots('XA'))
  return strand
}

const BROWSER = 'XA-mfa-browser'
const TOKEN = 'XA-mfa-token'
const voice = { ...here, ...complies(FIRST) }
const attribution = { ...here, ...ATTRIBUTION }
const withBrowser = () => begun(another(BROWSER, 'browser-held'))
const withToken = () => begun(another(TOKEN, 'token'))

export const custodyCases: readonly Case[] = [
  {
    name: 'a voice by a key that a browser holds',
    why: 'The charter asks for no more than that.',
    said: voice,
    by: [signerOf(BROWSER)],
    at: withBrowser(),
  },
  {
    name: 'a voice by a key on a token',
    why: 'A token is stronger than what the charter asks for.',
    said: voice,
    by: [signerOf(TOKEN)],
    at: withToken(),
  },
  {
    name: 'a voice by a key that the node holds',
    why: 'Whoever holds the node could have signed it.',
    void: 'key.custody',
    said: voice,
    at: begun(),
  },
  {
    name: 'a voice by a key that the node holds, while a browser holds another',
    why: 'What another key could have signed does not make this one stronger.',
    void: 'key.custody',
    said: voice,
    at: withBrowser(),
  },
  {
    name: 'a voice that both keys signed',
    why: 'One of those who signed is enough; the other takes nothing from it.',
    said: voice,
    by: [signerOf('XA-mfa-1'), signerOf(BROWSER)],
    at: withBrowser(),
  },
  {
    name: 'an attribution by a key that a browser holds',
    why: 'For attributions the charter asks for a token.',
    void: 'key.custody',
    said: attribution,
    by: [signerOf(BROWSER)],
    at: withBrowser(),
  },
  {
    name: 'an attribution by a key on a token',
    why: 'As the charter asks.',
    said: attribution,
    by: [signerOf(TOKEN)],
    at: withToken(),
  },
  {
    name: 'evidence by a key that the node holds',
    why: 'The charter asks for no custody of evidence.',
    said: { ...here, ...EVIDENCE },
    at: begun(),
  },
  {
    name: 'evidence by a key on a token whose mandate does not have it',
    why: 'A strong custody is no mandate.',
    void: 'act.not-competent',
    said: { ...here, ...EVIDENCE },
    by: [signerOf(TOKEN)],
    at: withToken(),
  },
  {
    name: 'a key act under a charter that asks for custody',
    why: 'Root keys sign key acts; custody is asked of authorities’ keys.',
    said: another(BROWSER, 'browser-held'),
    by: 'roots',
    at: begun(),
  },
]

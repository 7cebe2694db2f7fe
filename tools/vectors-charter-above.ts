import { seal, type ActSigner } from '@entente/accord'
import { toBase64 } from '@entente/log'
import { charter, keysAdd, payload, roots } from './vectors-case.ts'
import { put, read, refused, type Example } from './vectors-charter-example.ts'
import { ABOVE } from './vectors-charter-form.ts'

/** Charters of cases below another, or that amend one, and the key acts that they hand down. All verdicts are written by hand. */

export const entry = (party: string, by: readonly ActSigner[] = roots(party), more = {}) =>
  toBase64(seal(payload(party, { ...keysAdd(party), ...more }), [...by]))
export const below = (...entries: readonly string[]) => [
  put('parent', { ...ABOVE, case: charter.id }),
  put('keys', { XA: entries }),
]
export const ABOVES: readonly Example[] = [
  refused(
    'charter.malformed',
    'a case above and one that it amends',
    'Keys come from one case.',
    put('parent', ABOVE),
    put('amends', ABOVE),
  ),
  ...['parent', 'amends'].flatMap((at) => [
    read('a charter before the case above', 'Its key acts may be copied.', put(at, ABOVE)),
    refused(
      'charter.malformed',
      `a case twice in ${at}`,
      'Each is another.',
      put(at, { ...ABOVE, older: [ABOVE.case] }),
    ),
    refused(
      'charter.malformed',
      `an older charter twice in ${at}`,
      'Each is another.',
      put(at, { ...ABOVE, older: [ABOVE.older[0], ABOVE.older[0]] }),
    ),
  ]),
  refused(
    'charter.key-act',
    'keys, and no case above',
    'They come from somewhere.',
    put('keys', {}),
  ),
  read('a key act that is handed down', 'It counts.', ...below(entry('XA'))),
  read(
    'a key act of an older case',
    'It may have been said there.',
    put('parent', { ...ABOVE, older: [charter.id] }),
    put('keys', { XA: [entry('XA')] }),
  ),
  refused(
    'charter.key-act',
    'a key act of another case',
    'It was said nowhere above.',
    put('parent', ABOVE),
    put('keys', { XA: [entry('XA')] }),
  ),
  refused(
    'charter.key-act',
    'a key act twice',
    'It counts once.',
    ...below(entry('XA'), entry('XA')),
  ),
  refused(
    'charter.key-act',
    'a key act that one root key signed',
    'The threshold is two.',
    ...below(entry('XA', roots('XA').slice(1))),
  ),
  refused(
    'charter.key-act',
    'a key act in another form of base64',
    'There is one.',
    ...below('AB=='),
  ),
  refused('charter.key-act', 'a key act of another party', 'It is its own.', ...below(entry('XB'))),
  refused(
    'charter.key-act',
    'a key act that is no entry',
    'It is an entry of a strand.',
    ...below(toBase64(new TextEncoder().encode('keys'))),
  ),
  refused(
    'charter.key-act',
    'an act of another kind, which root keys signed',
    'It is said in its own case alone.',
    ...below(toBase64(seal(payload('XA', { kind: 'leave' }), roots('XA')))),
  ),
]

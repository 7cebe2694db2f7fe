import { fromUtf8 } from '@entente/log'
import { secondBytes } from './vectors-acts-second.ts'
import { charterFields, fixedKey } from './vectors-case.ts'
import { ABOVES } from './vectors-charter-above.ts'
import { put, read, refused, vkey, type Example } from './vectors-charter-example.ts'
import { ABOVE } from './vectors-charter-form.ts'
import { KEYS, SECONDS, VKEYS } from './vectors-charter-keys.ts'

/** Charters in which is changed what one line of spec/strand.md, section 1, speaks of. All verdicts are written by hand. */

const fields = charterFields()
const [alder, birch] = fields.parties as [
  (typeof fields.parties)[number],
  (typeof fields.parties)[number],
]

const MAJORITY = { rule: 'qualified-majority' }
/** A chair that is so many objects in one another. */
const deep = (levels: number) => ({
  from: '"CO"',
  to: `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
})
const READING: readonly Example[] = [
  read('nothing', 'It is one.'),
  refused(
    'json.too-large',
    'more than 1,048,576 bytes',
    'No JSON that is signed or hashed is larger.',
    {
      at: 'title',
      text: 'x',
      times: 1_048_576,
    },
  ),
  {
    ...refused('charter.malformed', 'objects 32 deep', 'So deep they may lie.'),
    passage: deep(31),
  },
  { ...refused('json.too-deep', 'objects 33 deep', 'No deeper than 32.'), passage: deep(32) },
  {
    ...refused('json.not-canonical', 'a space', 'A charter has one form, or it had two ids.'),
    passage: { from: ',', to: ', ' },
  },
  {
    ...refused('json.malformed', 'a bracket too few', 'It is JSON.'),
    passage: { from: '{', to: '' },
  },
  refused(
    'charter.unknown-rules',
    'later rules',
    'This reader does not decide by them.',
    put('rules', 'entente-rules/2'),
  ),
  refused('charter.malformed', 'rules that are a number', 'A version has a name.', put('rules', 1)),
]

const PARTIES: readonly Example[] = [
  refused(
    'charter.parties',
    'a party twice',
    'Each stands once.',
    put('parties.4', { ...alder, origin: 'xa.example/other' }),
  ),
  refused(
    'charter.parties',
    'an origin twice',
    'Each strand has a name of its own.',
    put('parties.0.origin', birch.origin),
  ),
  refused('charter.parties', 'a chair that is a stranger', 'It is a party.', put('chair', 'XZ')),
  refused(
    'charter.parties',
    'a filer that is a stranger',
    'It is a party.',
    put('steps.position.by', 'XZ'),
  ),
  read('a member that files', 'It is a party.', put('steps.position.by', 'XB')),
  refused(
    'charter.parties',
    'a witness of a stranger',
    'It is of a party, or of nobody in the case.',
    put('witnesses.0.party', 'XZ'),
  ),
  read('a witness of nobody in the case', 'It is known by its key.', { at: 'witnesses.0.party' }),
  refused(
    'charter.parties',
    'keys of a stranger',
    'They are handed down to parties.',
    put('parent', ABOVE),
    put('keys', { XZ: [] }),
  ),
  refused(
    'charter.parties',
    'no member',
    'Somebody has a voice.',
    ...[0, 1, 2].flatMap((at) => [
      put(`parties.${at}.role`, 'organisation'),
      { at: `parties.${at}.population` },
    ]),
  ),
  read(
    'one member',
    'One is enough.',
    ...[0, 1].flatMap((at) => [
      put(`parties.${at}.role`, 'community'),
      { at: `parties.${at}.population` },
    ]),
  ),
]

const MOST = Math.floor(Number.MAX_SAFE_INTEGER / 100)
const RULES: readonly Example[] = [
  ...(['minimum', 'blocking'] as const).map((at) =>
    refused(
      'charter.rule-data',
      `a majority with ${at} alone`,
      'It needs both numbers.',
      put('steps.situation', MAJORITY),
      put(at, 2),
    ),
  ),
  read(
    'a majority with both numbers',
    'It can be decided by.',
    put('steps.situation', MAJORITY),
    put('minimum', 2),
    put('blocking', 2),
  ),
  refused(
    'charter.rule-data',
    'a model of silence for unanimity',
    'Only a silence has one.',
    put('steps.position.model', 'osce'),
  ),
  read(
    'a model of silence',
    'It is data of that rule.',
    put('steps.term', { rule: 'silence', model: 'nato' }),
  ),
  ...['keys-add', 'leave', 'applaud', 'constructor'].map((verb) =>
    refused(
      'charter.custody',
      `a custody for ${verb}`,
      'It is asked of what authorities sign.',
      put('custody', { [verb]: 'token' }),
    ),
  ),
  read('a custody for a voice', 'Authorities sign it.', put('custody', { comply: 'token' })),
  refused('charter.population', 'a member without a population', 'Votes are weighed by it.', {
    at: 'parties.2.population',
  }),
  refused(
    'charter.population',
    'an organisation with a population',
    'It has no voice.',
    put('parties.3.population', 1),
  ),
  read(
    'populations of 2^53/100 together, rounded down',
    'A hundred times the sum is still a whole number.',
    put('parties.0.population', MOST - 60),
  ),
  refused(
    'charter.population',
    'populations of one more',
    'A hundred times the sum is no safe number.',
    put('parties.0.population', MOST - 59),
  ),
]

const QUORUMS: readonly Example[] = [
  refused(
    'charter.quorum',
    'two of four witnesses',
    'Two trees of one strand could both count.',
    put('quorum', 2),
  ),
  read('four of four witnesses', 'More than the least may be asked.', put('quorum', 4)),
  refused(
    'charter.quorum',
    'five of four witnesses',
    'No tree would ever count.',
    put('quorum', 5),
  ),
  // ceil((n + f + 1) / 2), f = floor((n - 1) / 3).
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => {
    const least = [1, 2, 2, 3, 4, 4, 5, 6][n - 1]!
    const some = Array.from({ length: n }, (_, at) => ({
      vkey: vkey(`w${at}.example`, 4, fixedKey(`w${at}.example`).publicKey),
    }))
    return [
      read(
        `${least} of ${n} witnesses`,
        'It is the least.',
        put('witnesses', some),
        put('quorum', least),
      ),
      ...(least > 1
        ? [
            refused(
              'charter.quorum',
              `${least - 1} of ${n} witnesses`,
              'It is one too few.',
              put('witnesses', some),
              put('quorum', least - 1),
            ),
          ]
        : []),
    ]
  }),
]

/** Charters with what is changed in each, and whether it is read. */
export const charterVectors = () => ({
  groups: [
    {
      charter: fields,
      examples: [...READING, ...PARTIES, ...RULES, ...QUORUMS, ...KEYS, ...VKEYS, ...ABOVES],
    },
    { charter: JSON.parse(fromUtf8(secondBytes)) as object, examples: SECONDS },
  ],
})

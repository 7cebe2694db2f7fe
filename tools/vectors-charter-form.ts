import { toBase64 } from '@entente/log'
import { charterFields } from './vectors-case.ts'
import {
  act,
  bads,
  base64,
  closed,
  day,
  goods,
  ids,
  keyId,
  list,
  malformed,
  name,
  oneOf,
  onlyTrue,
  optional,
  party,
  required,
  SHA,
  text,
  whole,
  words,
  yesNo,
  type Rule,
} from './vectors-form-rules.ts'

/** A charter with everything in it that one may have, each field of it up to its bounds and beyond: spec/strand.md, section 1. */

const HEAD = { size: 1, root: toBase64(new Uint8Array(32)) }
const sha = (n: number) => `sha256:${String(n).padStart(64, '0')}`
const shas = (count: number) => Array.from({ length: count }, (_, at) => sha(at))
export const ABOVE = { case: SHA, cut: { XA: HEAD }, older: [sha(1)] }

const fields = charterFields()
const [first, ...parties] = fields.parties
const CHARTER = {
  ...fields,
  parties: [{ ...first, next: SHA }, ...parties],
  public: true,
  parent: ABOVE,
  keys: { XA: [] as string[] },
  period: 86_400,
  minimum: 2,
  blocking: 2,
  doubleThirdUnderMajority: true,
  steps: { ...fields.steps, term: { rule: 'silence', by: 'CO', model: 'osce' } },
  custody: { comply: 'token' },
  second: 'ml-dsa-44',
  goals: [{ id: 'reports', title: 'All report', dueOn: '2027-06-30', count: 'reports' }],
}
const KEY = { keyid: 'k#', alg: 'ed25519', pub: 'AAAA' }

const taken = (at: string): Rule => [
  ...closed(at, `${at}.cut.XA`),
  ...required(`${at}.case`, `${at}.cut`, `${at}.cut.XA.size`, `${at}.cut.XA.root`),
  ...optional(at, `${at}.older`),
  ...ids(`${at}.case`, `${at}.older.0`),
  ...goods(`${at}.older`, shas(64)),
  ...bads(`${at}.older`, shas(65), [], SHA),
  ...goods(`${at}.cut`, {}),
  ...bads(`${at}.cut`, { X: HEAD }, []),
  ...whole(`${at}.cut.XA.size`, 0),
  ...base64(`${at}.cut.XA.root`),
]

const PARTY = 'parties.0'
const EXAMPLES: Rule = [
  ...closed('', PARTY, `${PARTY}.root.0`, 'witnesses.0', 'steps.term', 'goals.0'),
  ...required('v', 'title', 'exercise', 'tlp', 'chair', 'parties', 'witnesses', 'quorum', 'grace'),
  ...required('notice', 'cure', 'steps', 'steps.term.rule', 'witnesses.0.vkey', 'rules'),
  ...required(...['id', 'name', 'role', 'origin', 'log', 'root'].map((at) => `${PARTY}.${at}`)),
  ...required(...['threshold', 'root.0.keyid', 'root.0.pub'].map((at) => `${PARTY}.${at}`)),
  ...required('goals.0.id', 'goals.0.title', 'goals.0.dueOn'),
  ...optional('public', 'keys', 'period', 'minimum', 'blocking', 'doubleThirdUnderMajority'),
  ...optional('custody', 'second', 'goals', 'goals.0.count', 'steps.term.by', 'steps.term.model'),
  ...optional(`${PARTY}.next`, `${PARTY}.population`, 'witnesses.0.party'),
  ...bads('v', 0, 2, '1'),
  ...words('title', 300),
  ...yesNo('exercise'),
  ...onlyTrue('public'),
  ...oneOf('tlp', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'),
  ...taken('parent'),
  ...bads('keys', { X: [] }, [], { XA: 'AAAA' }),
  ...list('keys.XA', 'AAAA', 0, 64),
  ...bads('keys.XA', ['A'], [1]),
  ...party('chair'),
  act('parties', { item: { ...parties[0], id: 'XZ' }, times: 64 }),
  malformed('parties', { item: { ...parties[0], id: 'XZ' }, times: 65 }),
  act('parties', { is: [first, parties[0]] }),
  ...bads('parties', [first], {}),
  ...party(`${PARTY}.id`),
  ...words(`${PARTY}.name`, 120),
  ...oneOf(`${PARTY}.role`, 'member', 'organisation', 'community', 'operator'),
  ...whole(`${PARTY}.population`, 1),
  ...goods(`${PARTY}.origin`, 'a', '0', `a${'b'.repeat(199)}`, 'a.b/c-d'),
  ...bads(
    `${PARTY}.origin`,
    '',
    `a${'b'.repeat(200)}`,
    '.a',
    '/a',
    '-a',
    'A',
    'a b',
    'a_b',
    'a\n',
    1,
  ),
  ...text(`${PARTY}.log`, 2100),
  ...list(`${PARTY}.root`, KEY, 1, 16),
  ...keyId(`${PARTY}.root.0.keyid`),
  ...oneOf(`${PARTY}.root.0.alg`, 'ed25519', 'ml-dsa-44'),
  ...base64(`${PARTY}.root.0.pub`),
  ...whole(`${PARTY}.threshold`, 1, 16),
  ...ids(`${PARTY}.next`),
  act('witnesses', { item: fields.witnesses[0], times: 64 }),
  malformed('witnesses', { item: fields.witnesses[0], times: 65 }),
  ...bads('witnesses', [], {}),
  ...party('witnesses.0.party'),
  ...text('witnesses.0.vkey', 2100),
  ...whole('quorum', 1),
  ...['grace', 'notice', 'cure', 'period'].flatMap((at) => whole(at, 0)),
  ...['minimum', 'blocking'].flatMap((at) => whole(at, 1)),
  ...yesNo('doubleThirdUnderMajority'),
  ...goods('steps', {}),
  ...bads('steps', [], { anthem: { rule: 'silence' } }),
  ...['situation', 'attribution', 'position', 'measure', 'termination', 'lessons', 'charter'].map(
    (kind) => act(`steps.${kind}`, { is: { rule: 'silence' } }),
  ),
  ...goods('steps.advisory', { rule: 'silence' }),
  ...oneOf('steps.term.rule', 'express-unanimity', 'silence', 'qualified-majority'),
  ...oneOf('steps.term.rule', 'participants-only', 'each-its-own'),
  ...party('steps.term.by'),
  ...oneOf('steps.term.model', 'eu-coreu', 'osce', 'nato'),
  ...goods('custody', {}, { ['x'.repeat(64)]: 'token' }),
  ...bads('custody', [], { ['x'.repeat(65)]: 'token' }),
  ...oneOf('custody.comply', 'browser-held', 'token'),
  ...bads('custody.comply', 'node-held'),
  ...bads('second', 'ed25519', true),
  ...list('goals', { id: 'g#', title: 'All report', dueOn: '2027-06-30' }, 1, 32),
  ...name('goals.0.id', 63),
  ...words('goals.0.title', 300),
  ...day('goals.0.dueOn'),
  ...name('goals.0.count', 63),
]

/** The charter, and whether it is of the form of one with each of these changes, a line each. */
export function charterForm(): string {
  const { parent, ...rest } = CHARTER
  const amending = { ...rest, amends: parent }
  const forms = [
    { charter: CHARTER, examples: EXAMPLES },
    { charter: amending, examples: taken('amends') },
  ].map(({ charter, examples }) => {
    const lines = examples.map(({ verdict, ...one }) =>
      JSON.stringify({ ...one, verdict: verdict === 'act' ? 'charter' : verdict }),
    )
    return `{"charter":${JSON.stringify(charter)},"examples":[\n${lines.join(',\n')}\n]}`
  })
  return `{"forms":[\n${forms.join(',\n')}\n]}\n`
}

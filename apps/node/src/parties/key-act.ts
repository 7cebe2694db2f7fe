import { algOf, canonical, seal, type Charter, type CharterId } from '@entente/accord'
import { toBase64 } from '@entente/log'
import type { NodeConfig } from '../config.ts'
import type { Keys } from '../platform/keys/index.ts'
import { OPEN_CASE } from './role.ts'
import { rootsAmong } from './root-keys.ts'

/** What a nation does in a measure, from the demand to its end. */
const MEASURE_VERBS = [
  'call',
  'notice',
  'assess',
  'start',
  'report',
  'review',
  'suspend',
  'terminate',
]
/** What parties say to one another beside their voices. */
const EXCHANGE_VERBS = ['sound', 'comment', 'note', 'release']
/** What stands in the coalition’s public case. */
const PUBLIC_VERBS = ['publish', 'recall']
/** Whoever sees that a log signed two histories may file the proof. */
const ALARM_VERBS = ['accuse']
const MEMBER_VERBS = [
  // To leave is no verb of an authority: root keys sign it.
  'join',
  'evidence',
  'evidence-withdraw',
  'attribute',
  'objective',
  'comply',
  'withdraw',
  'receipt',
  'reaffirm',
  'declare',
  ...EXCHANGE_VERBS,
  ...MEASURE_VERBS,
  ...PUBLIC_VERBS,
  ...ALARM_VERBS,
  OPEN_CASE,
]
const CHAIR_VERBS = [
  'join',
  'charter-amend',
  'evidence',
  'evidence-withdraw',
  'propose',
  'amend',
  'extend',
  'declare',
  ...EXCHANGE_VERBS,
  ...PUBLIC_VERBS,
  ...ALARM_VERBS,
  OPEN_CASE,
]

/** What an authority of such a party may sign where its party says nothing else. */
export function defaultVerbs(role: Charter['parties'][number]['role']): readonly string[] {
  switch (role) {
    case 'member':
      return MEMBER_VERBS
    case 'organisation':
      return CHAIR_VERBS
    case 'operator':
      return ['incident-report', 'sighting', 'self-assessment', 'evidence', ...ALARM_VERBS]
    case 'community':
      return ['evidence', ...ALARM_VERBS]
  }
}

/** The party's root keys give each of its authorities its key, one for second signatures where it has one, and the verbs. */
export function keyAct(
  { party, authorities }: Pick<NodeConfig, 'party' | 'authorities'>,
  charter: CharterId,
  { keys, nowAt }: { readonly keys: Pick<Keys, 'load' | 'names'>; readonly nowAt: Date },
): readonly Uint8Array[] {
  const roots = rootsAmong(keys, party)
  const given = authorities.flatMap(({ keyid, second, ...authority }) =>
    [keyid, ...(second === undefined ? [] : [second])].map((one) => ({ ...authority, keyid: one })),
  )
  return given.map(({ id, name, keyid, verbs }) => {
    const { publicKey } = keys.load(keyid)
    const payload = canonical({
      v: 1,
      charter,
      party,
      kind: 'keys-add',
      claimedAt: `${nowAt.toISOString().slice(0, 19)}Z`,
      authority: { id, name },
      key: {
        keyid,
        alg: algOf(publicKey),
        pub: toBase64(publicKey),
        custody: 'node-held',
      },
      mandate: { verbs },
    })
    return seal(new TextEncoder().encode(payload), roots)
  })
}

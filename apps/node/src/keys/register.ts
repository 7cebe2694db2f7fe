import {
  kindOf,
  type AuthorityKey,
  type KeyState,
  type Logged,
  type PartyId,
  type State,
} from '@entente/accord'
import { toBase64, type Crypto } from '@entente/log'
import type { HeldCase, HeldCaseFiles } from '../federation/index.ts'
import type { KeyRow, KeysView, MissingCopy, PartyKeys } from './api.ts'
import { missingIn } from './copying.ts'

type Register = {
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly crypto: Pick<Crypto, 'sha256'>
  /** Ids of the keys whose private half is here. */
  readonly holds: (keyid: string) => boolean
}

/** Who may sign for each party of a case, from where to where, as its strands here have it. */
export function keysView(file: HeldCase, register: Register): KeysView {
  const { parties, id } = file.charter
  return { case: id, parties: parties.map((party) => partyKeys(file, party, register)) }
}

function partyKeys(
  file: HeldCase,
  { id: party, name }: { readonly id: PartyId; readonly name: string },
  { caseFiles, crypto, holds }: Register,
): PartyKeys {
  const state = file.strand(party).reader().keys()
  const missing = missingIn(caseFiles, file, { party, crypto })
  const forked = file.state().state.forked?.find((one) => one.party === party)
  return {
    party,
    name,
    threshold: state.threshold,
    root: [...state.root].map(([keyid, pub]) => ({ keyid, pub: toBase64(pub) })),
    ...(state.next === undefined ? {} : { next: state.next }),
    keys: rowsOf(state, { holds, ended: file.state().state.mandates ?? [] }),
    ...(missing ? { missing: missing.acts.flatMap((act) => missingCopy(act) ?? []) } : {}),
    ...(forked ? { forked: { size: forked.size, by: forked.by } } : {}),
  }
}

type Ended = NonNullable<State['mandates']>

function rowsOf(
  { authorities, spent }: KeyState,
  { holds, ended }: { readonly holds: Register['holds']; readonly ended: Ended },
): readonly KeyRow[] {
  const row = (key: AuthorityKey): KeyRow => ({
    keyid: key.key.keyid,
    pub: key.key.pub,
    authority: key.authority,
    custody: key.key.custody,
    verbs: key.mandate.verbs,
    ...(key.mandate.until === undefined ? {} : { until: key.mandate.until }),
    given: placeOf(key),
    ...endOf(key, ended),
    held: holds(key.key.keyid),
  })
  const revoked = [...spent.values()].flatMap(({ was, cause, ...place }) =>
    was ? [{ ...row(was), revoked: { ...placeOf(place), cause } }] : [],
  )
  return [...[...authorities.values()].map(row), ...revoked]
}

const placeOf = ({ act, from }: Pick<AuthorityKey, 'act' | 'from'>) => ({
  act,
  ...(from === undefined ? {} : { index: from }),
})

/** Where it is certified that the mandate ended: by which act, and from which place on. */
function endOf({ act }: AuthorityKey, ended: Ended): Pick<KeyRow, 'ended'> {
  const [first] = ended
    .filter(({ of }) => of === act)
    .toSorted((one, other) => one.from - other.from)
  return first ? { ended: { act: first.by, index: first.from } } : {}
}

function missingCopy({ id, act }: Logged): MissingCopy | undefined {
  const change = act && kindOf(act).keys?.(act)
  if (!change) return undefined
  const keyids =
    change.does === 'rotates' ? change.set.root.map(({ keyid }) => keyid) : [change.key.keyid]
  return { act: id, does: change.does, keyids }
}

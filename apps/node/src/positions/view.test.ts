import { expect, test } from 'vitest'
import { seal, type PartyId } from '@entente/accord'
import {
  charter,
  charterBytes,
  fixedKey,
  idOf,
  keysAdd,
  noteOf,
  openStrand,
  payload,
  put,
  roots,
  threeAt,
  WITNESS_NAMES,
} from '../../../../tools/vectors-case.ts'
import { waitsTold } from '../cli/waits-told.ts'
import { openCaseFile } from '../federation/case-file.ts'
import { caseMigrations, caseStore } from '../federation/case-store.ts'
import { outside } from '../federation/outside.ts'
import { createWitness } from '../federation/witness.ts'
import { crypto } from '../platform/crypto.ts'
import { openDatabase } from '../platform/db/index.ts'
import { caseView } from './view.ts'

const named = (name: string) => ({ name, ...fixedKey(name) })
const clock = { now: () => 900_000 }

/** The chair’s node on its own: no wire leads to another witness, and three of the four make a quorum. */
test('an act that is filed says for which witnesses it waits, and for which act it is about', async () => {
  await using database = await openDatabase(':memory:', caseMigrations)
  const store = caseStore(database)
  const file = await openCaseFile(charter, charterBytes, {
    store,
    party: 'CO' as PartyId,
    isNew: true,
    logSigner: named,
    crypto,
    clock,
    witness: createWitness({
      store,
      signer: named(WITNESS_NAMES[3]!),
      clock,
      crypto,
      logKeys: () => [file.notes.logKey('CO' as PartyId)],
    }),
    outside,
    quota: () => 20_000,
    submitTo: () => Promise.resolve(undefined),
    urlOf: () => undefined,
    raise: () => Promise.resolve(),
    tell: () => Promise.resolve(),
    changed: () => {},
    failed: (error) => {
      throw error
    },
  })
  const bytes = payload('CO', keysAdd('CO'))
  const filed = await file.file(seal(bytes, roots('CO')))
  expect(filed).toMatchObject({ id: idOf(bytes), final: false })

  // Alder’s strand comes with a quorum’s word; it answers an act that is not here.
  const missing = idOf(payload('XB', { kind: 'note', says: 'Not here yet.' }))
  const alder = openStrand('XA')
  const answer = put(alder, { kind: 'receipt', of: missing })
  const note = noteOf(alder, threeAt(900))
  await file.strand(alder.party).admit(alder.entries, { size: 2, note, by: 900 })

  const view = await caseView(file, [], 900)
  const from = WITNESS_NAMES.slice(0, 3).map((name, index) => ({
    name,
    party: ['XA', 'XB', 'XC'][index],
  }))
  expect(
    view.acts.flatMap(({ id, final, waits }) => (waits ? [{ id, final, waits }] : [])),
  ).toEqual([
    { id: filed.id, final: false, waits: [{ for: 'quorum', more: 2, from }] },
    {
      id: answer,
      final: true,
      waits: [{ for: 'act', of: missing, from: ['XB', 'XC', 'CO'] }],
    },
  ])
  const name = (id: string) => charter.parties.find((party) => party.id === id)!.name
  expect(waitsTold(view).split('\n')).toEqual([
    `${filed.id} keys-add of ${name('CO')}`,
    `  waits for 2 more cosignatures; these witnesses gave none: ${['XA', 'XB', 'XC'].map(name).join(', ')}`,
    `${answer} receipt of ${name('XA')}`,
    `  waits for act ${missing}, awaited from ${['XB', 'XC', 'CO'].map(name).join(', ')}`,
  ])
  expect(waitsTold({ ...view, acts: [] })).toBe('No act of this case waits for anything.')
})

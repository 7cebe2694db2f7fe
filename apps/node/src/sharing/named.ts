import type { Act, ActId, PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'

/** An object as an evidence act names it, by the party that has it. */
export type Named = Extract<Act, { kind: 'evidence' }>['objects'][number] & {
  readonly act: ActId
  readonly custodian: PartyId
}

/**
 * Every object that a party names as evidence in a case, and of which it says that it is its
 * custodian; not what it took back: neither is it served any more, nor asked for.
 */
export function namedBy(file: Pick<CaseFile, 'logged'>, party: PartyId): readonly Named[] {
  const taken = new Set(
    file
      .logged(party)
      .flatMap(({ act, void: voided }) =>
        act?.kind === 'evidence-withdraw' && !voided ? [act.of] : [],
      ),
  )
  return evidenceOf(file, party).filter(
    ({ act, custodian }) => custodian === party && !taken.has(act),
  )
}

/** The same whoever the custodian is. */
export function evidenceOf(file: Pick<CaseFile, 'logged'>, party: PartyId): readonly Named[] {
  return file
    .logged(party)
    .flatMap(({ id, act, void: voided }) =>
      act?.kind === 'evidence' && !voided
        ? act.objects.map((object) => ({ ...object, act: id, custodian: act.custodian }))
        : [],
    )
}

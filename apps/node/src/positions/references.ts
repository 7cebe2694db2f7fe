import type { Act, ActId, Logged } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { findVersion, textOf } from './version.ts'

/**
 * Refuses an act that names what is not there, or not what such an act may name. Readers take it as it
 * is and show what it is about as unknown; a node does not sign it for its person.
 */
export function assertReferences(file: CaseFile, act: Act): void {
  if (act.kind === 'comment') assertClause(file, act)
  if (act.kind === 'comply') assertReserved(file, act)
  if (act.kind === 'sound') assertSounding(file, act)
  if (act.kind === 'evidence-withdraw') assertOwnEvidence(file, act)
  if (act.kind === 'evidence') assertGoesWith(file, act)
}

function assertGoesWith(file: CaseFile, { about }: Extract<Act, { kind: 'evidence' }>): void {
  if (about === undefined || findVersion(file, about)) return
  throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${about}`)
}

function clausesOf(file: CaseFile, on: ActId): readonly string[] {
  const version = findVersion(file, on)
  return (version && textOf(file, version)?.clauses.map(({ id }) => id)) ?? []
}

/** A clause that is not there excepts nothing: a nation that mistyped it would be bound by what it meant. */
function assertReserved(file: CaseFile, act: Extract<Act, { kind: 'comply' }>): void {
  const clauses = clausesOf(file, act.on)
  for (const { clause } of act.reservations ?? [])
    if (clause !== undefined && !clauses.includes(clause))
      throw new Refusal(
        422,
        'reservation.clause',
        `expected one of the clauses ${clauses.join(', ')} of ${act.on}, got ${clause}`,
      )
}

type Comment = Extract<Act, { kind: 'comment' }>

function assertClause(file: CaseFile, { on, clause, answers }: Comment): void {
  const clauses = clausesOf(file, on)
  if (!clauses.includes(clause))
    throw new Refusal(
      422,
      'comment.clause',
      `expected one of the clauses ${clauses.join(', ')} of ${on}, got ${clause}`,
    )
  if (answers === undefined) return
  const answered = findAct(file, answers)
  if (answered?.kind !== 'comment' || answered.on !== on || answered.clause !== clause)
    throw new Refusal(
      422,
      'comment.answers',
      `expected a comment on clause ${clause} of ${on} to answer, got ${answers}`,
    )
}

type Sound = Extract<Act, { kind: 'sound' }>

function assertSounding(file: CaseFile, { asks, answers }: Sound): void {
  if (asks && !file.charter.steps[asks.step.kind])
    throw new Refusal(
      422,
      'sounding.step',
      `expected a step of the charter (${Object.keys(file.charter.steps).join(', ')}), got ${asks.step.kind}`,
    )
  if (!answers) return
  const round = findAct(file, answers.round)
  const asked = round?.kind === 'sound' ? round.asks : undefined
  if (!asked)
    throw new Refusal(404, 'sounding.unknown', `expected a round to answer, got ${answers.round}`)
  const known = asked.text.clauses.map(({ id }) => id)
  const other = answers.clauses.find(({ clause }) => !known.includes(clause))
  if (other)
    throw new Refusal(
      422,
      'sounding.clause',
      `expected one of the clauses ${known.join(', ')} of the round, got ${other.clause}`,
    )
}

type EvidenceWithdraw = Extract<Act, { kind: 'evidence-withdraw' }>

function assertOwnEvidence(file: CaseFile, { party, of }: EvidenceWithdraw): void {
  const found = findAct(file, of)
  if (found?.kind !== 'evidence')
    throw new Refusal(404, 'evidence.unknown', `expected evidence of this case, got ${of}`)
  if (found.party !== party)
    throw new Refusal(
      403,
      'evidence.not-own',
      `expected evidence that ${party} put, got evidence of ${found.party}`,
    )
}

/** An act of this case that counts; undefined where this node holds none such. */
function findAct(file: CaseFile, id: ActId): Act | undefined {
  for (const { id: party } of file.charter.parties) {
    const found = file.logged(party).find((logged: Logged) => logged.id === id && !logged.void)
    if (found) return found.act
  }
  return undefined
}

import {
  canonical,
  kindOf,
  type Act,
  type ActId,
  type CharterId,
  type Logged,
  type PartyId,
} from '@entente/accord'
import { caseHeld, type CaseFile, type CaseFiles } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { findVersion, textOf } from '../positions/version.ts'

type Publish = Extract<Act, { kind: 'publish' }>
type Recall = Extract<Act, { kind: 'recall' }>

/** Refuses to sign a publication, or a recall, that is not what it says it is. */
export function assertPublishable(
  files: Pick<CaseFiles, 'get'>,
  file: Pick<CaseFile, 'charter' | 'logged'>,
  act: Act,
): void {
  if (act.kind !== 'publish' && act.kind !== 'recall') return
  if (!file.charter.public)
    throw new Refusal(
      422,
      'publication.elsewhere',
      `expected a ${act.kind} in the public case, got one in a case that only its parties read`,
    )
  if (act.kind === 'recall') {
    assertOwn(file, act)
    return
  }
  assertText(files, file, act)
  assertNew(file, act)
}

function assertText(
  files: Pick<CaseFiles, 'get'>,
  file: Pick<CaseFile, 'charter' | 'logged'>,
  { what, text, of, with: other }: Publish,
): void {
  if (other !== undefined && !publishActs(file).some(({ id }) => id === other))
    throw new Refusal(
      404,
      'publication.unknown',
      `expected a publication of this case to go with, got ${other}`,
    )
  if (of) assertAdopted(files, { what, of, text })
  else if (what === 'position')
    throw new Refusal(
      422,
      'publication.unadopted',
      'expected a position that names its version and the certificate of its adoption, got none',
    )
}

/**
 * A text is published as it was adopted, or not at all: no node makes its nation say it otherwise. A statement is a
 * nation's own words, and names the version that it speaks of.
 */
function assertAdopted(
  files: Pick<CaseFiles, 'get'>,
  { what, of, text }: Pick<Publish, 'what' | 'text'> & { of: NonNullable<Publish['of']> },
): void {
  const { file, version } = adoptedVersion(files, of.case, of.version)
  if (!version.adopted.includes(of.certificate))
    throw new Refusal(
      409,
      'publication.unadopted',
      `expected a certificate by which ${of.version} was adopted, got ${of.certificate}`,
    )
  if (what === 'statement') return
  const adopted = textOf(file, version)
  if (!adopted || canonical(adopted) !== canonical(text))
    throw new Refusal(
      422,
      'publication.other-text',
      `expected the text of version ${version.number} to the byte, got another`,
    )
}

/** The version of a case held here, in force and with the certificate that says so. */
export function adoptedVersion(files: Pick<CaseFiles, 'get'>, id: CharterId, on: ActId) {
  const file = caseHeld(files, id)
  const version = findVersion(file, on)
  if (!version)
    throw new Refusal(404, 'version.unknown', `expected a version of this case, got ${on}`)
  if (version.adopted.length === 0)
    throw new Refusal(
      409,
      'publication.unadopted',
      `expected a version whose adoption is on record, got one that is ${version.standing}`,
    )
  if (!version.inForce)
    throw new Refusal(
      409,
      'publication.not-in-force',
      `expected a version in force, got one that is ${version.standing}`,
    )
  return { file, version }
}

/**
 * What a party stands behind already it does not say again: a recall of one would leave the other. The
 * very act on record is let through to where it is refused as filed twice.
 */
function assertNew(file: Pick<CaseFile, 'charter' | 'logged'>, act: Publish): void {
  const said = (one: Act) => canonical(kindOf(one).publishes?.(one) ?? {})
  const standing = ownActs(file, act.party).find(
    (one) => one.act && said(one.act) === said(act) && !recallOf(file, one),
  )
  if (!standing || isSame(standing, act)) return
  throw new Refusal(
    409,
    'publication.twice',
    `expected a text that ${act.party} does not stand behind yet, got the one of ${standing.id}`,
  )
}

function assertOwn(file: Pick<CaseFile, 'charter' | 'logged'>, act: Recall): void {
  const { party, of } = act
  const publish = publishActs(file).find(({ id }) => id === of)
  if (!publish)
    throw new Refusal(404, 'publication.unknown', `expected a publication of this case, got ${of}`)
  if (publish.party !== party)
    throw new Refusal(
      403,
      'publication.not-own',
      `expected a publication of ${party}, got one of ${publish.party}: each nation takes back its own`,
    )
  const recall = recallOf(file, publish)
  if (recall && !isSame(recall, act))
    throw new Refusal(
      409,
      'publication.recalled',
      `expected a publication that ${party} stands behind, got one that it took back by ${recall.id}`,
    )
}

const ownActs = ({ logged }: Pick<CaseFile, 'logged'>, party: PartyId): readonly Logged[] =>
  logged(party).filter(({ void: reason }) => !reason)

/** The act by which its party took a publication back, witnessed or not. */
const recallOf = (file: Pick<CaseFile, 'logged'>, { id, party }: Logged): Logged | undefined =>
  ownActs(file, party).find(({ act }) => act && kindOf(act).takesBack?.(act)?.of === id)

const isSame = ({ act: logged }: Logged, act: Act): boolean =>
  logged !== undefined && canonical(logged) === canonical(act)

const publishActs = ({ charter, logged }: Pick<CaseFile, 'charter' | 'logged'>) =>
  charter.parties.flatMap(({ id }) =>
    logged(id).filter(({ act, void: reason }) => !reason && act?.kind === 'publish'),
  )

import type { ActId, CharterId } from '@entente/accord'
import type { CaseFiles } from '../federation/index.ts'
import { deletedThere } from '../misp/index.ts'
import type { Database } from '../platform/db/index.ts'
import { recallsOf } from '../sharing/index.ts'
import { knownThere, tombstoneRead } from '../taxii/index.ts'
import type { HolderState, ObjectRecall, RecallHolder } from './api.ts'
import type { Holder, Tables } from './tables.ts'

type ViewOptions = {
  readonly database: Database
  readonly caseFiles: Pick<CaseFiles, 'list'>
}

/** What is known of one holder's being told, beside what a person says. */
type Known = Pick<RecallHolder, 'state' | 'by' | 'at' | 'evidence'>

type Row = Tables['stix_recall']

/** Every recall, newest first, and of each who had it and what is known of their being told. */
export async function recallsView(options: ViewOptions): Promise<readonly ObjectRecall[]> {
  const db = options.database.as<Tables>()
  const rows = await db
    .selectFrom('stix_recall')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(500)
    .execute()
  const recalls: ObjectRecall[] = []
  const looking = { ...options, readCase: readingCases(options.caseFiles) }
  for (const row of rows) recalls.push(await viewOf(row, looking))
  return recalls
}

/** A case, and the acts by which its evidence was taken back. It is read once, however many of its parties are asked about. */
function readingCases(caseFiles: ViewOptions['caseFiles']) {
  const cases = new Map<CharterId, CaseRead>()
  return (id: CharterId): CaseRead => {
    const known = cases.get(id)
    if (known) return known
    const file = caseFiles.list().find(({ charter }) => charter.id === id)
    // Of several acts that took the same back the first counts.
    const takenBack = new Map(
      file
        ? recallsOf(file)
            .map((one) => [one.of, one] as const)
            .toReversed()
        : [],
    )
    const read = { ...(file ? { title: file.charter.title } : {}), takenBack }
    cases.set(id, read)
    return read
  }
}
type CaseRead = {
  readonly title?: string
  readonly takenBack: ReadonlyMap<ActId, ReturnType<typeof recallsOf>[number]>
}

async function viewOf(row: Row, options: Viewing): Promise<ObjectRecall> {
  const db = options.database.as<Tables>()
  const had = await db
    .selectFrom('recall_holder')
    .selectAll()
    .where('recall', '=', row.number)
    .orderBy('number')
    .execute()
  const tombstone =
    row.tombstone === null
      ? undefined
      : await db
          .selectFrom('stix_version')
          .select('seq')
          .where('sha256', '=', row.tombstone)
          .executeTakeFirst()
  const holders: RecallHolder[] = []
  for (const one of had)
    holders.push(
      holderView(
        one,
        await knownOf(one, { row, seq: tombstone && Number(tombstone.seq), ...options }),
      ),
    )
  const count = (state: HolderState) => holders.filter((one) => one.state === state).length
  return {
    number: Number(row.number),
    id: row.id,
    ...(row.name === null ? {} : { name: row.name }),
    at: row.at,
    by: row.by_person,
    because: row.because,
    revoked: row.tombstone !== null,
    ...saying('asked', { at: row.asked_at, by: row.asked_by, because: row.asked_because }),
    ...saying('lifted', { at: row.lifted_at, by: row.lifted_by, because: row.lifted_because }),
    holders,
    counts: {
      outstanding: count('outstanding'),
      told: count('told'),
      confirmed: count('confirmed'),
      'cannot-be-told': count('cannot-be-told'),
    },
  }
}

/** What a person said at a time, where one did. */
const saying = <Name extends 'asked' | 'lifted'>(
  name: Name,
  { at, by, because }: Record<'at' | 'by' | 'because', string | null>,
): Pick<ObjectRecall, Name> | Record<never, never> =>
  at === null ? {} : { [name]: { at, by: by ?? '', because: because ?? '' } }

type Viewing = ViewOptions & { readonly readCase: ReturnType<typeof readingCases> }
type Looking = Viewing & { readonly row: Row; readonly seq: number | undefined }

/** What acts and machines say of one holder. */
async function knownOf(
  { route, who, place, detail }: Holder,
  { row, seq, database, readCase }: Looking,
): Promise<Known> {
  switch (route) {
    case 'case':
      return inCase({ case: place as CharterId, act: detail as ActId, party: who }, readCase)
    case 'taxii': {
      const told =
        seq === undefined
          ? undefined
          : await tombstoneRead(database, { collection: detail, client: who, content: seq })
      if (told !== undefined && who !== '') return { state: 'told', by: 'machine', at: told }
      return { state: who === '' ? 'cannot-be-told' : 'outstanding' }
    }
    case 'misp': {
      const holder = { remote: who, event: place, itself: detail === 'itself' }
      const at = await deletedThere(database, holder, { id: row.id, since: row.at })
      return at === undefined ? { state: 'outstanding' } : { state: 'confirmed', by: 'machine', at }
    }
    case 'taxii-push': {
      const there = { remote: who, pushes: detail, content: seq }
      const known = await knownThere(database, there, { id: row.id, since: row.at })
      return known ? { ...known, by: 'machine' } : { state: 'outstanding' }
    }
    case 'file':
      return { state: 'outstanding' }
  }
}

/** In a case the act that takes the evidence back tells the parties, and each confirms by an act of its own. */
function inCase(
  asked: { readonly case: CharterId; readonly act: ActId; readonly party: string },
  readCase: Viewing['readCase'],
): Known {
  const { case: id, act, party } = asked
  const { title, takenBack } = readCase(id)
  const taken = takenBack.get(act)
  const evidence = { case: id, ...(title === undefined ? {} : { title }), act }
  if (!taken) return { state: 'outstanding', evidence }
  const confirmed = taken.confirmed.find((one) => one.party === party)
  const withdrawn = { ...evidence, withdrawn: taken.act }
  return confirmed
    ? { state: 'confirmed', by: 'act', at: confirmed.at, evidence: withdrawn }
    : { state: 'told', by: 'act', evidence: withdrawn }
}

const RANK: readonly HolderState[] = ['outstanding', 'cannot-be-told', 'told', 'confirmed']

/** What a person says stands where it says more than machines and acts do. */
function holderView(holder: Holder, known: Known): RecallHolder {
  const { number, route, who, place, since, said, said_at: at, said_by: person, words } = holder
  const isPersons = said !== null && RANK.indexOf(said) >= RANK.indexOf(known.state)
  return {
    number: Number(number),
    route,
    ...(who === '' ? {} : { who }),
    place,
    ...(since === null ? {} : { since }),
    ...known,
    ...(isPersons ? { state: said, by: 'person' as const } : {}),
    ...(isPersons && at !== null ? { at } : {}),
    ...(said === null || person === null ? {} : { person }),
    ...(said === null || words === null ? {} : { words }),
  }
}

import { Hono, type Context } from 'hono'
import type { CharterId, PartyId } from '@entente/accord'
import { toHex } from '@entente/log'
import { release } from '@entente/release'
import { Refusal } from '../platform/http/problem.ts'
import { sendEvents, type Pushing } from '../platform/http/send.ts'
import { askedBy, tellUnsigned } from './asked-by.ts'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'

/** `GET /log/feed`: tells peers at once that there is something to pull. */
export type Feeds = {
  readonly routes: Hono
  /** Ends what is open; a node that stops does not wait for its peers to go. */
  readonly close: () => void
}

/**
 * One event, `{case, size}`: how many acts of the serving party's strand in that case the quorum
 * cosigned. A hint that saves asking, never a source: whoever hears it pulls and verifies.
 */
export function createFeeds(caseFiles: HeldCaseFiles): Feeds {
  // One feed per party: a second one takes the place of the first, so that nobody collects them.
  const open = new Map<PartyId, Pushing>()
  const routes = new Hono()
  routes.get('/log/feed', (c) => {
    const asking = partyOf(c, caseFiles)
    open.get(asking.party)?.end()
    return sendEvents(c, (pushing) => {
      open.set(asking.party, pushing)
      const stop = follow(caseFiles, asking, pushing)
      return () => {
        stop()
        if (open.get(asking.party) === pushing) open.delete(asking.party)
      }
    })
  })
  return {
    routes,
    close: () => {
      for (const pushing of open.values()) pushing.end()
    },
  }
}

/** Who asks, and by which key: the party of every case in which that key is its log's. */
type Asking = { readonly party: PartyId; readonly key: string }

function partyOf(c: Context, caseFiles: HeldCaseFiles): Asking {
  for (const file of caseFiles.mirrored()) {
    const party = askedBy(c, file, caseFiles)
    if (party) return { party, key: toHex(file.notes.logKey(party).raw) }
  }
  const input = c.req.header('signature-input')
  const named = caseFiles
    .mirrored()
    .find(({ charter }) => charter.parties.some(({ origin }) => input?.includes(`"${origin}"`)))
  // A party of a case that is not held here yet asks in good faith.
  if (named || input === undefined) tellUnsigned(c, caseFiles, named)
  throw new Refusal(
    401,
    'request.unsigned',
    'expected a request signed by the node of a party of a case held here, got another',
  )
}

const isShared = ({ charter, notes }: MirroredCase, { party, key }: Asking) =>
  charter.parties.some(({ id }) => id === party) && toHex(notes.logKey(party).raw) === key

/** Pushes the size of the own strand of every shared case: now, and whenever it grew. */
function follow(caseFiles: HeldCaseFiles, asking: Asking, { push }: Pushing): () => void {
  const told = new Map<CharterId, number>()
  const tell = (file: MirroredCase) => {
    const size = file.final()[caseFiles.party] ?? 0
    if (told.get(file.charter.id) === size) return
    told.set(file.charter.id, size)
    const { tlp, parties } = file.charter
    const marking = { tlp, parties: parties.map(({ id }) => id) }
    const value = { case: file.charter.id, size }
    push(release({ value, marking }, { kind: 'party', party: asking.party }))
  }
  for (const file of caseFiles.mirrored()) if (isShared(file, asking)) tell(file)
  return caseFiles.onChange((id) => {
    const file = caseFiles.mirrored().find(({ charter }) => charter.id === id)
    if (file && isShared(file, asking)) tell(file)
  })
}

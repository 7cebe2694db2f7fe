import { setTimeout as pause } from 'node:timers/promises'
import type { PartyId } from '@entente/accord'
import { FederationError, type CaseFile, type CaseFiles } from '../federation/index.ts'
import { foundedIn } from './founded.ts'

/** How long until witnesses that were not there are asked again. */
const PAUSE = 500

type Rest = { readonly file: CaseFile; readonly entries: readonly Uint8Array[] }

/**
 * Takes part in what this node was founded into, and opens its strand of the root case with its
 * key acts. A strand that has begun goes on only after its witnesses said what they saw of it, and
 * they may start later than this node: those acts follow when they answer.
 */
export async function takePart(
  caseFiles: CaseFiles,
  data: string,
  { party, failed }: { readonly party: PartyId; readonly failed: (error: unknown) => void },
): Promise<{ readonly stop: () => Promise<void> }> {
  const rest: Rest[] = []
  for (const { charter, entries } of foundedIn(data)) {
    const file = await caseFiles.add(charter)
    const left = await fileAll({ file, entries: entries.slice(file.logged(party).length) })
    if (left.length > 0) rest.push({ file, entries: left })
  }
  const stopping = new AbortController()
  const following = Promise.all(rest.map((one) => follow(one, stopping.signal))).catch(failed)
  return {
    stop: async () => {
      stopping.abort()
      await following
    },
  }
}

async function follow({ file, entries }: Rest, signal: AbortSignal): Promise<void> {
  let left = entries
  while (left.length > 0 && !signal.aborted) {
    await pause(PAUSE, undefined, { signal, ref: false }).catch(() => undefined)
    left = signal.aborted ? left : await fileAll({ file, entries: left })
  }
}

/** What could not be filed yet: as long as too few witnesses answer, nothing more is signed. */
async function fileAll({ file, entries }: Rest): Promise<readonly Uint8Array[]> {
  for (const [index, entry] of entries.entries()) {
    try {
      await file.file(entry)
    } catch (error) {
      if (error instanceof FederationError && error.code === 'strand.unasked')
        return entries.slice(index)
      throw error
    }
  }
  return []
}

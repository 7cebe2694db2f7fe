import { setTimeout as pause } from 'node:timers/promises'
import { AccordError, type PartyId } from '@entente/accord'
import { FederationError, type CaseFile, type CaseFiles } from '../federation/index.ts'
import { foundedIn } from './founded.ts'
import { linesIn } from './reporting-line.ts'

/** How long until witnesses that were not there are asked again. */
const PAUSE = 500

type Founding = { readonly file: CaseFile; readonly entries: readonly Uint8Array[] }

/**
 * Takes part in what this node was founded into, and opens its strand of the root case with its
 * key acts. Nothing is signed for a strand before its witnesses said what they saw of it, and they may
 * start later than this node: those acts follow when they answer.
 */
export async function takePart(
  caseFiles: CaseFiles,
  data: string,
  { party, failed }: { readonly party: PartyId; readonly failed: (error: unknown) => void },
): Promise<{ readonly stop: () => Promise<void> }> {
  const foundings: Founding[] = []
  for (const { charter, entries } of [...foundedIn(data), ...linesIn(data)])
    foundings.push({ file: await caseFiles.add(charter), entries })
  const left = []
  for (const founding of foundings) if (!(await fileAll(founding, party))) left.push(founding)
  const stopping = new AbortController()
  const following = Promise.all(
    left.map((founding) => follow(founding, party, stopping.signal)),
  ).catch(failed)
  return {
    stop: async () => {
      stopping.abort()
      await following
    },
  }
}

async function follow(founding: Founding, party: PartyId, signal: AbortSignal): Promise<void> {
  let isDone = false
  while (!isDone && !signal.aborted) {
    await pause(PAUSE, undefined, { signal, ref: false }).catch(() => undefined)
    isDone = signal.aborted || (await fileAll(founding, party, signal))
  }
}

/** Whether all of them are filed; as long as the strand may not be signed for, they wait. */
async function fileAll(
  { file, entries }: Founding,
  party: PartyId,
  signal?: AbortSignal,
): Promise<boolean> {
  // Counted anew: entries that the store lost may have come back from a mirror meanwhile.
  for (const entry of entries.slice(file.logged(party).length)) {
    if (signal?.aborted) return false
    try {
      await file.file(entry)
    } catch (error) {
      if (error instanceof FederationError || isThereNow(error)) return false
      throw error
    }
  }
  return true
}

/** What the store lost came back from a mirror in this very moment: it is counted anew. */
const isThereNow = (error: unknown): boolean =>
  error instanceof AccordError && error.code === 'act.twice'

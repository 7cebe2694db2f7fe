import {
  AccordError,
  keysFrom,
  missingCopies,
  type CharterId,
  type Logged,
  type PartyId,
} from '@entente/accord'
import type { Crypto } from '@entente/log'
import { FederationError, type HeldCase, type HeldCaseFiles } from '../federation/index.ts'
import { inTurn } from '../platform/turn.ts'

/** How long until a strand that may not be signed for at the moment is looked at again. */
const PAUSE = 1_000

type Copying = {
  readonly party: PartyId
  readonly caseFiles: HeldCaseFiles
  readonly crypto: Crypto
  readonly failed: (error: unknown) => void
}

/** What a party's root keys said in the case from which this one took keys over and its strand here does not say yet. */
export function missingIn(
  caseFiles: Pick<HeldCaseFiles, 'held'>,
  file: HeldCase,
  { party, crypto }: { readonly party: PartyId; readonly crypto: Pick<Crypto, 'sha256'> },
): { readonly parent: HeldCase; readonly acts: readonly Logged[] } | undefined {
  const { charter } = file
  const parent = caseFiles.held().find((one) => one.charter.id === keysFrom(charter)?.case)
  if (!parent) return undefined
  const above = { charter: parent.charter, party, acts: parent.logged(party) }
  return {
    parent,
    acts: missingCopies(above, { charter, party, acts: file.logged(party) }, crypto),
  }
}

/**
 * Copies this party's key acts of a case into those that took keys over from it, byte for byte, in their order,
 * as soon as they stand there. A copy counts from its own place on, so none may wait.
 */
export function startCopying(options: Copying): { readonly stop: () => Promise<void> } {
  const { caseFiles, failed } = options
  const turn = inTurn()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const run = () =>
    turn(async () => {
      if (isStopped) return
      const files = caseFiles.held()
      const done = await Promise.all(files.map((file) => copyInto(file, options, () => isStopped)))
      if (done.every(Boolean)) return
      clearTimeout(timer)
      timer = setTimeout(kick, PAUSE).unref()
    })
  let isAsked = false
  const kick = () => {
    if (isAsked || isStopped) return
    isAsked = true
    setImmediate(() => {
      isAsked = false
      run().catch(failed)
    })
  }
  const seen = new Set<CharterId>()
  // Only what happens in a case above another, or a case that is new here, can leave a copy to make.
  const stopListening = caseFiles.onChange((id) => {
    const isAbove = caseFiles.held().some(({ charter }) => keysFrom(charter)?.case === id)
    if (isAbove || !seen.has(id)) kick()
    seen.add(id)
  })
  kick()
  return {
    stop: async () => {
      isStopped = true
      stopListening()
      clearTimeout(timer)
      await turn(async () => {})
    },
  }
}

/** Whether nothing is left to copy into this case; each copy waits for witnesses, so that none is begun once it is stopped. */
async function copyInto(
  file: HeldCase,
  { caseFiles, party, crypto }: Copying,
  isStopped: () => boolean,
): Promise<boolean> {
  const missing = missingIn(caseFiles, file, { party, crypto })
  for (const { index } of missing?.acts ?? []) {
    if (isStopped()) return false
    try {
      await file.file(missing!.parent.entries(party)[index]!)
    } catch (error) {
      if (error instanceof FederationError) return false
      // It would count for nothing here; the register of keys goes on showing it as missing.
      if (!(error instanceof AccordError)) throw error
    }
  }
  return true
}

import type { Charter, PartyId, Result, VersionState } from '@entente/accord'
import { seal } from '@entente/accord'
import { seconds } from '../../src/platform/clock.ts'
import { draftCertificate } from '../../src/positions/certify.ts'
import { isRefusal } from './acts.ts'
import type { Chance } from './chance.ts'
import { HOUR } from './coalition.ts'
import type { SimulatedNode, World } from './world.ts'

/** What clerks filed, and how often they were told why they could not. */
export type Filings = {
  readonly filed: Record<Result, number>
  readonly refused: Record<string, number>
  /** What could not be shown: whoever was told so leaves it for a while, each time longer. */
  readonly later: Map<string, { readonly at: number; readonly pause: number }>
}

const LONGEST_PAUSE = 18 * HOUR

/**
 * Every few hours somebody looks whether something can be certified that is not on record, and does so.
 * Nobody's office it is: each time another nation's.
 */
export async function keepCertifying(
  world: World,
  { chance, until, every = 3 * HOUR }: { chance: Chance; until: number; every?: number },
  filings: Filings,
): Promise<void> {
  const { time, coalition } = world
  while (time.now() < until) {
    await time.until(time.now() + every * (0.5 + chance.next()))
    const node = world.node(chance.pick(coalition.members))
    if (!node.isAlive()) continue
    for (const file of node.caseFiles.held())
      for (const version of file.state().state.steps.flatMap((step) => step.versions))
        for (const result of thinkable(version, { ...node, file }))
          await Promise.race([
            certify(world, { ...node, file }, { version, result, filings, every }),
            time.until(time.now() + HOUR),
          ])
  }
}

/** What a page would offer to certify: what the node's own computation says may be shown by now. */
function thinkable(version: VersionState, { clock, file }: SimulatedNode): readonly Result[] {
  const { adopted, ended, lapsed = [], broken = [], gate, standing } = version
  const now = seconds(clock)
  if (adopted.length > 0) {
    if (ended.length + lapsed.length > 0) return []
    const isLapse = isLacking(version, windowsDue(version, file.charter, now))
    return [
      ...(standing === 'suspended' ? (['ended'] as const) : []),
      ...(isLapse ? (['lapsed'] as const) : []),
    ]
  }
  if (broken.length > 0 || now < (gate.notBefore ?? 0)) return []
  if (gate.open) return ['adopted']
  return version.rule === 'silence' ? ['expired'] : []
}

const isLacking = ({ voices, reaffirmed }: VersionState, due: number): boolean =>
  due >= 1 && Object.keys(voices).some((id) => !(reaffirmed?.[id as PartyId] ?? []).includes(due))

const windowsDue = (
  { expiry = Infinity }: VersionState,
  { period = Infinity }: Pick<Charter, 'period'>,
  now: number,
) => Math.floor((now - expiry) / period)

type Certifying = {
  readonly version: VersionState
  readonly result: Result
  readonly filings: Filings
  readonly every: number
}

async function certify(
  world: World,
  { file, party, clock }: SimulatedNode,
  { version, result, filings, every }: Certifying,
): Promise<void> {
  const name = `${version.id} ${result}`
  const later = filings.later.get(name)
  if (later && world.time.now() < later.at) return
  try {
    const asked = { on: version.id, result }
    const { payload } = await draftCertificate(file, asked, { party, now: seconds(clock) })
    const signer = { keyid: `${party}-mfa-1`, sign: world.coalition.ministry(party).sign }
    await file.file(seal(new TextEncoder().encode(payload), [signer]))
    filings.filed[result] += 1
  } catch (error) {
    if (!isRefusal(error)) throw error
    const why = `${result} ${error.code}`
    filings.refused[why] = (filings.refused[why] ?? 0) + 1
    if (error.code !== 'certificate.untrue' && error.code !== 'certificate.neither') return
    const pause = Math.min(LONGEST_PAUSE, (later?.pause ?? every / 2) * 2)
    filings.later.set(name, { at: world.time.now() + pause, pause })
  }
}

export const noFilings = (): Filings => ({
  filed: { adopted: 0, ended: 0, lapsed: 0, expired: 0 },
  refused: {},
  later: new Map(),
})

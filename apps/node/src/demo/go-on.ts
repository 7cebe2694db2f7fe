import type { VersionState } from '@entente/accord'
import { followMeasure } from './measure.ts'
import { step, type Cast, type Tell } from './play.ts'
import { publication } from './publication.ts'

/**
 * Watches the position step and tells what the people in the page brought about; once it is adopted
 * the nations of the play publish it.
 */
export async function goOn(cast: Cast, tell: Tell): Promise<never> {
  let told = ''
  let seen = ''
  let isPublished = false
  const onMeasure = followMeasure(cast, tell)
  for (;;) {
    const line = await look(cast).catch(() => undefined)
    // Told when it is seen twice: voices on their way to the chair's node are not told as missing.
    if (line !== undefined && line !== told && line === seen) {
      told = line
      tell(line)
    }
    seen = line ?? ''
    // A node that is away for a moment, or a withdrawal in between: the next look tries again.
    isPublished ||= await publishInForce(cast, tell).catch(() => false)
    await onMeasure()
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

async function publishInForce(cast: Cast, tell: Tell): Promise<boolean> {
  const position = step(await cast.chair.view(cast.case), 'position')
  if (!position?.versions.some(({ inForce }) => inForce)) return false
  await publication(cast, tell)
  return true
}

async function look(cast: Cast): Promise<string | undefined> {
  const view = await cast.chair.view(cast.case)
  const version = step(view, 'position')?.versions.at(-1)
  if (!version) return undefined
  const names = Object.fromEntries(view.charter.parties.map(({ id, name }) => [id, name]))
  return sentence(version, (party) => names[party] ?? party)
}

function sentence(version: VersionState, name: (party: string) => string): string {
  const position = `Position, version ${version.number}`
  const members = (code: string) =>
    version.gate.reasons.flatMap((reason) =>
      reason.code === code && reason.member ? [name(reason.member)] : [],
    )
  switch (version.standing) {
    case 'open': {
      if (version.gate.open)
        return `${position}: the gate is open. Any role may declare it adopted; no node does so by itself.`
      const silent = members('silent')
      return silent.length > 0
        ? `${position}: ${silent.join(', ')} awaited.`
        : `${position}: the gate is shut (${version.gate.reasons.map(({ code, member }) => `${member ? `${name(member)}: ` : ''}${code}`).join('; ')}). The chair may put a new version.`
    }
    case 'suspended':
      return `${position}: suspended. Any role may declare it ended once nobody but those who left could open it.`
    case 'ended':
      return `${position}: ended. The chair may put a new version.`
    case 'broken':
    case 'stands':
    case 'stands-with-reservations':
    case 'weakened':
    case 'lapsed':
    case 'superseded':
      return `${position}: ${version.standing.replaceAll('-', ' ')}.`
  }
}

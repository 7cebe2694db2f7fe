import type { Charter } from './charter.ts'
import type { Cut } from './cut.ts'
import { evaluate } from './evaluate.ts'
import type { ActId } from './id.ts'
import type { State, VersionState } from './state.ts'
import { withCertificates } from './supposed-certificate.ts'

/**
 * Versions on which a voice is past its own end at a second, each as it will be once that is certified
 * of every such voice. A clock chooses them: they are for words, and decide nothing.
 */
export function pastEnd(
  charter: Charter,
  cut: Cut,
  state: Pick<State, 'steps'>,
  now: number,
): Readonly<Record<ActId, VersionState>> {
  const over = versionsOf(state).flatMap(({ id: on, voices }) =>
    Object.values(voices).flatMap(({ act: of, until, ranOut }) =>
      of !== undefined && until !== undefined && until <= now && !ranOut
        ? [{ on, of, result: 'expired' as const }]
        : [],
    ),
  )
  if (over.length === 0) return {}
  const then = evaluate(charter, withCertificates(charter, cut, over))
  return Object.fromEntries(
    versionsOf(then).flatMap((version) =>
      over.some(({ on }) => on === version.id) ? [[version.id, version] as const] : [],
    ),
  )
}

const versionsOf = ({ steps }: Pick<State, 'steps'>) => steps.flatMap(({ versions }) => versions)

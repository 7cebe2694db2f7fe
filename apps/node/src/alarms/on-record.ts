import { kindOf, type Cut, type Logged, type State } from '@entente/accord'
import type { CaseFile, Told } from '../federation/index.ts'

/** What stands on record of a case that people should see; the same for as long as it stands there. */
export function toldOnRecord(file: Pick<CaseFile, 'charter' | 'cut' | 'state'>): readonly Told[] {
  const { state } = file.state()
  const cut = file.cut()
  return [...accused(state), ...voidActs(state, cut), ...falseCertificates(state, cut)].map(
    (told) => ({ ...told, case: file.charter.id, isOnRecord: true }),
  )
}

const accused = ({ forked = [] }: State): readonly Told[] =>
  forked.map(({ party, size, by }) => ({
    code: 'strand.forked',
    party,
    message: `expected one history of ${party}'s strand, got two that its log signed, as act ${by} proves`,
    evidence: { act: by, size: String(size) },
  }))

/** Reasons that are no news beside what they follow from. */
const FOLLOWS = new Set(['strand.forked', 'act.disavowed'])

function voidActs({ void: voided }: State, cut: Cut): readonly Told[] {
  return voided
    .filter(({ code }) => !FOLLOWS.has(code))
    .map(({ party, index, act, code }) => {
      const logged = cut[party]?.acts[index]
      return {
        code,
        party,
        message: logged?.void?.message ?? `expected an act that counts in this case, got ${code}`,
        evidence: { act, index: String(index), ...signedBy(logged) },
      }
    })
}

/** Who signed, as the entry says: a key that is not known here signed nothing, and is named all the same. */
const signedBy = (logged: Logged | undefined): Told['evidence'] => ({
  ...(logged?.act ? { kind: logged.act.kind } : {}),
  ...(logged && logged.keyids.length > 0 ? { keys: logged.keyids.join(' ') } : {}),
})

/** Certificates whose trees are true and which the cut that they cite does not bear out. */
function falseCertificates(state: State, cut: Cut): readonly Told[] {
  const proved = new Set([
    ...(state.mandates ?? []).map(({ by }) => by),
    ...state.steps.flatMap(({ versions }) =>
      versions.flatMap(({ adopted, ended, lapsed = [], broken = [], ranOut = [] }) => [
        ...adopted,
        ...ended,
        ...lapsed,
        ...broken,
        ...ranOut,
      ]),
    ),
  ])
  return Object.values(cut).flatMap(({ acts }) =>
    acts.flatMap(({ id, party, index, act, trees, void: reason }): Told[] => {
      // Without trees it cites what has not come yet.
      const effect = act && kindOf(act).effect?.(act)
      if (effect?.does !== 'certifies' || reason || !trees || proved.has(id)) return []
      const { result, on } = effect
      return [
        {
          code: 'certificate.unproved',
          party,
          message: `expected a certificate that its cut bears out, got one that says ${result} of ${on}`,
          evidence: { act: id, index: String(index), result, on },
        },
      ]
    }),
  )
}

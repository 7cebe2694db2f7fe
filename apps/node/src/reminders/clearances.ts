import { dueIn, kindOf, type Act } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import type { Uncleared } from '../parties/people.ts'
import type { Asked, Found } from './reminders.ts'

/** A draft that waits for clearance; its date is the one after which its act would come too late. */
export function clearance(file: CaseFile, { draft }: Uncleared, asked: Asked): Found {
  const { id, act: of, payload } = draft
  // It was read as an act of this case when it was put down.
  const act = JSON.parse(payload) as Act
  const version = versionOf(file, act)
  const at = deadlineOf(file, act, asked)
  return {
    what: 'clearance',
    of,
    ...(version ? { step: version.step } : {}),
    ...(at === undefined || at <= asked.now ? {} : { at }),
    draft: { id, about: version?.id ?? of, ...('text' in act ? { title: act.text.title } : {}) },
  }
}

/** The version of a text that an act is about. */
function versionOf(file: CaseFile, act: Act) {
  const about = new Set<string>(kindOf(act).refersTo(act))
  return file
    .state()
    .state.steps.flatMap(({ id: step, versions }) =>
      versions.map((version) => ({ ...version, step })),
    )
    .find(({ id }) => about.has(id))
}

/** When the text ends that it would put; else the end of the silence, the vote or the window in which it would be said. */
function deadlineOf(file: CaseFile, act: Act, asked: Asked): number | undefined {
  if ('text' in act && 'expiry' in act) return act.expiry
  const { charter } = file
  const version = versionOf(file, act)
  if (version?.expiry === undefined) return undefined
  const { id, rule, expiry, current, adopted, standing } = version
  if (act.kind === 'reaffirm')
    return dueIn({ charter, cut: file.cut(), state: file.state().state }, asked).find(
      ({ what, of, window }) => what === 'reaffirmation' && of === id && window === act.window,
    )?.at
  const isOpen = current && adopted.length === 0 && standing !== 'broken'
  if (!isOpen || (rule !== 'silence' && rule !== 'qualified-majority')) return undefined
  // A receipt that comes later helps no more.
  return rule === 'silence' && act.kind === 'receipt' ? expiry - charter.notice : expiry
}

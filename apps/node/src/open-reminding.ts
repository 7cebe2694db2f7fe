import type { Person } from './config.ts'
import type { OpenNode } from './open-node.ts'
import { draftStore } from './parties/draft-store.ts'
import { unclearedIn } from './parties/people.ts'
import type { Clock } from './platform/clock.ts'
import { createReminding, type Reminding } from './reminders/index.ts'
import { keyOf, peopleOf } from './who-signs.ts'

/** What is due of this node's nation, and what of it awaits some of its people alone. */
export function openReminding(node: OpenNode, clock: Clock): Reminding {
  const { caseFiles: files, config, configNow, database } = node
  const people = () => peopleOf(node)
  const mailSetting = () => configNow().mail
  const mandateOf = (person: Person) => keyOf(node, person)?.verbs ?? []
  const drafts = draftStore(database)
  const uncleared = async () => {
    const { clearance } = configNow()
    return unclearedIn(await drafts.list(), { people: people(), clearance, mandateOf })
  }
  const { name: nation } = config
  return createReminding({ ...node, files, clock, people, nation, mailSetting, uncleared })
}

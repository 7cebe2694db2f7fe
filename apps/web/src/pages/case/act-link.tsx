import type { ActView } from '../../../../node/src/api.ts'
import { anchorOf, shortAct } from './case-file.ts'

/** Leads to an act in the timeline of the same page. */
export const ActLink = ({ act }: { act: Pick<ActView, 'party' | 'index' | 'id'> }) => (
  <a className="quiet" href={`#${anchorOf(act)}`} title={act.id}>
    <code>{shortAct(act)}</code>
  </a>
)

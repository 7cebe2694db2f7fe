import type { Act } from '@entente/accord'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { describe } from '../voice/payload.ts'
import { Sheet } from '../voice/signing.tsx'

type Assess = Extract<Act, { kind: 'assess' }>

/** Exactly the assessment that will be signed: facts, view, outcome and the adviser's word. */
export function AssessSheet({ payload }: { payload: string }) {
  const { nameOf } = useCase()
  const act = JSON.parse(payload) as Assess
  return (
    <Sheet
      draft={describe(payload)}
      rows={[
        ['kind', <b key="kind">{act.kind}</b>],
        ['party', `${act.party}  ${nameOf(act.party)}`],
        ['on', <Hash key="on" of={act.on} />],
        ['asOf', act.asOf],
        ['lawBase', act.lawBase],
        ['outcome', act.outcome],
        ['word', `“${act.word}”`],
        ...(act.differs ? [['differs', 'true'] as const] : []),
        ['view', viewOf(act)],
        ...Object.entries(act.facts).map(([id, fact]) => [id, stated(fact)] as const),
        ...(act.prev === undefined ? [] : [['prev', <Hash key="prev" of={act.prev} />] as const]),
        ['claimedAt', act.claimedAt],
        ['charter', <Hash key="charter" of={act.charter} />],
      ]}
    />
  )
}

/** Whose reading is signed with it, and of which day; the whole of it stands in the canonical text. */
function viewOf({ view }: Assess): string {
  if (!view) return '–'
  const { holder, asOf } = view as { holder?: { name?: string }; asOf?: string }
  return `${holder?.name ?? ''}, ${asOf ?? ''}`
}

const stated = ({ value, evidence, grade }: Assess['facts'][string]): string =>
  [
    String(value),
    ...(evidence ? [`(${evidence.join('; ')})`] : []),
    ...(grade === undefined ? [] : [grade]),
  ].join(' ')

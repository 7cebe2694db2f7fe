import { Link } from '@tanstack/react-router'
import { useCase } from '../pages/case/case-context.ts'
import { anchorOf, shortAct } from '../pages/case/case-file.ts'

/** Leads from another page of the case to one act in its record; says so where it is not there. */
export function ActRef({ id }: { id: string }) {
  const { actOf, view } = useCase()
  const act = actOf(id)
  if (!act) return <code title={id}>{id.slice(0, 15)}…</code>
  return (
    <Link
      className="act-ref"
      to="/cases/$id"
      params={{ id: view.id }}
      hash={anchorOf(act)}
      title={act.id}
    >
      <code>{shortAct(act)}</code>
    </Link>
  )
}

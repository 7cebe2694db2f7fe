import { useParams } from '@tanstack/react-router'
import { JoinDialog } from './join.tsx'
import { LeaveDialog } from './leave.tsx'

/** That one's nation takes part in a case, or how it leaves it. */
export function PartDialog() {
  const { what } = useParams({ from: '/cases/$id/part/$what' })
  return what === 'leave' ? <LeaveDialog /> : <JoinDialog />
}

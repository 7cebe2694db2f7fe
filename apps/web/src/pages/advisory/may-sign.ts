import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/queries.ts'

/** Whether this person may have such an act signed alone, by the mandate of its authority and its role. */
export function useMaySign(kind: 'publish' | 'recall'): boolean {
  const person = useQuery(meQuery).data?.person
  return person?.powers.signs === 'alone' && person.verbs.includes(kind)
}

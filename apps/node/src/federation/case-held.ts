import { CharterId } from '@entente/accord'
import { Refusal } from '../platform/http/problem.ts'

/** The case of that id, as it stands in a request's path; refused with 404 where it is not held here. */
export function caseHeld<F>(
  files: { readonly get: (id: CharterId) => F | undefined },
  text: string,
): F {
  const id = CharterId.parse(text)
  const file = files.get(id)
  if (file) return file
  throw new Refusal(404, 'case.unknown', `expected a case held here, got ${id}`)
}

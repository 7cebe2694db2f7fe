import { changeSets, getFact } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { ChangesView } from './api.ts'
import type { AskedAs } from './assessed.ts'
import { getAssessed } from './assessment.ts'

/** What would change the answer for one nation: worked out only when somebody asks. */
export function changesView(
  file: CaseFile,
  step: string,
  { nation, ...as }: { readonly nation: string } & AskedAs,
): ChangesView {
  const { columns } = getAssessed(file, step, as).assessment
  const column = columns.find(({ holder }) => holder.code === nation)
  if (!column)
    throw new Refusal(
      404,
      'measure.unknown',
      `expected a nation of this measure, got ${nation}; it has ${columns.map(({ holder }) => holder.code).join(', ')}`,
    )
  const found = changeSets(column)
  const ids = new Set(found.sets.flatMap(({ facts }) => facts))
  return {
    nation,
    ...found,
    questions: Object.fromEntries([...ids].map((id) => [id, getFact(id)])),
  }
}

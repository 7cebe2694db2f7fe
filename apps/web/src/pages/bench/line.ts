import type { IntlShape } from 'react-intl'
import type { ObjectLine } from '../../../../node/src/api.ts'

type Told = {
  readonly id: string
  readonly name?: string | undefined
  readonly says?: ObjectLine | undefined
}

/** An object in one line: its name, or what it says; its id where it says nothing. */
export function lineOf({ id, name, says }: Told, intl: IntlShape): string {
  if (name !== undefined) return name
  const ends = (says?.objects ?? []).map((one) => one.name ?? one.type)
  if (says?.kind !== undefined) return [ends[0], says.kind, ends[1]].join(' ')
  if (says?.text !== undefined) return says.text
  if (ends.length === 0) return id
  return intl.formatMessage({ id: 'bench.about' }, { objects: intl.formatList(ends) })
}

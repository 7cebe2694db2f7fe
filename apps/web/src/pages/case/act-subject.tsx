import { useIntl } from 'react-intl'
import { useCase } from './case-context.ts'
import type { CaseFile } from './case-file.ts'

const find = (file: CaseFile, version: string) =>
  file.steps
    .flatMap((step) => step.versions.map((one) => ({ step, one })))
    .find(({ one }) => one.id === version)

export const numberOf = (file: CaseFile, version: string) => find(file, version)?.one.number ?? '?'

/** `the position, version 2`; an act may also name a version that nobody knows. */
export function Subject({ version }: { version: string }) {
  const intl = useIntl()
  const file = useCase()
  const found = find(file, version)
  if (!found) return intl.formatMessage({ id: 'act.on.unknown' })
  return intl.formatMessage(
    { id: 'act.on' },
    {
      the: intl.formatMessage({ id: `step.the.${found.step.kind}` }),
      number: found.one.number,
    },
  )
}

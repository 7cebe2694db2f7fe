import { FormattedMessage, useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import { complies, whatIf } from './what-if.ts'

/** The gate as it would be if these members complied in both voices. */
export function WhatIfOutcome({
  version,
  parties,
}: {
  version: VersionState
  parties: readonly string[]
}) {
  const intl = useIntl()
  const file = useCase()
  const after = whatIf(
    file.view,
    parties.map((party) => complies(file, party, version.id)),
  )
    .steps.flatMap(({ versions }) => versions)
    .find(({ id }) => id === version.id)
  if (!after) return null
  const names = [...new Set(after.gate.reasons.flatMap(({ member }) => member ?? []))]
  return (
    <FormattedMessage
      id={after.gate.open ? 'what-if.opens' : 'what-if.shut'}
      values={{
        rule: intl.formatMessage({ id: `rule.${after.rule}` }),
        count: names.length,
        names: intl.formatList(names.map(file.nameOf)),
      }}
    />
  )
}

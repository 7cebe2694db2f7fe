import { FormattedMessage, useIntl } from 'react-intl'
import type { Act, VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import type { CaseFile } from './case-file.ts'
import { whatIf } from './what-if.ts'

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

const complies = ({ view, members }: CaseFile, party: string, on: VersionState['id']): Act => ({
  v: 1,
  charter: view.id,
  party: members.find(({ id }) => id === party)?.id ?? view.charter.chair,
  kind: 'comply',
  claimedAt: '1970-01-01T00:00:00Z',
  on,
  union: 'complies',
  national: 'complies',
})

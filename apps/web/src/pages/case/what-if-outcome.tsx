import { FormattedMessage, useIntl } from 'react-intl'
import { boundBy, type Bound, type VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import { saying, whatIf, type Word } from './what-if.ts'

/** The gate as it would be if these members said this in both voices, and who would then be bound. */
export function WhatIfOutcome({
  version,
  supposed,
}: {
  version: VersionState
  supposed: Readonly<Record<string, Word>>
}) {
  const intl = useIntl()
  const file = useCase()
  const after = whatIf(
    file,
    version,
    Object.entries(supposed).map(([party, word]) => saying(file, party, version.id, word)),
  )
  const names = [...new Set(after.gate.reasons.flatMap(({ member }) => member ?? []))]
  return (
    <>
      <FormattedMessage
        id={after.gate.open ? 'what-if.opens' : 'what-if.shut'}
        values={{
          rule: intl.formatMessage({ id: `rule.${after.rule}` }),
          count: names.length,
          names: intl.formatList(names.map(file.nameOf)),
        }}
      />
      <WouldBind bound={boundBy(after) ?? []} isOpen={after.gate.open} />
    </>
  )
}

/** Who would be bound, each with what it excepts. */
function WouldBind({ bound, isOpen }: { bound: readonly Bound[]; isOpen: boolean }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  if (!isOpen || bound.length === 0) return null
  const named = (how: 'bound' | 'not-bound') =>
    bound.flatMap((one) => (one.how === how ? [nameOf(one.party)] : []))
  const [whole, out] = [named('bound'), named('not-bound')]
  return (
    <ul>
      {whole.length > 0 ? (
        <li>{intl.formatMessage({ id: 'what-if.bound' }, { names: intl.formatList(whole) })}</li>
      ) : null}
      {bound.map((one) =>
        one.how === 'except' ? (
          <li key={one.party}>
            {intl.formatMessage(
              { id: 'what-if.except' },
              { name: nameOf(one.party), clauses: intl.formatList(one.clauses) },
            )}
          </li>
        ) : null,
      )}
      {out.length > 0 ? (
        <li>{intl.formatMessage({ id: 'what-if.not-bound' }, { names: intl.formatList(out) })}</li>
      ) : null}
    </ul>
  )
}

import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { useCase } from './case-context.ts'
import type { CaseFile } from './case-file.ts'

/** What an act did, in one sentence whose subject is the plate before it. */
export function ActSentence({ act, id }: { act: Act; id: string }) {
  const intl = useIntl()
  const file = useCase()
  switch (act.kind) {
    case 'keys-add':
      return (
        <FormattedMessage
          id="act.keys-add"
          values={{
            authority: act.authority.name,
            keyid: act.key.keyid,
            custody: intl.formatMessage({ id: `custody.${act.key.custody}` }),
            verbs: intl.formatList(act.mandate.verbs),
          }}
        />
      )
    case 'evidence':
      return (
        <FormattedMessage
          id="act.evidence"
          values={{ count: act.objects.length, title: act.title }}
        />
      )
    case 'attribute':
      return (
        <FormattedMessage
          id="act.attribute"
          values={{
            whom: act.whom,
            level: intl.formatMessage({ id: `level.${act.level}` }),
            likelihood: act.likelihood.value,
            confidence: act.confidence.value,
          }}
        />
      )
    case 'propose':
      return (
        <FormattedMessage
          id="act.propose"
          values={{ the: intl.formatMessage({ id: `step.the.${act.step.kind}` }) }}
        />
      )
    case 'amend':
      return (
        <FormattedMessage
          id="act.amend"
          values={{
            the: intl.formatMessage({ id: `step.the.${act.step.kind}` }),
            number: numberOf(file, id),
          }}
        />
      )
    case 'comply':
      return <ComplySentence act={act} />
    case 'withdraw':
      return <FormattedMessage id="act.withdraw" values={{ on: <On version={act.on} /> }} />
    case 'declare':
      return (
        <FormattedMessage
          id={`act.declare.${act.result}`}
          values={{ on: <On version={act.on} /> }}
        />
      )
  }
}

function ComplySentence({ act }: { act: Extract<Act, { kind: 'comply' }> }) {
  const intl = useIntl()
  const union = intl.formatMessage({ id: `voice.${act.union}` })
  const national = intl.formatMessage({ id: `voice.${act.national}` })
  const reserved = [...new Set(act.reservations?.flatMap(({ clause }) => clause ?? []) ?? [])]
  return (
    <>
      <FormattedMessage
        id={act.union === act.national ? 'act.comply.same' : 'act.comply'}
        values={{ union, national, on: <On version={act.on} /> }}
      />
      {reserved.length > 0
        ? `, ${intl.formatMessage({ id: 'act.comply.reserves' }, { count: reserved.length, clauses: intl.formatList(reserved) })}`
        : null}
      {act.amendment
        ? `, ${intl.formatMessage({ id: 'act.comply.amends' }, { count: act.amendment.length, clauses: intl.formatList(act.amendment.map(({ id }) => id)) })}`
        : null}
    </>
  )
}

const find = (file: CaseFile, version: string) =>
  file.steps
    .flatMap((step) => step.versions.map((one) => ({ step, one })))
    .find(({ one }) => one.id === version)

const numberOf = (file: CaseFile, version: string) => find(file, version)?.one.number ?? '?'

/** `position, version 2`; an act may also name a version that nobody knows. */
function On({ version }: { version: string }) {
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

import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { ExchangeSentence } from '../exchange/exchange-sentence.tsx'
import { ActRef } from '../../marks/act-ref.tsx'
import { Moment } from '../../marks/moment.tsx'
import { numberOf, Subject } from './act-subject.tsx'
import { useCase } from './case-context.ts'
import { KeySentence } from './key-sentence.tsx'
import { MembershipSentence } from './membership-sentence.tsx'
import { MeasureSentence } from './measure-sentence.tsx'
import { KnowledgeSentence, RecordSentence } from './record-sentence.tsx'

/** What an act did, in one sentence whose subject is the plate before it. */
// oxlint-disable-next-line complexity -- one line per kind, so that the compiler misses a new one
export function ActSentence({ act, id }: { act: Act; id: string }) {
  const intl = useIntl()
  const file = useCase()
  switch (act.kind) {
    case 'keys-add':
    case 'keys-revoke':
    case 'keys-root':
    case 'disavow':
    case 'accuse':
      return <KeySentence act={act} />
    case 'join':
    case 'leave':
    case 'charter-amend':
      return <MembershipSentence act={act} />
    case 'evidence':
    case 'attribute':
      return <KnowledgeSentence act={act} />
    case 'evidence-withdraw':
    case 'objective':
    case 'note':
    case 'release':
    case 'sound':
    case 'comment':
      return <ExchangeSentence act={act} />
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
      return <FormattedMessage id="act.withdraw" values={{ on: <Subject version={act.on} /> }} />
    case 'extend':
      return (
        <FormattedMessage
          id="act.extend"
          values={{ on: <Subject version={act.on} />, until: <Moment at={act.until} /> }}
        />
      )
    case 'reaffirm':
      return (
        <FormattedMessage
          id="act.reaffirm"
          values={{ on: <Subject version={act.on} />, window: act.window }}
        />
      )
    case 'declare':
      if (act.of === act.on)
        return (
          <FormattedMessage id="act.declare.mandate" values={{ given: <ActRef id={act.on} /> }} />
        )
      return (
        <FormattedMessage
          id={`act.declare.${act.result}`}
          values={{ on: <Subject version={act.on} /> }}
        />
      )
    case 'assess':
    case 'call':
    case 'notice':
    case 'start':
    case 'report':
    case 'review':
    case 'suspend':
    case 'terminate':
      return <MeasureSentence act={act} />
    case 'incident-report':
    case 'sighting':
    case 'self-assessment':
    case 'publish':
    case 'recall':
    case 'receipt':
      return <RecordSentence act={act} />
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
        values={{ union, national, on: <Subject version={act.on} /> }}
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

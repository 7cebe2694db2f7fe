import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { Subject } from './act-subject.tsx'

/** Acts by which one nation carries a measure forward. */
export type MeasureAct = Extract<
  Act,
  {
    kind: 'assess' | 'call' | 'notice' | 'start' | 'report' | 'review' | 'suspend' | 'terminate'
  }
>

/** What a nation did about a measure, in one sentence whose subject is the plate before it. */
export function MeasureSentence({ act }: { act: MeasureAct }) {
  const intl = useIntl()
  switch (act.kind) {
    case 'assess':
      return (
        <FormattedMessage
          id="act.assess"
          values={{
            on: <Subject version={act.on} />,
            outcome: intl.formatMessage({ id: `outcome.${act.outcome}` }),
          }}
        />
      )
    case 'call':
      return <FormattedMessage id="act.call" values={{ to: act.to }} />
    case 'notice':
      return (
        <FormattedMessage
          id={act.notifiedOn === undefined ? 'act.notice.urgent' : 'act.notice'}
          values={{ to: act.to, talks: act.offersNegotiation ? 'yes' : 'no' }}
        />
      )
    case 'start':
    case 'report':
    case 'review':
    case 'suspend':
    case 'terminate':
      return (
        <FormattedMessage id={`act.${act.kind}`} values={{ on: <Subject version={act.on} /> }} />
      )
  }
}

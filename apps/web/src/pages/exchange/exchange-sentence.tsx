import { FormattedMessage } from 'react-intl'
import type { Act } from '@entente/accord'
import { Subject } from '../case/act-subject.tsx'

type ExchangeAct = Extract<Act, { kind: 'comment' }>

/** What nations say to one another beside their voices. */
export function ExchangeSentence({ act }: { act: ExchangeAct }) {
  switch (act.kind) {
    case 'comment':
      return (
        <FormattedMessage
          id={act.answers === undefined ? 'act.comment' : 'act.comment.answers'}
          values={{ clause: act.clause, on: <Subject version={act.on} /> }}
        />
      )
  }
}

import { FormattedMessage } from 'react-intl'
import type { Act } from '@entente/accord'
import { Subject } from './act-subject.tsx'

type MembershipAct = Extract<Act, { kind: 'join' | 'leave' | 'charter-amend' }>

/** Who takes part, who left, and under which charter the coalition goes on. */
export function MembershipSentence({ act }: { act: MembershipAct }) {
  switch (act.kind) {
    case 'join':
      return <FormattedMessage id="act.join" />
    case 'leave':
      return <FormattedMessage id="act.leave" />
    case 'charter-amend':
      return (
        <FormattedMessage
          id="act.charter-amend"
          values={{ on: <Subject version={act.on} />, to: <code>{act.to.slice(7, 15)}</code> }}
        />
      )
  }
}

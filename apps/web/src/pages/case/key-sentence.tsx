import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { sayVerbs } from '../voice/verbs.ts'

type KeyAct = Extract<Act, { kind: 'keys-add' | 'keys-revoke' | 'keys-root' }>

/** Who may sign for a party from here on. */
export function KeySentence({ act }: { act: KeyAct }) {
  const intl = useIntl()
  switch (act.kind) {
    case 'keys-add':
      return (
        <FormattedMessage
          id="act.keys-add"
          values={{
            authority: act.authority.name,
            keyid: act.key.keyid,
            custody: intl.formatMessage({ id: `custody.${act.key.custody}` }),
            verbs: sayVerbs(intl, act.mandate.verbs),
          }}
        />
      )
    case 'keys-revoke':
      return (
        <FormattedMessage
          id="act.keys-revoke"
          values={{
            keyid: act.key.keyid,
            cause: intl.formatMessage({ id: `cause.${act.cause}` }),
          }}
        />
      )
    case 'keys-root':
      return (
        <FormattedMessage
          id="act.keys-root"
          values={{ count: act.root.length, threshold: act.threshold }}
        />
      )
  }
}

import { Fragment } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { OtherAct } from './record-sentence.tsx'
import { sayVerbs } from '../voice/verbs.ts'

type KeyAct = Extract<
  Act,
  { kind: 'keys-add' | 'keys-revoke' | 'keys-root' | 'disavow' | 'accuse' }
>

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
    case 'disavow':
      return (
        <FormattedMessage
          id="act.disavow"
          values={{
            count: act.acts.length,
            acts: act.acts.map((id, index) => (
              <Fragment key={id}>
                {index > 0 ? ', ' : null}
                <OtherAct id={id} />
              </Fragment>
            )),
            reason: act.reason,
          }}
        />
      )
    case 'accuse':
      return (
        <FormattedMessage id="act.accuse" values={{ of: act.of, size: sizeIn(act.notes[0]) }} />
      )
  }
}

/** Tree size as the second line of a note says it; it was proved before the act was counted. */
const sizeIn = (note: string): number => Number(note.split('\n')[1])

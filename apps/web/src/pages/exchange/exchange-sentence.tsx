import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { ActLink } from '../case/act-link.tsx'
import { Subject } from '../case/act-subject.tsx'
import { useCase } from '../case/case-context.ts'
import type { CaseFile } from '../case/case-file.ts'

type ExchangeAct = Extract<
  Act,
  { kind: 'objective' | 'note' | 'release' | 'evidence-withdraw' | 'sound' | 'comment' }
>

/** What nations say to one another beside their voices. */
export function ExchangeSentence({ act }: { act: ExchangeAct }) {
  const intl = useIntl()
  const file = useCase()
  switch (act.kind) {
    case 'evidence-withdraw':
      return (
        <FormattedMessage id="act.evidence-withdraw" values={{ title: titleOf(file, act.of) }} />
      )
    case 'objective':
      return (
        <FormattedMessage
          id={act.reported ? 'act.objective.reported' : 'act.objective'}
          values={{
            title: act.title,
            is: intl.formatMessage({ id: `objective.is.${act.reported?.is ?? 'pursued'}` }),
          }}
        />
      )
    case 'note':
      return <FormattedMessage id={act.sealed ? 'act.note.sealed' : 'act.note'} />
    case 'release': {
      const of = file.actOf(act.of)
      return (
        <FormattedMessage
          id="act.release"
          values={{ act: of ? <ActLink act={of} /> : act.of.slice(7, 15) }}
        />
      )
    }
    case 'sound':
      return act.asks ? (
        <FormattedMessage
          id="act.sound"
          values={{
            the: intl.formatMessage({ id: `step.the.${act.asks.step.kind}` }),
            title: act.asks.text.title,
          }}
        />
      ) : (
        <FormattedMessage
          id="act.sound.answers"
          values={{
            count: act.answers?.clauses.length ?? 0,
            name: nameOfRound(file, act.answers?.round),
          }}
        />
      )
    case 'comment':
      return (
        <FormattedMessage
          id={act.answers === undefined ? 'act.comment' : 'act.comment.answers'}
          values={{ clause: act.clause, on: <Subject version={act.on} /> }}
        />
      )
  }
}

/** Who asked in the round that an answer names; the beginning of its id where that is not in this case. */
function nameOfRound({ actOf, nameOf }: CaseFile, round: string | undefined): string {
  const act = actOf(round)
  return act ? nameOf(act.party) : (round?.slice(7, 15) ?? '')
}

/** What evidence was called when it was put. */
function titleOf({ actOf }: CaseFile, id: string): string {
  const act = actOf(id)?.act
  return act?.kind === 'evidence' ? act.title : id.slice(7, 15)
}

import { FormattedMessage, useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import { useScaled } from '../../marks/scaled.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'

type KnowledgeAct = Extract<Act, { kind: 'evidence' | 'attribute' }>

/** Evidence and attributions: what others can rely on. */
export function KnowledgeSentence({ act }: { act: KnowledgeAct }) {
  const intl = useIntl()
  const { word } = useScaled()
  switch (act.kind) {
    case 'evidence':
      return (
        <FormattedMessage
          id="act.evidence"
          values={{
            count: act.objects.length + (act.pointers?.length ?? 0),
            title: act.title,
          }}
        />
      )
    case 'attribute':
      return (
        <FormattedMessage
          id="act.attribute"
          values={{
            whom: act.whom,
            level: intl.formatMessage({ id: `level.${act.level}` }),
            likelihood: word(act.likelihood),
            confidence: word(act.confidence),
          }}
        />
      )
  }
}

type RecordAct = Extract<
  Act,
  { kind: 'sighting' | 'self-assessment' | 'incident-report' | 'publish' | 'recall' | 'receipt' }
>

/** What is on record and decides nothing. */
export function RecordSentence({ act }: { act: RecordAct }) {
  const intl = useIntl()
  switch (act.kind) {
    case 'incident-report':
      return (
        <FormattedMessage
          id="act.incident-report"
          values={{
            title: act.title,
            incident: act.incident,
            regime: act.regime,
            stage: act.stage,
          }}
        />
      )
    case 'sighting':
      return (
        <FormattedMessage
          id="act.sighting"
          values={{ count: act.count, indicator: <code>{act.sightingOf.slice(0, 19)}…</code> }}
        />
      )
    case 'self-assessment':
      return <FormattedMessage id="act.self-assessment" values={{ count: act.measures.length }} />
    case 'publish':
      return (
        <FormattedMessage
          id="act.publish"
          values={{
            the: intl.formatMessage({ id: `step.the.${act.what}` }),
            title: act.text.title,
          }}
        />
      )
    case 'recall':
      return <FormattedMessage id="act.recall" values={{ act: <OtherAct id={act.of} /> }} />
    case 'receipt':
      return <FormattedMessage id="act.receipt" values={{ act: <OtherAct id={act.of} /> }} />
  }
}

/** Another act: where it stands in the timeline, or how it begins where it is not in this case. */
export function OtherAct({ id }: { id: string }) {
  const act = useCase().actOf(id)
  return act ? <ActLink act={act} /> : <code>{id.slice(7, 15)}</code>
}

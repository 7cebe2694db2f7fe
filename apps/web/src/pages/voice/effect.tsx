import { useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { weaker, type Act, type Reason, type SpokenVoice, type VersionState } from '@entente/accord'
import { VoicePair } from '../../marks/voice-mark.tsx'
import { useCase } from '../case/case-context.ts'
import { whatIf } from '../case/what-if.ts'

/** Which of the two voices counts. */
export function EffectiveVoice({ union, national }: { union: SpokenVoice; national: SpokenVoice }) {
  const intl = useIntl()
  const effective = weaker(union, national)
  return (
    <section className="effect">
      <p className="row">
        <VoicePair union={union} national={national} effective={effective} />
        <b>
          {intl.formatMessage(
            { id: 'give.effective' },
            { voice: intl.formatMessage({ id: `voice.${effective}` }) },
          )}
        </b>
      </p>
      <p className="small">{intl.formatMessage({ id: 'give.weaker' })}</p>
    </section>
  )
}

/** What the gate would be with this act, computed here by the library that every node runs. */
export function IfSigned({ act, version }: { act: Act; version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const after = useMemo(
    () =>
      whatIf(file.view, [act])
        .steps.flatMap(({ versions }) => versions)
        .find(({ id }) => id === version.id),
    [file.view, act, version.id],
  )
  if (!after) return null
  const mine = after.voices[file.us]
  const others = after.gate.reasons.filter(({ member }) => member !== file.us)
  const own = after.gate.reasons.filter(({ member }) => member === file.us)
  return (
    <section aria-live="polite">
      <h3>{intl.formatMessage({ id: 'give.if' })}</h3>
      <p className="small">
        <FormattedMessage
          id={
            after.gate.open
              ? version.gate.open
                ? 'give.if.stays-open'
                : 'give.if.opens'
              : version.gate.open
                ? 'give.if.shuts'
                : 'give.if.stays-shut'
          }
          values={{ rule: intl.formatMessage({ id: `rule.${after.rule}` }) }}
        />{' '}
        {own.map((reason) => (
          <Why key={`${reason.code} us`} reason={reason} />
        ))}
        {others.map((reason) => (
          <Why key={`${reason.code} ${reason.member ?? ''}`} reason={reason} />
        ))}
        {mine?.excepts
          ? intl.formatMessage(
              { id: 'give.if.excepts' },
              {
                name: file.nameOf(file.us),
                count: mine.excepts.length,
                clauses: intl.formatList(mine.excepts),
              },
            )
          : null}
      </p>
    </section>
  )
}

function Why({ reason }: { reason: Reason }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <>
      {intl.formatMessage(
        { id: `why.${reason.code}` },
        { name: reason.member ? file.nameOf(reason.member) : '' },
      )}{' '}
    </>
  )
}

import { useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  weaker,
  type Act,
  type Reason,
  type RuleName,
  type SpokenVoice,
  type VersionState,
} from '@entente/accord'
import { VoicePair } from '../../marks/voice-mark.tsx'
import { useCase } from '../case/case-context.ts'
import { hasGate } from '../case/gate-offers.ts'
import { WouldBeUnheard } from '../case/unheard.tsx'
import { complies, whatIf } from '../case/what-if.ts'

type Spoken = {
  readonly union: SpokenVoice
  readonly national: SpokenVoice
  readonly rule: RuleName
  /** Clauses that the nation reserves. */
  readonly clauses: readonly string[]
}

/** Which of the two voices counts, and what it does under the rule of the step. */
export function EffectiveVoice({ union, national, rule, clauses }: Spoken) {
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
      <p className="small">
        {intl.formatMessage({ id: 'give.weaker' })}{' '}
        {rule === 'express-unanimity' ? (
          <FormattedMessage
            id={`effect.${effective}`}
            values={{
              rule: intl.formatMessage({ id: `rule.${rule}` }),
              count: clauses.length,
              clauses: intl.formatList(clauses),
            }}
          />
        ) : null}
      </p>
    </section>
  )
}

/** What the gate would be with this act, computed here by the library that every node runs. */
export function IfSigned({ act, version }: { act: Act; version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const after = useMemo(() => whatIf(file, version, [act]), [file, version, act])
  const shutting = [...new Set(after.gate.reasons.flatMap(({ member }) => member ?? []))]
  const then = useMemo(
    () =>
      shutting.length > 0 && !shutting.includes(file.us)
        ? whatIf(file, version, [
            act,
            ...shutting.map((party) => complies(file, party, version.id)),
          ])
        : undefined,
    // oxlint-disable-next-line react/exhaustive-deps -- the list is made anew each time, its words say whether it changed
    [file, version, act, shutting.join(' ')],
  )
  if (!hasGate(version)) return null
  const mine = after.voices[file.us]
  const others = after.gate.reasons.filter(({ member }) => member !== file.us)
  const own = after.gate.reasons.filter(({ member }) => member === file.us)
  return (
    <section aria-live="polite">
      <h3>{intl.formatMessage({ id: 'give.if' })}</h3>
      <WouldBeUnheard act={act} view={file.view} />
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
        {then?.gate.open
          ? `${intl.formatMessage(
              { id: 'give.if.then' },
              { count: shutting.length, names: intl.formatList(shutting.map(file.nameOf)) },
            )} `
          : null}
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

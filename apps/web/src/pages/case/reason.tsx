import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Reason, ReasonCode, StepKind, VersionState } from '@entente/accord'
import { findSource } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import { Moment } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { VoicePair } from '../../marks/voice-mark.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { complyOf, isAuthor } from './case-file.ts'
import { Redline } from './clause.tsx'

/** Reasons that a member lifts by giving its voices. */
export const isMine = (code: ReasonCode) =>
  code === 'silent' || code === 'unacknowledged' || code === 'ran-out'

/** One reason: which nation, its two voices, the sentence, the act, the rule and its source. */
export function ReasonLine({
  reason,
  version,
  kind,
}: {
  reason: Reason
  version: VersionState
  kind: StepKind
}) {
  const intl = useIntl()
  const file = useCase()
  // Whoever files the versions has the next word on an amendment, and sees it without asking.
  const [seen, setSeen] = useState(version.current && isAuthor(file, kind))
  const { member } = reason
  const voice = member ? version.voices[member] : undefined
  const comply = complyOf(file, voice)
  const asks = comply?.amendment !== undefined || comply?.wouldTake !== undefined
  const give = member === file.us && isMine(reason.code) && version.current
  return (
    <li>
      {member ? (
        <Plate party={member} name={file.nameOf(member)} us={member === file.us} />
      ) : (
        <span />
      )}
      {voice ? <VoicePair {...voice} /> : <span />}
      <div>
        <p>
          <ReasonSentence reason={reason} />{' '}
          <span className="source">
            <ReasonSource reason={reason} />
          </span>
        </p>
      </div>
      {give && file.may('comply') ? (
        <Link
          from="/cases/$id"
          to="/cases/$id/voice"
          search={{ version: version.id }}
          className="btn primary"
        >
          {intl.formatMessage({ id: 'gate.do.give' })}
        </Link>
      ) : asks ? (
        <button type="button" className="btn" aria-expanded={seen} onClick={() => setSeen(!seen)}>
          {intl.formatMessage({ id: seen ? 'gate.amendment.hide' : 'gate.amendment.see' })}
        </button>
      ) : (
        <span />
      )}
      {asks && seen && comply ? (
        <WouldTake comply={comply} act={voice?.act} version={version} kind={kind} />
      ) : null}
    </li>
  )
}

function ReasonSentence({ reason }: { reason: Reason }) {
  const intl = useIntl()
  const file = useCase()
  const { member, axes = [], clauses = [] } = reason
  const us = member !== undefined && member === file.us
  const axis = axes.length === 1 ? axes[0] : 'both'
  return (
    <FormattedMessage
      id={`reason.${reason.code}`}
      values={{
        name: member ? file.nameOf(member) : '',
        us: us ? 'yes' : 'no',
        axis,
        count: clauses.length,
        clauses: intl.formatList(clauses),
      }}
    />
  )
}

/** The act, when, and the provision that this cell of the rule comes from. */
function ReasonSource({ reason }: { reason: Reason }) {
  const intl = useIntl()
  const file = useCase()
  const { locale } = usePreferences()
  const act = file.actOf(reason.act)
  const source = findSource(reason.source)
  return (
    <>
      {act ? (
        <>
          <FormattedMessage
            id="reason.act"
            values={{
              act: <ActLink act={act} />,
              at: act.act ? <Moment at={act.act.claimedAt} /> : null,
            }}
          />{' '}
        </>
      ) : null}
      {source ? (
        <cite title={source.restatement[locale]}>{source.citation[locale]}.</cite>
      ) : (
        intl.formatMessage(
          { id: 'reason.own-rule' },
          { rule: intl.formatMessage({ id: `rule.${reason.rule}` }) },
        )
      )}
    </>
  )
}

type Asked = NonNullable<ReturnType<typeof complyOf>>

/** What it would take for this member to comply: its words, and its clauses as a redline. */
function WouldTake({
  comply,
  act,
  version,
  kind,
}: {
  comply: Asked
  act: string | undefined
  version: VersionState
  kind: StepKind
}) {
  const intl = useIntl()
  const file = useCase()
  const text = file.textOf(version.id)
  return (
    <div className="would-take">
      {comply.wouldTake ? (
        <p className="small">
          <b>{intl.formatMessage({ id: 'gate.would-take' })}</b> {comply.wouldTake}
        </p>
      ) : null}
      {comply.amendment?.map(({ id, text: wanted }) => (
        <p key={id} className="treaty">
          <span className="no">{id}</span>{' '}
          <Redline
            before={text?.clauses.find((clause) => clause.id === id)?.text ?? ''}
            after={wanted}
          />
        </p>
      ))}
      {comply.amendment && version.current && isAuthor(file, kind) && act ? (
        <p>
          <Link
            from="/cases/$id"
            to="/cases/$id/amend"
            search={{ version: version.id, from: act }}
            className="btn little"
          >
            {intl.formatMessage({ id: 'gate.do.take' })}
          </Link>
        </p>
      ) : null}
    </div>
  )
}

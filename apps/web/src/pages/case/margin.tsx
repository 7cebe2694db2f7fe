import { FormattedMessage, useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { VoiceMark } from '../../marks/voice-mark.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { Redline } from './clause.tsx'
import { complyOf, type CaseFile } from './case-file.ts'

/** Beside each clause: which nation reserves it, or would have it otherwise. */
export function Margin({ clause, version }: { clause: string; version: VersionState }) {
  const intl = useIntl()
  const file = useCase()
  const notes = notesOn(file, version, clause)
  const words = file.textOf(version.id)?.clauses.find(({ id }) => id === clause)?.text ?? ''
  return (
    <div className="margin">
      {notes.map(({ party, kind, text, voice, act }) => (
        <p key={`${party} ${kind} ${text}`}>
          <VoiceMark voice={voice} little />
          <span>
            <FormattedMessage
              id={`margin.${kind}`}
              values={{
                name: <b>{file.nameOf(party)}</b>,
                text:
                  kind === 'amends' ? <Redline before={words} after={text} only="changes" /> : text,
              }}
            />{' '}
            {act ? <ActLink act={act} /> : null}
          </span>
        </p>
      ))}
      {notes.length === 0 ? (
        <p className="agreed">{intl.formatMessage({ id: 'margin.none' })}</p>
      ) : null}
    </div>
  )
}

function notesOn(file: CaseFile, version: VersionState, clause: string) {
  return Object.entries(version.voices).flatMap(([party, voice]) => {
    const comply = complyOf(file, voice)
    if (!comply || voice.effective === 'withdrawn') return []
    const act = file.actOf(voice.act)
    const reserved = (comply.reservations ?? [])
      .filter((reservation) => reservation.clause === clause)
      .map(({ axis, text }) => ({
        party,
        act,
        kind: 'reserves' as const,
        text,
        voice: comply[axis],
      }))
    const amended = (comply.amendment ?? [])
      .filter(({ id }) => id === clause)
      .map(({ text }) => ({ party, act, kind: 'amends' as const, text, voice: voice.effective }))
    return [...reserved, ...amended]
  })
}

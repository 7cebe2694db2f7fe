import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  deemedOn,
  isReceiptTimely,
  type MemberVoice,
  type PartyId,
  reaffirmation,
  type SilenceShown,
  type VersionState,
} from '@entente/accord'
import { GateMark } from '../../marks/gate-mark.tsx'
import { Moment } from '../../marks/moment.tsx'
import { StandingBadge } from '../../marks/standing.tsx'
import { VoicePair } from '../../marks/voice-mark.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { isAuthor, isBound, lookedAt, type CaseFile, type Step } from './case-file.ts'
import { hasGate, isExtendable, offersOf, type Offer } from './gate-offers.ts'
import { GateTimes } from './gate-times.tsx'
import { Incomplete } from './incomplete.tsx'
import { isMine, ReasonLine } from './reason.tsx'
import { Unheard } from './unheard.tsx'
import { gateTitle, isRunning } from './use-news.ts'
import { WhatIf } from './what-if-panel.tsx'

type Props = { readonly step: Step; readonly version: VersionState }

/** The gate of a step: its sentence, each reason with who, act, rule and source, and what is mine to do. */
export function Gate({ step, version }: Props) {
  const intl = useIntl()
  const file = useCase()
  const [now] = useState(() => Math.floor(Date.now() / 1000))
  const adopted = version.adopted.length > 0
  const deemed = deemedOn(version, file.view.state)
  const { comesTo, earlier = false } = file.view.silences[version.id] ?? {}
  const isUndecided = comesTo === 'neither'
  // What could be certified now: without voices past their end.
  const seen = adopted ? version : (file.view.pastEnd[version.id] ?? version)
  const open = adopted
    ? version.inForce
    : hasGate(version) && seen.gate.open && !isRunning(seen) && !isUndecided && !earlier
  const reasons = adopted || !hasGate(version) ? version.reasons : seen.gate.reasons
  return (
    <section className={`gate ${open ? 'open' : 'shut'}`} aria-labelledby="gate">
      <header>
        <GateMark open={open} />
        <div>
          <h2 id="gate">{gateTitle(intl, step, seen, file.view.silences[version.id])}</h2>
          <p className="small quiet">
            <GateRule version={seen} isUndecided={isUndecided} />
          </p>
        </div>
        {adopted || (version.standing !== 'open' && !earlier) ? (
          <span className="push">
            <StandingBadge standing={version.standing} />
          </span>
        ) : null}
      </header>
      {isUndecided ? (
        <p className="small gate-note">{intl.formatMessage({ id: 'gate.undecided' })}</p>
      ) : null}
      {reasons.length > 0 ? (
        <ol className="why">
          {reasons.map((reason) => (
            <ReasonLine
              key={`${reason.code} ${reason.member ?? ''} ${reason.act ?? ''}`}
              reason={reason}
              version={version}
              kind={step.kind}
            />
          ))}
        </ol>
      ) : null}
      <GateTimes version={version} now={now} />
      <Certificates version={version} />
      <Incomplete version={version} />
      <Unheard version={version} />
      {deemed.length > 0 ? (
        <p className="small gate-note">
          {intl.formatMessage(
            { id: 'gate.deemed' },
            { names: intl.formatList(deemed.map(file.nameOf)) },
          )}
        </p>
      ) : null}
      <WhatIf key={version.id} version={version} />
      <Mine step={step} version={version} />
    </section>
  )
}

function GateRule({ version, isUndecided }: { version: VersionState; isUndecided: boolean }) {
  const intl = useIntl()
  const file = useCase()
  const keep = new Set(version.gate.reasons.flatMap(({ member }) => member ?? [])).size
  const rule = intl.formatMessage({ id: `rule.${version.rule}` })
  const values = { number: version.number, keep, all: file.members.length, rule }
  if (!version.current) return intl.formatMessage({ id: 'gate.rule.earlier' }, values)
  if (isRunning(version) || isUndecided || !hasGate(version))
    return intl.formatMessage({ id: 'gate.rule.other' }, values)
  if (version.gate.open) return intl.formatMessage({ id: 'gate.rule.open' }, values)
  return intl.formatMessage({ id: keep > 0 ? 'gate.rule.shut' : 'gate.rule.other' }, values)
}

/** The certificates that anyone published about this version and anyone can check. */
function Certificates({ version }: { version: VersionState }) {
  const file = useCase()
  const known = [
    ...version.adopted.map((id) => ({ id, result: 'adopted' as const })),
    ...version.ended.map((id) => ({ id, result: 'ended' as const })),
    ...(version.lapsed ?? []).map((id) => ({ id, result: 'lapsed' as const })),
    ...(version.broken ?? []).map((id) => ({ id, result: 'broken' as const })),
    ...(version.ranOut ?? []).map((id) => ({ id, result: 'ran-out' as const })),
  ]
  if (known.length === 0) return null
  return (
    <ul className="certificates small">
      {known.map(({ id, result }) => {
        const act = file.actOf(id)
        return (
          <li key={id}>
            <FormattedMessage
              id={`gate.declared.${result}`}
              values={{
                name: <b>{act ? file.nameOf(act.party) : '?'}</b>,
                act: act ? <ActLink act={act} /> : null,
                at: act?.act ? <Moment at={act.act.claimedAt} /> : null,
              }}
            />{' '}
            {act?.act?.kind === 'declare' ? (
              <a href={recordThen(file.view.id, act.act.cut)} download>
                <FormattedMessage id="gate.declared.record" />
              </a>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** The record of the case at the cut that a certificate cites: what was known when it was certified. */
const recordThen = (id: string, cut: Readonly<Record<string, { readonly size: number }>>): string =>
  `/api/v1/cases/${encodeURIComponent(id)}/bundle?cut=${Object.entries(cut)
    .map(([party, { size }]) => `${party}:${size}`)
    .join(',')}`

/** What this person may do here; at most one button is the primary one. */
function Mine({ step, version }: Props) {
  const intl = useIntl()
  const file = useCase()
  const deeds = deedsOf(file, step, version)
  const voice = version.voices[file.us]
  if (deeds.length === 0 && !voice?.act) return null
  return (
    <div className="mine">
      {voice?.act ? (
        <p className="row small">
          <VoicePair {...voice} />
          {intl.formatMessage(
            { id: `gate.mine.${mineOf(voice)}` },
            {
              name: file.nameOf(file.us),
              voice: intl.formatMessage({ id: `voice.${voice.effective}` }),
            },
          )}
        </p>
      ) : null}
      <p className="row">
        {deeds.map(({ to, search, id, primary, danger }): ReactNode => (
          <Link
            key={`${id} ${search.of ?? ''}`}
            from="/cases/$id"
            to={to}
            search={search}
            className={`btn${primary ? ' primary' : ''}${danger ? ' danger' : ''}`}
          >
            {intl.formatMessage({ id })}
          </Link>
        ))}
      </p>
    </div>
  )
}

const mineOf = ({ union, national, effective }: MemberVoice) =>
  effective === 'withdrawn' ? 'withdrawn' : union === national ? 'same' : 'voices'

type Deed = {
  readonly to:
    | '/cases/$id/voice'
    | '/cases/$id/withdraw'
    | '/cases/$id/acknowledge'
    | '/cases/$id/reaffirm'
    | '/cases/$id/extend'
    | '/cases/$id/certificate'
    | '/cases/$id/amend'
    | '/cases/$id/publish'
  readonly search: {
    readonly step: string
    readonly version: string
    readonly result?: 'ended' | 'lapsed' | 'expired'
    readonly of?: string
  }
  readonly id:
    | 'gate.do.declare'
    | 'gate.do.end'
    | 'gate.do.lapse'
    | 'gate.do.break'
    | 'gate.do.run-out'
    | 'gate.do.acknowledge'
    | 'gate.do.reaffirm'
    | 'gate.do.extend'
    | 'gate.do.amend'
    | 'gate.do.publish'
    | 'gate.do.change'
    | 'gate.do.withdraw'
  readonly primary?: boolean
  readonly danger?: boolean
}

/** Which acts on this version are this person's to file, the one that is awaited first. */
function deedsOf(file: CaseFile, step: Step, version: VersionState): readonly Deed[] {
  const search = { step: step.id, version: version.id }
  const { may } = file
  const voice = version.voices[file.us]
  const live = version.current || version.inForce
  const now = Math.floor(Date.now() / 1000)
  const silence = file.view.silences[version.id]
  const deeds: Deed[] = may('declare')
    ? offersOf(file.view.charter, version, lookedAt(file, version, now)).map((offer) =>
        certifying(offer, search),
      )
    : []
  deeds.push(...keeping(file, version, { search, now }))
  if (version.by === file.us && isExtendable(version) && may('extend'))
    deeds.push({ to: '/cases/$id/extend', search, id: 'gate.do.extend' })
  if (isAuthor(file, step.kind) && version.current && may('amend'))
    deeds.push({
      to: '/cases/$id/amend',
      search,
      id: 'gate.do.amend',
      primary: isStuck(version, silence),
    })
  if (version.inForce && step.kind === 'position' && may('publish'))
    deeds.push({ to: '/cases/$id/publish', search, id: 'gate.do.publish' })
  if (live && voice?.act && voice.effective !== 'withdrawn' && may('comply'))
    deeds.push({ to: '/cases/$id/voice', search, id: 'gate.do.change' })
  if (live && consents(file, version) && may('withdraw'))
    deeds.push({ to: '/cases/$id/withdraw', search, id: 'gate.do.withdraw', danger: true })
  return deeds
}

/** Whether this nation is bound by what it said, or by saying nothing. */
const consents = (file: CaseFile, version: VersionState): boolean =>
  isBound(version.voices[file.us]) || deemedOn(version, file.view.state).includes(file.us)

/** What a member does that keeps a silence or a consent good without a new voice. */
function keeping(
  file: CaseFile,
  version: VersionState,
  { search, now }: { readonly search: Deed['search']; readonly now: number },
): readonly Deed[] {
  const us = file.us as PartyId
  const isSilent = version.voices[us]?.effective === 'silent'
  const isAsked = version.rule === 'silence' && version.current && version.standing === 'open'
  if (isAsked && isSilent && !version.acknowledged?.includes(us))
    return file.may('receipt') && isReceiptTimely(file.view.charter, version, now)
      ? [{ to: '/cases/$id/acknowledge', search, id: 'gate.do.acknowledge' }]
      : []
  const next = reaffirmation(file.view.charter, version, now)
  return version.inForce && next?.missing.includes(us) && file.may('reaffirm')
    ? [{ to: '/cases/$id/reaffirm', search, id: 'gate.do.reaffirm' }]
    : []
}

/** A certificate that anyone may publish of this version now. */
function certifying(offer: Offer, search: Deed['search']): Deed {
  const to = '/cases/$id/certificate'
  switch (offer.result) {
    case 'adopted':
      return { to, search, id: 'gate.do.declare', primary: true }
    case 'ended':
      return { to, search: { ...search, result: 'ended' }, id: 'gate.do.end', primary: true }
    case 'lapsed':
      return { to, search: { ...search, result: 'lapsed' }, id: 'gate.do.lapse' }
    case 'expired': {
      const { of, result } = offer
      return {
        to,
        search: { ...search, result, ...(of === undefined ? {} : { of }) },
        id: of === undefined ? 'gate.do.break' : 'gate.do.run-out',
      }
    }
  }
}

/** Only a new version helps: it has ended, or every member spoke and the gate is still shut. */
const isStuck = ({ standing, adopted, gate }: VersionState, silence?: SilenceShown) =>
  standing === 'ended' ||
  silence?.comesTo === 'neither' ||
  (adopted.length === 0 && !gate.open && !gate.reasons.some((reason) => isMine(reason.code)))

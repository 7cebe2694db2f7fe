import { useIntl } from 'react-intl'
import { deemedOn, isUnnamed, type PartyId, type Voice } from '@entente/accord'
import { momentSaid } from '../../marks/moment.tsx'
import { Plate } from '../../marks/plate.tsx'
import { useScaled } from '../../marks/scaled.tsx'
import { StandingBadge } from '../../marks/standing.tsx'
import { VoiceMark, VoicePair } from '../../marks/voice-mark.tsx'
import { useCase } from './case-context.ts'
import { attributionsBy, expectedOf, lastOf, pastEndOn, type Step } from './case-file.ts'
import { Unnamed } from './unheard.tsx'

const VOICES: readonly Voice[] = [
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
  'withdrawn',
  'silent',
]

/** Which nation complies with which step, by its two voices; readable without colour. */
export function Board({ current }: { current: Step }) {
  const intl = useIntl()
  const file = useCase()
  return (
    <section className="panel board" aria-labelledby="board">
      <header>
        <h2 id="board">{intl.formatMessage({ id: 'board.title' })}</h2>
        <span className="small quiet push">{intl.formatMessage({ id: 'board.sides' })}</span>
      </header>
      <section
        className="scroll"
        aria-label={intl.formatMessage({ id: 'board.table' })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls takes the focus
        tabIndex={0}
      >
        <table className="table">
          <thead>
            <tr>
              <th className="stick" scope="col">
                {intl.formatMessage({ id: 'board.nation' })}
              </th>
              {file.steps.map((step) => (
                <ColumnHead key={step.id} step={step} now={step.id === current.id} />
              ))}
            </tr>
          </thead>
          <tbody>
            {file.members.map(({ id, name }) => (
              <tr key={id}>
                <th className="stick" scope="row">
                  <span className="nat">
                    <Plate party={id} name={name} us={id === file.us} /> <span>{name}</span>
                  </span>
                </th>
                {file.steps.map((step) => (
                  <td key={step.id} className={step.id === current.id ? 'c now' : 'c'}>
                    <Cell step={step} party={id} />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="gates">
              <th className="stick" scope="row">
                {intl.formatMessage({ id: 'board.gate' })}
              </th>
              {file.steps.map((step) => (
                <td key={step.id} className={step.id === current.id ? 'c now' : 'c'}>
                  <GateCell step={step} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <ul className="legend-row" aria-label={intl.formatMessage({ id: 'board.legend' })}>
        {VOICES.map((voice) => (
          <li key={voice}>
            <VoiceMark voice={voice} little />
            <span aria-hidden="true">{intl.formatMessage({ id: `voice.${voice}` })}</span>
          </li>
        ))}
        <li className="quiet">{intl.formatMessage({ id: 'board.bar' })}</li>
      </ul>
    </section>
  )
}

function ColumnHead({ step, now }: { step: Step; now: boolean }) {
  const intl = useIntl()
  const version = lastOf(step)
  return (
    <th className={now ? 'c now' : 'c'} scope="col" aria-current={now ? 'step' : undefined}>
      {intl.formatMessage({ id: `step.${step.kind}` })}
      <small>
        {step.rule === 'each-its-own'
          ? intl.formatMessage({ id: 'board.own' })
          : version
            ? intl.formatMessage({ id: 'board.version' }, { number: version.number })
            : intl.formatMessage({ id: 'board.no-text' })}
      </small>
    </th>
  )
}

function Cell({ step, party }: { step: Step; party: string }) {
  const intl = useIntl()
  const { word } = useScaled()
  const file = useCase()
  if (step.rule === 'each-its-own') {
    const last = attributionsBy(file, party).at(-1)
    return (
      <small className="own-word">
        {last
          ? intl.formatMessage(
              { id: 'board.attributed' },
              {
                level: intl.formatMessage({ id: `level.${last.act.level}` }),
                likelihood: word(last.act.likelihood),
              },
            )
          : intl.formatMessage({ id: 'board.not-stated' })}
      </small>
    )
  }
  const version = lastOf(step)
  const voice = version?.voices[party as keyof typeof version.voices]
  if (version && isUnnamed(version, party as PartyId))
    return <Unnamed version={version} party={party as PartyId} />
  if (!version || !voice)
    return <span className="unput">{intl.formatMessage({ id: 'board.not-put' })}</span>
  const expected = expectedOf(file, voice)
  const spokeOn =
    voice.effective === 'silent'
      ? step.versions.findLast(
          ({ voices, id }) => id !== version.id && voices[party as keyof typeof voices]?.act,
        )
      : undefined
  return (
    <>
      <VoicePair {...voice} />
      {pastEndOn(file.view, version).includes(party as PartyId) ? (
        <small>{intl.formatMessage({ id: 'board.past-end' })}</small>
      ) : null}
      {expected === undefined ? null : (
        <small>
          {intl.formatMessage({ id: 'board.expected' }, { at: momentSaid(intl, expected) })}
        </small>
      )}
      {deemedOn(version, file.view.state).includes(party as PartyId) ? (
        <small>{intl.formatMessage({ id: 'voice.deemed' })}</small>
      ) : null}
      {voice.ranOut ? <small>{intl.formatMessage({ id: 'board.ran-out' })}</small> : null}
      {spokeOn ? (
        <small>{intl.formatMessage({ id: 'board.spoke-on' }, { number: spokeOn.number })}</small>
      ) : null}
    </>
  )
}

function GateCell({ step }: { step: Step }) {
  const intl = useIntl()
  const { view } = useCase()
  const version = lastOf(step)
  if (step.rule === 'each-its-own')
    return <span className="small quiet">{intl.formatMessage({ id: 'board.no-gate' })}</span>
  if (!version) return <span className="small quiet">–</span>
  const { comesTo, earlier = false } = view.silences[version.id] ?? {}
  if (version.adopted.length > 0 || (version.standing !== 'open' && !earlier))
    return <StandingBadge standing={version.standing} />
  if (comesTo === 'neither')
    return <b className="shut-word">{intl.formatMessage({ id: 'board.undecided' })}</b>
  const isOpen = earlier ? comesTo === 'adopted' : (view.pastEnd[version.id] ?? version).gate.open
  return (
    <b className={isOpen ? 'open-word' : 'shut-word'}>
      {intl.formatMessage({ id: isOpen ? 'board.open' : 'board.shut' })}
    </b>
  )
}

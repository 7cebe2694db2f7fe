import { lazy, Suspense, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PartyId, SpokenVoice, VersionState } from '@entente/accord'
import { useCase } from './case-context.ts'
import { hasGate } from './gate-offers.ts'
import type { Word } from './what-if.ts'

const Outcome = lazy(async () => ({
  default: (await import('./what-if-outcome.tsx')).WhatIfOutcome,
}))

/** What one member may be supposed to say: a statement changes nothing of what follows. */
const WORDS = [
  'complies',
  'complies-with-reservation',
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
] as const satisfies readonly SpokenVoice[]

type Supposed = Readonly<Record<string, Word>>

/** What if members said otherwise, whether the gate is open or shut: computed here, by the library that every node runs. */
export function WhatIf({ version }: { version: VersionState }) {
  const intl = useIntl()
  const [supposed, setSupposed] = useState<Supposed>({})
  const members = (Object.keys(version.voices) as PartyId[]).filter(
    (party) => version.voices[party]!.effective !== 'withdrawn',
  )
  if (members.length === 0 || version.rule === 'each-its-own') return null
  if ((!version.current && !version.inForce) || !hasGate(version)) return null
  return (
    <details className="what-if">
      <summary className="small">{intl.formatMessage({ id: 'what-if.title' })}</summary>
      <ul>
        {members.map((party) => (
          <Member
            key={party}
            version={version}
            party={party}
            word={supposed[party]}
            onChange={(word) => {
              const { [party]: _, ...others } = supposed
              setSupposed(word ? { ...others, [party]: word } : others)
            }}
          />
        ))}
      </ul>
      <output className="small">
        {Object.keys(supposed).length > 0 ? (
          <Suspense fallback={intl.formatMessage({ id: 'what-if.computing' })}>
            <Outcome version={version} supposed={supposed} />
          </Suspense>
        ) : null}
      </output>
    </details>
  )
}

function Member({
  version,
  party,
  word,
  onChange,
}: {
  version: VersionState
  party: PartyId
  word: Word | undefined
  onChange: (word: Word | undefined) => void
}) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(party)
  const clauses = file.textOf(version.id)?.clauses ?? []
  const say = (voice: SpokenVoice | undefined) =>
    onChange(
      voice === undefined
        ? undefined
        : voice === 'complies-with-reservation' && clauses[0]
          ? { voice, clause: clauses[0].id }
          : { voice },
    )
  return (
    <li className="row">
      <label className="row small">
        {intl.formatMessage({ id: 'what-if.says' }, { name })}
        <select
          className="input"
          value={word?.voice ?? ''}
          onChange={({ target }) => say(WORDS.find((voice) => voice === target.value))}
        >
          <option value="">{intl.formatMessage({ id: 'what-if.as-now' })}</option>
          {WORDS.map((voice) => (
            <option key={voice} value={voice}>
              {intl.formatMessage({ id: `voice.${voice}` })}
            </option>
          ))}
        </select>
      </label>
      {word?.voice === 'complies-with-reservation' ? (
        <label className="row small">
          {intl.formatMessage({ id: 'what-if.clause' }, { name })}
          <select
            className="input"
            value={word.clause ?? ''}
            onChange={({ target }) =>
              onChange({
                voice: word.voice,
                ...(target.value === '' ? {} : { clause: target.value }),
              })
            }
          >
            {clauses.map(({ id }) => (
              <option key={id} value={id}>
                {intl.formatMessage({ id: 'give.clause.one' }, { clause: id })}
              </option>
            ))}
            <option value="">{intl.formatMessage({ id: 'give.clause.none' })}</option>
          </select>
        </label>
      ) : null}
    </li>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { FileDrop } from '../../frame/file-drop.tsx'
import { CharterShown } from '../../marks/charter-told.tsx'
import { IdShown } from '../../marks/id-told.tsx'
import { Cards } from './cards.tsx'
import { Compare } from './compare.tsx'
import { Download } from './download.tsx'
import { step, useStep } from './queries.ts'
import { RulesForm } from './rules.tsx'

type Party = NonNullable<FoundingView['party']>
const WAYS = ['take', 'draft'] as const

/** The second step: the charter is drafted here from the others' cards, or was sent by whoever drafted it. */
export function CharterStep({ view, party }: { view: FoundingView; party: Party }) {
  const intl = useIntl()
  const [way, setWay] = useState<(typeof WAYS)[number]>(
    view.cards.length > 0 || view.forms.rules ? 'draft' : 'take',
  )
  if (view.charter) return <CharterHere charter={view.charter} />
  return (
    <div className="found-form">
      <p>{intl.formatMessage({ id: 'found.charter.lead' })}</p>
      <fieldset className="opts">
        <legend className="label">{intl.formatMessage({ id: 'found.charter.way' })}</legend>
        {WAYS.map((one) => (
          <label key={one} className="opt">
            <input type="radio" name="way" checked={one === way} onChange={() => setWay(one)} />
            <span>
              {intl.formatMessage({ id: `found.charter.way.${one}` })}
              <small>{intl.formatMessage({ id: `found.charter.way.${one}.hint` })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {way === 'take' ? (
        <TakeCharter />
      ) : (
        <>
          <Cards view={view} />
          <RulesForm view={view} party={party} />
        </>
      )}
    </div>
  )
}

function TakeCharter() {
  const intl = useIntl()
  const taking = useStep()
  return (
    <section aria-labelledby="take">
      <h2 id="take">{intl.formatMessage({ id: 'found.take' })}</h2>
      <FileDrop
        name={intl.formatMessage({ id: 'found.take.file' })}
        choose={intl.formatMessage({ id: 'verify.file.choose' })}
        said={intl.formatMessage({ id: 'found.take.drop' })}
        onFile={(file) =>
          void file.text().then((text) => taking.mutate(step('POST', '/charter', text)))
        }
      />
      {taking.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, taking.error)}
        </p>
      ) : null}
    </section>
  )
}

/** What the charter says; then its id is compared, or passed on where it was drafted here. */
function CharterHere({ charter }: { charter: NonNullable<FoundingView['charter']> }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { told, drafted, compared, text } = charter
  const dropping = useStep()
  return (
    <div className="found-form">
      <p>
        {intl.formatMessage({
          id: drafted
            ? 'found.charter.drafted'
            : compared
              ? 'found.charter.compared'
              : 'found.charter.taken',
        })}
      </p>
      <section className="panel">
        <div className="body">
          <CharterShown of={told} level="h2" />
        </div>
      </section>
      {compared ? (
        <IdShown level="h2" of={compared} what={intl.formatMessage({ id: 'found.charter.of' })} />
      ) : (
        <Compare
          path="/charter/compared"
          label={intl.formatMessage({ id: 'found.charter.compare' })}
          onDone={() => void navigate({ to: '/found', search: { step: 'charter' } })}
        />
      )}
      <p className="row">
        {drafted && text !== undefined ? (
          <Download text={text} name="charter.json">
            {intl.formatMessage({ id: 'found.charter.download' })}
          </Download>
        ) : null}
        {compared ? (
          <Link className="btn primary" to="/found" search={{ step: 'join' }}>
            {intl.formatMessage({ id: 'found.charter.on' })}
          </Link>
        ) : null}
      </p>
      <details>
        <summary>{intl.formatMessage({ id: 'found.charter.away' })}</summary>
        <p className="small">
          {intl.formatMessage({
            id: drafted ? 'found.charter.away.drafted' : 'found.charter.away.taken',
          })}
        </p>
        <button
          type="button"
          className="btn danger"
          onClick={() => dropping.mutate(step('DELETE', '/charter'))}
        >
          {intl.formatMessage({ id: 'found.charter.away' })}
        </button>
      </details>
    </div>
  )
}

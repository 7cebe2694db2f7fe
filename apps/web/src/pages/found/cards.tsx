import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { FoundingView } from '../../../../node/src/api.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { FileDrop } from '../../frame/file-drop.tsx'
import { Plate } from '../../marks/plate.tsx'
import { Compare } from './compare.tsx'
import { step, useStep } from './queries.ts'

/** The others' cards, each compared with what its party read out. */
export function Cards({ view }: { view: FoundingView }) {
  const intl = useIntl()
  const taking = useStep()
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{intl.formatMessage({ id: 'found.cards' })}</h2>
      <p className="small quiet">{intl.formatMessage({ id: 'found.cards.hint' })}</p>
      <ul className="card-list">
        {view.cards.map((card) => (
          <Card key={card.party} card={card} />
        ))}
      </ul>
      <FileDrop
        name={intl.formatMessage({ id: 'found.cards.file' })}
        choose={intl.formatMessage({ id: 'verify.file.choose' })}
        said={intl.formatMessage({ id: 'found.cards.drop' })}
        onFile={(file) =>
          void file.text().then((text) => taking.mutate(step('POST', '/cards', text)))
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

function Card({ card }: { card: FoundingView['cards'][number] }) {
  const intl = useIntl()
  const dropping = useStep()
  const [hasJust, setHasJust] = useState(false)
  return (
    <li>
      <p className="row">
        <Plate party={card.party} name={card.name} />
        <b>{card.name}</b>
        <span className="quiet">
          {intl.formatMessage(
            { id: 'found.card.who' },
            {
              role: intl.formatMessage({ id: `role.${card.role as 'member'}` }),
              has: card.population === undefined ? 'no' : 'yes',
              population: card.population ?? 0,
            },
          )}
        </span>
        <button
          type="button"
          className="btn little push"
          onClick={() => dropping.mutate(step('DELETE', `/cards/${card.party}`))}
        >
          {intl.formatMessage({ id: 'found.remove' }, { name: card.name })}
        </button>
      </p>
      {card.compared ? (
        <p
          className="note for"
          tabIndex={-1}
          // What was put in is gone with its form: whoever used the keyboard goes on from here.
          ref={(note) => (hasJust ? note?.focus() : undefined)}
        >
          {intl.formatMessage({ id: 'found.cards.compared' })}{' '}
          <code className="whole">{card.compared.id}</code>
        </p>
      ) : (
        <Compare
          path={`/cards/${card.party}/compared`}
          label={intl.formatMessage({ id: 'found.cards.compare' }, { name: card.name })}
          onDone={() => setHasJust(true)}
        />
      )}
    </li>
  )
}

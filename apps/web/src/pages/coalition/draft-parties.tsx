import { useState } from 'react'
import { useIntl } from 'react-intl'
import { canonical, type Charter } from '@entente/accord'
import { toHex, toUtf8 } from '@entente/log'
import { sha256 } from '@noble/hashes/sha2.js'
import { FileDrop } from '../../frame/file-drop.tsx'
import { IdShown, wordsOf } from '../../marks/id-told.tsx'
import { Plate } from '../../marks/plate.tsx'
import { PartyChoice } from '../case/party-choice.tsx'
import { Field } from '../voice/field.tsx'
import { partiesOf, seeingOf, type Card, type Draft } from './draft-state.ts'

type Props = {
  readonly charter: Charter
  readonly draft: Draft
  readonly us: string
  readonly change: (part: Partial<Draft>) => void
}

/** Who goes on and with what weight, who comes in, and who witnesses. */
export function DraftParties({ charter, draft, us, change }: Props) {
  const intl = useIntl()
  const going = partiesOf(charter, draft)
  const seeing = seeingOf(charter, draft)
  return (
    <>
      <PartyChoice
        title="successor.draft.parties"
        parties={charter.parties}
        us={us}
        without={draft.out}
        onChange={(out) => change({ out })}
      />
      <ComingIn cards={draft.cards} onChange={(cards) => change({ cards })} />
      <fieldset>
        <legend>{intl.formatMessage({ id: 'successor.populations' })}</legend>
        <p className="small quiet">{intl.formatMessage({ id: 'successor.populations.hint' })}</p>
        <div className="side-by-side-fields">
          {charter.parties
            .filter(({ id, role }) => role === 'member' && going.some((one) => one.id === id))
            .map(({ id, name }) => (
              <Field key={id} label={name} error={undefined}>
                {(control) => (
                  <input
                    {...control}
                    className="input mono"
                    required
                    inputMode="numeric"
                    pattern="[1-9][0-9]{0,12}"
                    autoComplete="off"
                    value={draft.populations[id] ?? ''}
                    onChange={({ target }) =>
                      change({
                        populations: { ...draft.populations, [id]: target.value.trim() },
                      })
                    }
                  />
                )}
              </Field>
            ))}
        </div>
      </fieldset>
      <fieldset className="parties">
        <legend className="label">{intl.formatMessage({ id: 'successor.witnesses' })}</legend>
        <p className="small quiet">{intl.formatMessage({ id: 'successor.witnesses.hint' })}</p>
        {seeing.map(({ id, name }) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              className="check"
              checked={!draft.unseeing.includes(id)}
              onChange={({ target }) =>
                change({
                  unseeing: target.checked
                    ? draft.unseeing.filter((one) => one !== id)
                    : [...draft.unseeing, id],
                })
              }
            />
            <Plate party={id} name={name} us={id === us} /> {name}
          </label>
        ))}
        <Field
          label={intl.formatMessage({ id: 'successor.quorum' })}
          hint={intl.formatMessage({ id: 'successor.quorum.hint' })}
          error={undefined}
        >
          {(control) => (
            <input
              {...control}
              className="input mono short"
              inputMode="numeric"
              pattern="[1-9][0-9]?"
              autoComplete="off"
              value={draft.quorum}
              onChange={({ target }) => change({ quorum: target.value.trim() })}
            />
          )}
        </Field>
      </fieldset>
    </>
  )
}

type ComingInProps = {
  readonly cards: readonly Card[]
  readonly onChange: (cards: readonly Card[]) => void
}

/** Cards of parties that come in, pasted or from a file; each with the id that is compared over another line. */
function ComingIn({ cards, onChange }: ComingInProps) {
  const intl = useIntl()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const take = (said: string) => {
    const card = cardOf(said)
    setWrong(card === undefined)
    if (!card) return
    setText('')
    onChange([...cards.filter(({ party }) => party !== card.party), card])
  }
  return (
    <fieldset>
      <legend>{intl.formatMessage({ id: 'successor.cards' })}</legend>
      <p className="small quiet">{intl.formatMessage({ id: 'successor.cards.hint' })}</p>
      <FileDrop
        name={intl.formatMessage({ id: 'found.cards.file' })}
        choose={intl.formatMessage({ id: 'verify.file.choose' })}
        said={intl.formatMessage({ id: 'found.cards.drop' })}
        onFile={(file) => void file.text().then(take)}
      />
      <Field
        label={intl.formatMessage({ id: 'successor.cards.paste' })}
        error={isWrong ? intl.formatMessage({ id: 'successor.cards.wrong' }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="input mono"
            rows={3}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <button type="button" className="btn" onClick={() => take(text)}>
        {intl.formatMessage({ id: 'successor.cards.take' })}
      </button>
      {cards.map((card) => (
        <section key={card.party} className="panel" aria-label={card.name}>
          <div className="body">
            <p className="row">
              <Plate party={card.party} name={card.name} us={false} /> {card.name}
              <button
                type="button"
                className="btn"
                onClick={() => onChange(cards.filter((one) => one !== card))}
              >
                {intl.formatMessage({ id: 'successor.cards.drop' }, { name: card.name })}
              </button>
            </p>
            <p className="small">
              {intl.formatMessage({ id: 'successor.cards.compare' }, { name: card.name })}
            </p>
            <CardId card={card} />
          </div>
        </section>
      ))}
    </fieldset>
  )
}

/** The id of the card’s own bytes, computed here. */
function CardId({ card }: { card: Card }) {
  const intl = useIntl()
  const id = `sha256:${toHex(sha256(toUtf8(canonical(card))))}`
  return (
    <IdShown
      of={{ id, words: wordsOf(id) }}
      what={intl.formatMessage({ id: 'found.card.of' }, { name: card.name })}
    />
  )
}

/** What was pasted, where it is an object that names a party; the node judges the rest of it. */
function cardOf(text: string): Card | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return undefined
    const { party, name, role } = read as Readonly<Record<string, unknown>>
    return [party, name, role].every((one) => typeof one === 'string') ? (read as Card) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

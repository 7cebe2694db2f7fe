import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SealedPartView } from '../../../../node/src/api.ts'
import { sealedQuery } from '../../api/sealed.ts'
import { Plate } from '../../marks/plate.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useSay } from '../../i18n/use-say.ts'
import { useCase } from '../case/case-context.ts'
import './exchange.css'

/** What parties said and keep at home: that it is there, and the words where this node has them. */
export function SealedParts() {
  const intl = useIntl()
  const say = useSay()
  const { view } = useCase()
  const hasAny = view.acts.some(({ act }) => act && 'sealed' in act)
  const asked = useQuery({ ...sealedQuery(view.id, view.acts.length), enabled: hasAny })
  const sealed = asked.data?.sealed ?? []
  if (sealed.length === 0) return null
  return (
    <section className="sealed" aria-labelledby="sealed">
      <h2 id="sealed">{intl.formatMessage({ id: 'sealed.title' })}</h2>
      <p className="small quiet">
        {intl.formatMessage({ id: 'sealed.what' })} {asked.data ? say(asked.data.watched) : null}
      </p>
      <ul className="thread">
        {sealed.map((part) => (
          <Part key={`${part.act} ${part.digest}`} part={part} />
        ))}
      </ul>
    </section>
  )
}

function Part({ part }: { part: SealedPartView }) {
  const intl = useIntl()
  const file = useCase()
  const name = file.nameOf(part.party)
  const us = part.party === file.us
  const state = part.delivery
  const act = file.actOf(part.act)
  const also = (others: NonNullable<SealedPartView['alsoIn']>) =>
    intl.formatMessage(
      { id: 'sealed.also' },
      {
        count: others.length,
        names: intl.formatList([...new Set(others.map(({ party }) => file.nameOf(party)))]),
      },
    )
  const mayOpen = us && state === 'own' && file.verbs.includes('release')
  return (
    <li>
      <Plate party={part.party} name={name} us={us} />
      <div>
        <p>
          <FormattedMessage
            id="sealed.part"
            values={{ name: <b>{name}</b>, part: intl.formatMessage({ id: partWord(part.name) }) }}
          />{' '}
          {act ? <ActLink act={act} /> : null}{' '}
          <span className="chip">{intl.formatMessage({ id: `sealed.is.${state}` })}</span>
        </p>
        {part.value === undefined ? (
          <p className="small quiet">
            <code className="whole">{part.digest}</code>
          </p>
        ) : (
          <blockquote className="treaty">{part.value}</blockquote>
        )}
        {state === 'not-delivered' ? (
          <p className="small">
            {intl.formatMessage(
              { id: 'next.from.some' },
              { names: name, what: intl.formatMessage({ id: partWord(part.name) }) },
            )}{' '}
            {intl.formatMessage({ id: 'next.no-date' })}{' '}
            {intl.formatMessage({ id: 'sealed.undelivered' })}
          </p>
        ) : null}
        {part.alsoIn ? <p className="small also">{also(part.alsoIn)}</p> : null}
        {mayOpen ? (
          <Link
            className="small"
            from="/cases/$id"
            to="/cases/$id/release"
            search={{ from: part.act }}
          >
            {intl.formatMessage({ id: 'sealed.open' })}
          </Link>
        ) : null}
      </div>
    </li>
  )
}

const WORDS = {
  reasons: 'sealed.reasons',
  says: 'sealed.says',
  aims: 'sealed.aims',
  redLines: 'sealed.redLines',
} as const

/** The parts that this page knows; any other is words. */
export const partWord = (name: string) =>
  Object.entries(WORDS).find(([known]) => known === name)?.[1] ?? WORDS.says

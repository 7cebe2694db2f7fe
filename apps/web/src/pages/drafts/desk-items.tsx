import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { InsideItem } from '../../../../node/src/api.ts'
import { useKindWord } from './kind-word.ts'

type Props = {
  readonly items: readonly InsideItem[]
  readonly titleOf: (id: string) => string
}

/** Drafts inside this nation that await this person. */
export function InsideItems({ items, titleOf }: Props) {
  const mine = items.filter(({ mine: is }) => is)
  return mine.length === 0 ? null : <Mine items={mine} titleOf={titleOf} />
}

/** Only whoever has one waits for the terms. */
function Mine({ items, titleOf }: Props) {
  const intl = useIntl()
  const kind = useKindWord()
  return (
    <section className="group">
      <h2>{intl.formatMessage({ id: 'desk.drafts' })}</h2>
      <ol>
        {items.map((item) => (
          <li key={item.draft} className="item">
            <div className="due">
              <b>{intl.formatMessage({ id: 'drafts.title' })}</b>
            </div>
            <div className="what">
              <Link to="/drafts/$id" params={{ id: item.draft }}>
                {intl.formatMessage({ id: `desk.draft.${item.does}` }, { kind: kind(item.kind) })}
              </Link>
              <p>{titleOf(item.case)}</p>
            </div>
            <div className="extra" />
            <Link to="/drafts/$id" params={{ id: item.draft }} className="btn">
              {intl.formatMessage({ id: 'desk.do.draft' })}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}

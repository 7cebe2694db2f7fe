import { useIntl } from 'react-intl'
import type { Publication } from '@entente/accord'

type Clause = Publication['text']['clauses'][number]

/** Clauses as they are read: those that tell what to do, by ids like `do/1`, are counted. */
type Part = { readonly does: boolean; readonly clauses: readonly Clause[] }

/** A published text, in the words that its certificate proves. */
export function Article({ publication }: { publication: Publication }) {
  const intl = useIntl()
  const { text, what } = publication
  return (
    <div className={what === 'position' ? 'text treaty' : 'text'}>
      {partsOf(text.clauses).map(({ does, clauses }) =>
        does ? (
          <section key={clauses[0]!.id} aria-labelledby={`part-${clauses[0]!.id}`}>
            <h2 id={`part-${clauses[0]!.id}`}>{intl.formatMessage({ id: 'public.do' })}</h2>
            <ol className="do" lang={text.lang}>
              {clauses.map((clause) => (
                <Deed key={clause.id} clause={clause} />
              ))}
            </ol>
          </section>
        ) : (
          <div key={clauses[0]!.id} lang={text.lang}>
            {clauses.map(({ id, text: said }) => (
              <p key={id}>
                {what === 'position' ? <span className="number">{id}</span> : null}
                {said}
              </p>
            ))}
          </div>
        ),
      )}
    </div>
  )
}

/** The first sentence says what to do; the rest says why. */
function Deed({ clause }: { clause: Clause }) {
  const [, first = clause.text, rest = ''] = /^(.+?[.!?])\s+(.+)$/su.exec(clause.text) ?? []
  return (
    <li>
      <div>
        <b>{first}</b>
        {rest === '' ? null : <p>{rest}</p>}
      </div>
    </li>
  )
}

function partsOf(clauses: readonly Clause[]): readonly Part[] {
  const parts: { does: boolean; clauses: Clause[] }[] = []
  for (const clause of clauses) {
    const does = clause.id.startsWith('do/')
    const last = parts.at(-1)
    if (last?.does === does) last.clauses.push(clause)
    else parts.push({ does, clauses: [clause] })
  }
  return parts
}

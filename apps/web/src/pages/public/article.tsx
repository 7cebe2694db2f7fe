import { useId } from 'react'
import { headingOf, partsOf, type Part, type Publication } from '@entente/accord'

/** A published text, in the words that its certificate proves; its headings lie `below` its title. */
export function Article({
  publication: { text, what },
  below = 1,
}: {
  publication: Pick<Publication, 'text' | 'what'>
  below?: 1 | 3
}) {
  return (
    <div className={what === 'position' ? 'text treaty' : 'text'}>
      {partsOf(text.clauses).map((part) =>
        part.section && what === 'advisory' ? (
          <Section key={part.clauses[0]!.id} part={part} lang={text.lang} below={below} />
        ) : (
          <div key={part.clauses[0]!.id} lang={text.lang}>
            {part.clauses.map(({ id, text: said }) => (
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

/** What to do is counted; the other sections are read. */
function Section({
  part: { section, clauses },
  lang,
  below,
}: {
  part: Part
  lang: string
  below: 1 | 3
}) {
  const id = useId()
  if (!section) return null
  const heading = headingOf(section, lang)
  const Heading = below === 1 ? 'h2' : 'h4'
  return (
    <section aria-labelledby={id}>
      <Heading id={id} lang={heading.lang}>
        {heading.text}
      </Heading>
      {section === 'do' ? (
        <ol className="do" lang={lang}>
          {clauses.map(({ id, text }) => (
            <Deed key={id} text={text} />
          ))}
        </ol>
      ) : (
        <div lang={lang}>
          {clauses.map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </div>
      )}
    </section>
  )
}

/** The first sentence says what to do; the rest says why. */
function Deed({ text }: { text: string }) {
  const [, first = text, rest = ''] = /^(.+?[.!?])\s+(.+)$/su.exec(text) ?? []
  return (
    <li>
      <div>
        <b>{first}</b>
        {rest === '' ? null : <p>{rest}</p>}
      </div>
    </li>
  )
}

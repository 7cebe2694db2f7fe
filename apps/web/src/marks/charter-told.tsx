import type { CharterTold } from '../../../node/src/api.ts'
import { usePreferences } from '../frame/preferences.tsx'
import './id-told.css'

/** What a charter says, in the words of `entente charter show`. */
export function CharterShown({
  of,
  level: Heading = 'h3',
}: {
  of: CharterTold
  level?: 'h2' | 'h3'
}) {
  const { locale } = usePreferences()
  const { title, place, parts } = of[locale]
  return (
    <div className="told">
      <p>{title}</p>
      <p className="quiet">{place}</p>
      {parts.map((part) => (
        <section key={part.title}>
          <Heading>{part.title}</Heading>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

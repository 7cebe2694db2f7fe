import { useIntl } from 'react-intl'
import type { Standing } from '@entente/accord'

/** A pillar on its base: you see whether it stands. Strokes: [path, width, dashes]. */
const PILLARS: Readonly<Record<Standing, readonly (readonly [string, number?, string?])[]>> = {
  open: [['M1 14h14'], ['M8 12V2', 2, '2 2']],
  broken: [['M1 14h14M7 14V9M9.5 8 13 3']],
  stands: [['M1 14h14M8 14V2M5 2h6']],
  'stands-with-reservations': [['M1 14h14M8 14V9.5M8 7V2M5 2h6']],
  weakened: [['M1 14h14M6 14 10 2M7 2h6']],
  suspended: [['M1 2h14M8 2v9M5 11h6']],
  ended: [['M1 14h14M4.5 10.5h7']],
  lapsed: [['M1 14h14M2 10.5 13 6']],
  superseded: [['M1 14h14M11 14V3M8.5 3h5'], ['M5 12V6', 1.4, '1.6 1.4']],
}

/** What a document is worth now, in a word and a pillar. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const intl = useIntl()
  return (
    <span className={`standing s-${standing}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {PILLARS[standing].map(([path, width = 2, dashes]) => (
          <path
            key={path}
            d={path}
            stroke="currentColor"
            strokeWidth={width}
            strokeDasharray={dashes}
            fill="none"
          />
        ))}
      </svg>
      {intl.formatMessage({ id: `standing.${standing}` })}
    </span>
  )
}

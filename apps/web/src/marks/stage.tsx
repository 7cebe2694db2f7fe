import { useIntl } from 'react-intl'
import type { MeasureStage } from '@entente/accord'

/** Where a nation's part in a measure stands: a beam across, open, moving, two bars, closed. */
const SHAPES: Readonly<Record<MeasureStage, string>> = {
  barred: 'M3 2v12M13 2v12M3 6h10M3 10h10',
  'may-start': 'M3 2v12M13 2v12',
  running: 'M4 2.5v11L13 8z',
  suspended: 'M5 2.5v11M11 2.5v11',
  terminated: 'M2.5 2.5h11v11h-11z',
}

const TONE: Readonly<Record<MeasureStage, string>> = {
  barred: 'standing',
  'may-start': 'standing s-weakened',
  running: 'standing s-stands',
  suspended: 'standing s-suspended',
  terminated: 'standing',
}

/** The stage in a word and a shape. */
export function StageBadge({ stage }: { stage: MeasureStage }) {
  const intl = useIntl()
  return (
    <span className={TONE[stage]}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={SHAPES[stage]}
          stroke="currentColor"
          strokeWidth="2"
          fill={stage === 'terminated' ? 'currentColor' : 'none'}
        />
      </svg>
      {intl.formatMessage({ id: `stage.${stage}` })}
    </span>
  )
}

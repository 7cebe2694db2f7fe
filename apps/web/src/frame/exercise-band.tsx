import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { casesQuery } from '../api/queries.ts'

/** Above everything while any case of the node is an exercise, so that nobody takes it for real. */
export function ExerciseBand({ loggedIn }: { loggedIn: boolean }) {
  const cases = useQuery({ ...casesQuery, enabled: loggedIn })
  const root = cases.data?.find(({ exercise, root: isRoot }) => exercise && isRoot)
  const exercise = root ?? cases.data?.find((one) => one.exercise)
  return exercise ? <Band title={exercise.title} /> : null
}

/** The band itself, for whatever is an exercise. */
export function Band({ title }: { title: string }) {
  const intl = useIntl()
  return (
    <section
      ref={measured}
      className="band"
      aria-label={intl.formatMessage({ id: 'frame.exercise' })}
    >
      <span>
        <b>{intl.formatMessage({ id: 'frame.exercise' })}</b> {title}
      </span>
      <span>
        {intl.formatMessage({ id: 'frame.exercise.invented' })}
        <span className="long"> {intl.formatMessage({ id: 'frame.exercise.nothing-real' })}</span>
      </span>
    </section>
  )
}

/** Tells the rest of the frame how high the band is: it stays above everything, dialogs too. */
function measured(band: HTMLElement | null) {
  if (!band) return undefined
  const root = document.documentElement
  const watch = new ResizeObserver(() => root.style.setProperty('--band', `${band.offsetHeight}px`))
  watch.observe(band)
  return () => {
    watch.disconnect()
    root.style.removeProperty('--band')
  }
}

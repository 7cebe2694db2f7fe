import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Doer, Practice } from '@entente/lexicon'
import { usePreferences } from '../../frame/preferences.tsx'
import { SourceLine } from '../../marks/source-line.tsx'
import { hasStep, withStep, type Written } from './written.ts'

/** Who can do it, of those for whom it is written. */
const DOERS: Readonly<Record<Written['audience'], readonly Doer[]>> = {
  citizens: ['individual'],
  everybody: ['individual'],
  technicians: ['sme', 'organisation'],
  'decision-makers': ['sme', 'organisation'],
}

const stepOf = ({ title, how }: Practice) => ({
  en: `${title.en}. ${how.en}`,
  es: `${title.es}. ${how.es}`,
})

/** Good practices that whoever it is written for can follow: one tick puts one among what to do. */
export function TakeUp({
  written,
  change,
}: {
  written: Written
  change: (written: Written) => void
}) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const asked = useQuery({
    queryKey: ['practices'],
    queryFn: () => import('../public/practices.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const doers = DOERS[written.audience]
  const mine = asked.data?.PRACTICES.filter((one) => one.doers.some((who) => doers.includes(who)))
  if (!mine || written.langs.length === 0) return null
  return (
    <details className="take-up">
      <summary>{intl.formatMessage({ id: 'advisory.practices' }, { count: mine.length })}</summary>
      <p className="small quiet">{intl.formatMessage({ id: 'advisory.practices.what' })}</p>
      <ul>
        {mine.map((practice) => (
          <li key={practice.id}>
            <label>
              <input
                type="checkbox"
                checked={hasStep(written, stepOf(practice))}
                onChange={({ target }) =>
                  change(withStep(written, stepOf(practice), target.checked))
                }
              />
              <span>
                {practice.title[locale]}. <span className="quiet">{practice.how[locale]}</span>
              </span>
            </label>
            <p className="small quiet">
              {asked.data?.sourcesOf(practice).map((source, at) => (
                <span key={practice.sources[at]}>
                  {at > 0 ? '; ' : ''}
                  <SourceLine of={source} />
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { useIntl } from 'react-intl'
import { factGrade, findScale, scaleWords, type ScaleValue } from '@entente/lexicon'
import { usePreferences } from '../frame/preferences.tsx'

/** What a value says in this person's language; the value itself where the lexicon has no such scale. */
export function useScaled() {
  const { locale } = usePreferences()
  return {
    /** The word, as `likely` or `probable`. */
    word: (of: ScaleValue) => scaleWords(of)?.[locale] ?? of.value,
    /** The grade of a fact with its plain meaning, as `B2: source usually reliable, …`. */
    grade: (value: string) => {
      const words = scaleWords(factGrade(value))?.[locale]
      return words === undefined ? value : `${value}: ${words}`
    },
    /** The scale's name, as `ICD 203, likelihood`. */
    title: ({ scale, version }: Omit<ScaleValue, 'value'>) =>
      findScale(scale, version)?.title[locale] ?? `${scale} ${version}`,
  }
}

/** A value with its scale beside it: two scales are never compared by their words. */
export function Scaled({ of }: { of: ScaleValue }) {
  const intl = useIntl()
  const { word, title } = useScaled()
  return (
    <>
      <b>{word(of)}</b>{' '}
      <span className="quiet scale">
        {intl.formatMessage(
          { id: 'attributions.scale' },
          { scale: title(of), version: of.version },
        )}
      </span>
    </>
  )
}

import { useIntl } from 'react-intl'
import { inMarks, type Words } from '@entente/law'
import { usePreferences } from '../../frame/preferences.tsx'
import './words-said.css'

/** What a reading says, and whose words those are: quoted only where they are a quotation. */
export function WordsSaid({ words }: { words: Words }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const Said = words.by === 'quoted' ? 'blockquote' : 'p'
  return (
    <div className="words-said">
      <p className="small quiet">{intl.formatMessage({ id: `views.words.${words.by}` })}</p>
      <Said className="treaty own-words" lang={words.by === 'quoted' ? words.lang : undefined}>
        {inMarks(words, locale)}
      </Said>
    </div>
  )
}

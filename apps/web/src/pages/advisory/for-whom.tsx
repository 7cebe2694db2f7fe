import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { AUDIENCES, publicationsQuery } from '../../api/publications.ts'
import { LOCALES, type Locale } from '../../i18n/locale.ts'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import type { Written } from './written.ts'

type Props = {
  readonly written: Written
  readonly change: (written: Written) => void
  /** A draft has one language, and stays in it. */
  readonly isDraft: boolean
  readonly tried: boolean
}

/** For whom it is written, in which languages, and what it goes with. */
export function ForWhom({ written, change, isDraft, tried }: Props) {
  const intl = useIntl()
  const file = useCase()
  const list = useQuery(publicationsQuery())
  const own = list.data?.publications.flatMap(({ case: at, title, by }) => {
    const mine = by.find(({ party }) => party === file.us)
    return at === file.view.id && mine ? [{ act: mine.act, title }] : []
  })
  const tick = (lang: Locale, has: boolean) =>
    change({
      ...written,
      langs: LOCALES.filter((one) => (one === lang ? has : written.langs.includes(one))),
    })
  return (
    <>
      <fieldset className="audience">
        <legend className="label">{intl.formatMessage({ id: 'advisory.audience' })}</legend>
        {AUDIENCES.map((audience) => (
          <label key={audience} className="toggle">
            <input
              type="radio"
              name="audience"
              value={audience}
              checked={written.audience === audience}
              onChange={() => change({ ...written, audience })}
            />
            {intl.formatMessage({ id: `public.for.${audience}` })}
          </label>
        ))}
      </fieldset>
      {isDraft ? null : (
        <fieldset className="langs">
          <legend className="label">{intl.formatMessage({ id: 'public.choose.lang' })}</legend>
          {LOCALES.map((lang) => (
            <label key={lang} className="toggle" lang={lang}>
              <input
                type="checkbox"
                name={lang}
                checked={written.langs.includes(lang)}
                onChange={({ target }) => tick(lang, target.checked)}
              />
              {intl.formatMessage({ id: `frame.language.${lang}` })}
            </label>
          ))}
          {tried && written.langs.length === 0 ? (
            <p className="error">{intl.formatMessage({ id: 'advisory.no-lang' })}</p>
          ) : null}
        </fieldset>
      )}
      {own && own.length > 0 ? (
        <Field label={intl.formatMessage({ id: 'advisory.with' })} error={undefined}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={written.with}
              onChange={({ target }) => change({ ...written, with: target.value })}
            >
              <option value="">{intl.formatMessage({ id: 'advisory.with.none' })}</option>
              {own.map(({ act, title }) => (
                <option key={act} value={act}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  )
}

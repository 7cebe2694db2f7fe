import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { postJson } from '../api/client.ts'
import { LOCALES } from '../i18n/locale.ts'
import { usePreferences } from './preferences.tsx'
import { THEMES } from './theme.ts'

/** Language, theme, single keys and leaving: a small sheet under the header's button. */
export function Settings({ loggedIn }: { loggedIn: boolean }) {
  const intl = useIntl()
  const { locale, theme, keys, setLocale, setTheme, setKeys } = usePreferences()
  const leave = async () => {
    await postJson('/api/v1/logout', {})
    window.location.assign('/')
  }
  return (
    <>
      <button type="button" className="btn little settings" popoverTarget="settings">
        {intl.formatMessage({ id: 'frame.settings' })}
      </button>
      <div id="settings" popover="auto" className="settings-sheet">
        <fieldset>
          <legend>{intl.formatMessage({ id: 'frame.language' })}</legend>
          {LOCALES.map((one) => (
            <label key={one} lang={one}>
              <input
                type="radio"
                name="language"
                checked={one === locale}
                onChange={() => setLocale(one)}
              />
              {intl.formatMessage({ id: `frame.language.${one}` })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{intl.formatMessage({ id: 'frame.theme' })}</legend>
          {THEMES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="theme"
                checked={one === theme}
                onChange={() => setTheme(one)}
              />
              {intl.formatMessage({ id: `frame.theme.${one}` })}
            </label>
          ))}
        </fieldset>
        <label className="keys-switch">
          <input
            type="checkbox"
            checked={keys}
            onChange={({ target }) => setKeys(target.checked)}
          />
          {intl.formatMessage({ id: 'frame.keys' })}
        </label>
        {loggedIn ? (
          <Link to="/key" className="btn">
            {intl.formatMessage({ id: 'own-key.title' })}
          </Link>
        ) : null}
        {loggedIn ? (
          <button type="button" className="btn" onClick={() => void leave()}>
            {intl.formatMessage({ id: 'frame.leave' })}
          </button>
        ) : null}
      </div>
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { useIntl } from 'react-intl'
import { postJson } from '../api/client.ts'
import { meQuery } from '../api/queries.ts'
import { LOCALES } from '../i18n/locale.ts'
import { usePreferences } from './preferences.tsx'
import { THEMES } from './theme.ts'

/** Language, theme and leaving, in one menu of the header. */
export function SettingsMenu({ loggedIn }: { loggedIn: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { locale, theme, setLocale, setTheme } = usePreferences()
  const leave = async () => {
    await postJson('/api/v1/logout', {})
    queries.clear()
    await queries.invalidateQueries(meQuery)
    window.location.assign('/')
  }
  return (
    <MenuTrigger>
      <Button className="btn little settings">
        {intl.formatMessage({ id: 'frame.settings' })}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu aria-label={intl.formatMessage({ id: 'frame.settings' })}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[locale]}
            onSelectionChange={(keys) => {
              const chosen = LOCALES.find((one) => keys !== 'all' && keys.has(one))
              if (chosen) setLocale(chosen)
            }}
          >
            <Header>{intl.formatMessage({ id: 'frame.language' })}</Header>
            {LOCALES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {intl.formatMessage({ id: `frame.language.${one}` })}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = THEMES.find((one) => keys !== 'all' && keys.has(one))
              if (chosen) setTheme(chosen)
            }}
          >
            <Header>{intl.formatMessage({ id: 'frame.theme' })}</Header>
            {THEMES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {intl.formatMessage({ id: `frame.theme.${one}` })}
              </MenuItem>
            ))}
          </MenuSection>
          {loggedIn ? (
            <MenuItem className="menu-item" onAction={() => void leave()}>
              {intl.formatMessage({ id: 'frame.leave' })}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { StepKind } from '@entente/accord'
import { usePreferences } from '../../frame/preferences.tsx'
import { useCase } from '../case/case-context.ts'
import { instantNow } from '../voice/payload.ts'
import { emptyVersion } from './first-filled.ts'
import { VersionForm } from './version-form.tsx'
import { kindsOf } from './version-fields.ts'

/** Whom the charter names for a kind of step puts the first text of a new one. */
export function ProposeDialog() {
  const intl = useIntl()
  const file = useCase()
  const { locale } = usePreferences()
  const { step, kind } = useSearch({ from: '/cases/$id' })
  const kinds = kindsOf(file, StepKind.options)
  const known = file.steps.find(({ id }) => id === step)
  const wanted = known?.kind ?? kinds.find((one) => one === kind)
  const first = kinds.find((one) => one === wanted) ?? kinds[0]
  if (!first) return null
  const id = step !== undefined && (known?.versions.length ?? 0) === 0 ? step : undefined
  return (
    <VersionForm
      key={`${first} ${id ?? ''}`}
      title={intl.formatMessage({ id: 'version.title' })}
      subtitle={file.view.charter.title}
      kinds={kinds}
      before={undefined}
      first={emptyVersion(file, {
        kind: first,
        lang: locale,
        today: instantNow().slice(0, 10),
        ...(id === undefined ? {} : { id }),
      })}
    />
  )
}

import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { choose } from '../case/case-file.ts'
import { filledFrom, versionAct, withAmendment } from './first-filled.ts'
import { VersionForm } from './version-form.tsx'

/** Whoever files the versions of a step puts a new one; voices never carry over. */
export function AmendDialog() {
  const intl = useIntl()
  const file = useCase()
  const search = useSearch({ from: '/cases/$id' })
  const version = choose(file, search).step?.versions.at(-1)
  const act = versionAct(file, version?.id)
  if (!version || !act) return null
  const was = filledFrom(act)
  return (
    <VersionForm
      key={version.id}
      title={intl.formatMessage({ id: 'amend.title' }, { number: version.number + 1 })}
      subtitle={intl.formatMessage({ id: 'amend.subtitle' }, { number: version.number })}
      kinds={[]}
      before={{ id: version.id, filled: was }}
      first={withAmendment(file, was, search.from)}
    />
  )
}

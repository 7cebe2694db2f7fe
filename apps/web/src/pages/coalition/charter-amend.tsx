import { useSearch } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { choose } from '../case/case-file.ts'
import { SayDialog } from '../voice/say-dialog.tsx'

/** That the coalition goes on under the charter that an adopted version puts: two persons see to it. */
export function CharterAmendDialog() {
  const intl = useIntl()
  const file = useCase()
  const { step, version } = choose(file, useSearch({ from: '/cases/$id' }))
  const to = version?.successor
  if (!step || !version || to === undefined || version.adopted.length === 0) return null
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'charter-amend.title' })}
      subtitle={file.textOf(version.id)?.title ?? file.view.charter.title}
      what={intl.formatMessage({ id: 'charter-amend.what' })}
      step={step.id}
      done="charter-amend.filed"
      unsigned={intl.formatMessage({ id: 'release.two' })}
      said={{ kind: 'charter-amend', on: version.id, to }}
      rows={[
        ['on', <Hash key="on" of={version.id} />],
        ['to', <Hash key="to" of={to} />],
      ]}
    >
      {() => null}
    </SayDialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ActId, Sealed } from '@entente/accord'
import { sealedQuery } from '../../api/sealed.ts'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'
import { partWord } from './sealed-parts.tsx'

/** A party opens to all parties of the case what it had sealed: put down by one person, signed by another. */
export function ReleaseDialog() {
  const { view, us } = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const asked = useQuery(sealedQuery(view.id, view.acts.length))
  const parts = (asked.data?.sealed ?? []).filter(
    ({ act, party, disclosure, openedBy }) =>
      act === from && party === us && disclosure !== undefined && !openedBy,
  )
  const [first] = parts
  return first ? <Open key={first.act} of={first.act} parts={parts} /> : null
}

function Open({ of, parts }: { of: ActId; parts: readonly Sealed[] }) {
  const intl = useIntl()
  const { view } = useCase()
  const [reason, setReason] = useState('')
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'release.title' })}
      subtitle={view.charter.title}
      what={intl.formatMessage({ id: 'release.what' })}
      step={undefined}
      done="release.filed"
      unsigned={intl.formatMessage({ id: 'release.two' })}
      said={{
        kind: 'release',
        of,
        discloses: parts.flatMap(({ disclosure }) => disclosure ?? []),
        ...(reason !== '' && { reason }),
      }}
      rows={[
        ['of', <Hash key="of" of={of} />],
        ...parts.map(({ name, value }) => [name, `“${value ?? ''}”`] as const),
        ...(reason === '' ? [] : [['reason', reason] as const]),
      ]}
    >
      {() => (
        <>
          {parts.map(({ digest, name, value }) => (
            <blockquote key={digest} className="treaty">
              <b>{intl.formatMessage({ id: partWord(name) })}</b>: {value}
            </blockquote>
          ))}
          <Field label={intl.formatMessage({ id: 'release.reason' })} error={undefined}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={2}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        </>
      )}
    </SayDialog>
  )
}

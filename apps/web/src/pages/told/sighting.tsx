import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** An operator tells its authority that it saw an indicator: how often and between when, never where. */
export function SightingDialog() {
  const intl = useIntl()
  const file = useCase()
  const [of, setOf] = useState('')
  const [count, setCount] = useState('1')
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const moment = (text: string) => (text === '' ? undefined : `${text}:00Z`)
  const seen = {
    sightingOf: of.trim(),
    count: count === '' ? Number.NaN : Number(count),
    ...(first !== '' && { firstSeen: moment(first) }),
    ...(last !== '' && { lastSeen: moment(last) }),
  }
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'sighting.title' })}
      subtitle={file.view.charter.title}
      what={intl.formatMessage({ id: 'sighting.what' })}
      step={undefined}
      done="sighting.filed"
      said={{ kind: 'sighting', ...seen, count: Number.isNaN(seen.count) ? -1 : seen.count }}
      rows={Object.entries(seen).map(([name, value]) => [name, String(value)] as const)}
    >
      {(isWrong) => (
        <>
          <Field
            label={intl.formatMessage({ id: 'sighting.of' })}
            hint={intl.formatMessage({ id: 'sighting.of.hint' })}
            error={
              isWrong('sightingOf') ? intl.formatMessage({ id: 'sighting.error.of' }) : undefined
            }
          >
            {(control) => (
              <input
                {...control}
                className="input mono"
                value={of}
                onChange={({ target }) => setOf(target.value)}
              />
            )}
          </Field>
          <Field
            label={intl.formatMessage({ id: 'sighting.count' })}
            error={
              isWrong('count') ? intl.formatMessage({ id: 'sighting.error.count' }) : undefined
            }
          >
            {(control) => (
              <input
                {...control}
                className="input until"
                type="number"
                min={0}
                value={count}
                onChange={({ target }) => setCount(target.value)}
              />
            )}
          </Field>
          {(['firstSeen', 'lastSeen'] as const).map((name) => (
            <Field
              key={name}
              label={intl.formatMessage({ id: `sighting.${name}` })}
              error={isWrong(name) ? intl.formatMessage({ id: 'sighting.error.when' }) : undefined}
            >
              {(control) => (
                <input
                  {...control}
                  className="input until"
                  type="datetime-local"
                  value={name === 'firstSeen' ? first : last}
                  onChange={({ target }) =>
                    name === 'firstSeen' ? setFirst(target.value) : setLast(target.value)
                  }
                />
              )}
            </Field>
          ))}
        </>
      )}
    </SayDialog>
  )
}

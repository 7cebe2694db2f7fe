import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { usePreferences } from '../../frame/preferences.tsx'
import { Hash } from '../../marks/hash.tsx'
import { Waiting } from '../../frame/states.tsx'
import { useCase } from '../case/case-context.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'
import { asksOf, freeId } from '../version/version-fields.ts'
import { Differences } from './differences.tsx'
import { draftedQuery } from './queries.ts'

/** A charter that was drafted is put before the members: the words that explain it, and its id in the text. */
export function PutCharterDialog() {
  const { from } = useSearch({ from: '/cases/$id' })
  const drafted = useQuery(draftedQuery(from ?? ''))
  if (!drafted.data) return <Waiting error={drafted.error} />
  return <Put successor={drafted.data.successor} />
}

type Put = Parameters<typeof Differences>[0]['of']

function Put({ successor }: { successor: Put }) {
  const intl = useIntl()
  const { locale } = usePreferences()
  const file = useCase()
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [expiry, setExpiry] = useState('')
  const earlier = file.steps.find(({ kind }) => kind === 'charter')
  const replaces = earlier?.versions.at(-1)?.id
  const isTimed = asksOf(file, 'charter').expiry
  const text = {
    lang: locale,
    title: title.trim(),
    clauses: [{ id: '1', text: words.trim() }],
  }
  const body = {
    text,
    successor: successor.id,
    ...(expiry !== '' && { expiry: Math.floor(Date.parse(`${expiry}:00Z`) / 1000) }),
  }
  const step = earlier && replaces ? earlier.id : freeId(file, 'charter')
  const wrong = [
    ...(text.title === '' ? ['title'] : []),
    ...(words.trim() === '' ? ['words'] : []),
    ...(isTimed && expiry === '' ? ['expiry'] : []),
  ]
  return (
    <SayDialog
      title={intl.formatMessage({ id: 'put-charter.title' })}
      subtitle={successor.told[locale].title}
      what={intl.formatMessage({ id: 'put-charter.what' })}
      step={step}
      done="put-charter.filed"
      said={
        replaces
          ? { kind: 'amend', step: { id: step, kind: 'charter' }, replaces, ...body }
          : { kind: 'propose', step: { id: step, kind: 'charter' }, ...body }
      }
      wrong={wrong}
      rows={[
        ['title', <b key="title">{title}</b>],
        ['clause 1', words],
        ['successor', <Hash key="successor" of={successor.id} />],
        ...(expiry === '' ? [] : [['expiry', `${expiry.replace('T', ' ')} UTC`] as const]),
      ]}
    >
      {(isWrong) => (
        <>
          <Field
            label={intl.formatMessage({ id: 'amend.heading' })}
            error={
              isWrong('title') ? intl.formatMessage({ id: 'put-charter.no-title' }) : undefined
            }
          >
            {(control) => (
              <input
                {...control}
                className="input"
                maxLength={300}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <Field
            label={intl.formatMessage({ id: 'put-charter.words' })}
            error={
              isWrong('words') ? intl.formatMessage({ id: 'put-charter.no-words' }) : undefined
            }
          >
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={4}
                value={words}
                onChange={({ target }) => setWords(target.value)}
              />
            )}
          </Field>
          <Field
            label={intl.formatMessage({
              id: isTimed ? 'version.expiry.needed' : 'version.expiry',
            })}
            error={
              isWrong('expiry') ? intl.formatMessage({ id: 'version.error.expiry' }) : undefined
            }
          >
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                className="input until"
                value={expiry}
                onChange={({ target }) => setExpiry(target.value)}
              />
            )}
          </Field>
          <Differences of={successor} />
        </>
      )}
    </SayDialog>
  )
}

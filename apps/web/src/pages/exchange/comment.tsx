import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { LintNotes } from '../../frame/lint/lint-notes.tsx'
import { Hash } from '../../marks/hash.tsx'
import { useCase } from '../case/case-context.ts'
import { choose, shortAct, type Step } from '../case/case-file.ts'
import { Field } from '../voice/field.tsx'
import { SayDialog } from '../voice/say-dialog.tsx'

/** A party remarks on one clause of the version that is shown, or answers such a remark. */
export function CommentDialog() {
  const file = useCase()
  const search = useSearch({ from: '/cases/$id' })
  const { step, version } = choose(file, search)
  if (!step || !version || search.clause === undefined) return null
  return <Write key={version.id} step={step} version={version} clause={search.clause} />
}

type Props = { readonly step: Step; readonly version: VersionState; readonly clause: string }

function Write({ step, version, clause }: Props) {
  const intl = useIntl()
  const file = useCase()
  const { from } = useSearch({ from: '/cases/$id' })
  const answered = file.actOf(from)
  const remark = answered?.act?.kind === 'comment' ? answered.act : undefined
  const [says, setSays] = useState('')
  const lang = file.textOf(version.id)?.lang
  const words = file.textOf(version.id)?.clauses.find(({ id }) => id === clause)?.text
  const on = intl.formatMessage(
    { id: 'give.on' },
    { step: intl.formatMessage({ id: `step.${step.kind}` }), number: version.number },
  )
  return (
    <SayDialog
      title={intl.formatMessage(
        { id: remark ? 'comment.answer.title' : 'comment.title' },
        { clause },
      )}
      subtitle={on}
      what={intl.formatMessage({ id: 'comment.what' })}
      step={step.id}
      done="comment.filed"
      said={{
        kind: 'comment',
        on: version.id,
        clause,
        ...(remark && answered && { answers: answered.id }),
        ...(says !== '' && { says }),
      }}
      rows={[
        ['on', <Hash key="on" of={version.id} />],
        ['clause', clause],
        ...(answered ? [['answers', shortAct(answered)] as const] : []),
        ['says', says],
      ]}
    >
      {(isWrong) => (
        <>
          {words === undefined ? null : (
            <blockquote className="treaty" lang={lang}>
              {words}
            </blockquote>
          )}
          {remark && answered ? (
            <blockquote>
              <b>{file.nameOf(answered.party)}</b>: {remark.says}
            </blockquote>
          ) : null}
          <Field
            label={intl.formatMessage({ id: 'comment.says' })}
            error={isWrong('says') ? intl.formatMessage({ id: 'comment.error' }) : undefined}
          >
            {(control) => (
              <>
                <textarea
                  {...control}
                  className="input"
                  rows={4}
                  value={says}
                  onChange={({ target }) => setSays(target.value)}
                />
                <LintNotes text={says} of={control.id} />
              </>
            )}
          </Field>
        </>
      )}
    </SayDialog>
  )
}

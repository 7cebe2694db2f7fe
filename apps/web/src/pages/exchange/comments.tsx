import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { threadsOn, type ActId, type Remark, type Thread } from '@entente/accord'
import { Plate } from '../../marks/plate.tsx'
import { ActLink } from '../case/act-link.tsx'
import { useCase } from '../case/case-context.ts'
import './exchange.css'

type Props = { readonly step: string; readonly version: ActId; readonly clause: string }

/** What was remarked on one clause, thread by thread, and the way to say something oneself. */
export function Comments({ step, version, clause }: Props) {
  const intl = useIntl()
  const { view, verbs } = useCase()
  const threads = useMemo(() => threadsOn(view.acts, version), [view.acts, version])
  const here = threads.get(clause) ?? []
  const mayComment = verbs.includes('comment')
  if (here.length === 0 && !mayComment) return null
  return (
    <div className="comments">
      {here.map((thread) => (
        <Talk key={thread.first.id} thread={thread} step={step} version={version} clause={clause} />
      ))}
      {mayComment ? (
        <Link
          className="small"
          from="/cases/$id"
          to="/cases/$id/comment"
          search={{ step, version, clause }}
        >
          {intl.formatMessage({ id: 'comment.do' })}
          <span className="hidden"> {intl.formatMessage({ id: 'comment.on' }, { clause })}</span>
        </Link>
      ) : null}
    </div>
  )
}

function Talk({ thread, step, version, clause }: Props & { readonly thread: Thread }) {
  const intl = useIntl()
  const { verbs, nameOf } = useCase()
  const { first, answers } = thread
  return (
    <ul className="thread">
      <Said remark={first} />
      {answers.map((remark) => (
        <Said key={remark.id} remark={remark} isAnswer />
      ))}
      {verbs.includes('comment') ? (
        <li className="isAnswer">
          <Link
            className="small"
            from="/cases/$id"
            to="/cases/$id/comment"
            search={{ step, version, clause, from: (answers.at(-1) ?? first).id }}
          >
            {intl.formatMessage({ id: 'comment.answer' })}
            <span className="hidden">
              {' '}
              {intl.formatMessage({ id: 'comment.to' }, { name: nameOf(first.party), clause })}
            </span>
          </Link>
        </li>
      ) : null}
    </ul>
  )
}

function Said({ remark, isAnswer = false }: { remark: Remark; isAnswer?: boolean }) {
  const file = useCase()
  const view = file.actOf(remark.id)
  const name = file.nameOf(remark.party)
  return (
    <li className={isAnswer ? 'isAnswer' : undefined}>
      <Plate party={remark.party} name={name} us={remark.party === file.us} />
      <p>
        <span className="hidden">{name}: </span>
        {remark.act.says} {view ? <ActLink act={view} /> : null}
      </p>
    </li>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { AttachedPlaybook, MeasureView, SignatureView } from '../../../../node/src/api.ts'
import { exportPlaybook, playbooksQuery } from '../../api/options.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { saveFile } from '../../frame/save-file.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { Waiting } from '../../frame/states.tsx'
import { ActRef } from '../../marks/act-ref.tsx'
import { Tlp } from '../../marks/tlp.tsx'
import { useCase } from '../case/case-context.ts'

type Read = NonNullable<AttachedPlaybook['read']>

/** Playbooks on the record of a measure. They are shown and handed on; nothing here carries one out. */
export function Playbooks({ measure }: { measure: MeasureView }) {
  const intl = useIntl()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="acts-of" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{intl.formatMessage({ id: 'playbooks.title' })}</summary>
      {isOpen ? <List step={measure.step} /> : null}
    </details>
  )
}

function List({ step }: { step: string }) {
  const intl = useIntl()
  const { view, may } = useCase()
  const { data, error } = useQuery(playbooksQuery(view.id, { step, digest: view.digest }))
  if (!data) return <Waiting error={error} />
  return (
    <div className="options">
      <p className="small quiet">{intl.formatMessage({ id: 'playbooks.note' })}</p>
      {may('evidence') ? (
        <p>
          <Link
            className="btn"
            to="/cases/$id/measures/$act"
            params={{ id: view.id, act: 'playbook' }}
            search={{ step }}
          >
            {intl.formatMessage({ id: 'playbooks.attach' })}
          </Link>
        </p>
      ) : null}
      {data.playbooks.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'playbooks.none' })}</p>
      ) : (
        <ul className="lines">
          {data.playbooks.map((playbook) => (
            <Attached key={playbook.object.sha256} step={step} playbook={playbook} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Attached({ step, playbook }: { step: string; playbook: AttachedPlaybook }) {
  const intl = useIntl()
  const { view, nameOf } = useCase()
  const { act, party, title, object, read } = playbook
  const exporting = useMutation({
    mutationFn: async () => {
      const bytes = await exportPlaybook(view.id, step, object.sha256)
      saveFile(bytes, 'playbook.json', 'application/json')
    },
  })
  return (
    <li>
      <h3>{title}</h3>
      <p className="small quiet">
        {intl.formatMessage({ id: 'measure.by' }, { name: nameOf(party) })} <ActRef id={act} />{' '}
        {read?.tlp ? <Tlp tlp={read.tlp} /> : null}
      </p>
      {read ? (
        <Shown read={read} act={act} />
      ) : (
        <p>{intl.formatMessage({ id: 'playbooks.absent' })}</p>
      )}
      {read ? (
        <button
          type="button"
          className="btn little"
          aria-disabled={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {intl.formatMessage({ id: 'playbooks.export' })}
          <span className="hidden"> {title}</span>
        </button>
      ) : null}
      {exporting.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, exporting.error)}
        </p>
      ) : null}
    </li>
  )
}

function Shown({ read, act }: { read: Read; act: AttachedPlaybook['act'] }) {
  const intl = useIntl()
  const { findings, signatures, conflictsWith, name } = read
  const broken = findings.filter(({ level }) => level === 'must').length
  return (
    <>
      <p className={broken === 0 ? 'note for' : 'note hold'}>
        {intl.formatMessage({ id: 'playbooks.conforms' }, { broken })}
      </p>
      {conflictsWith.length > 0 ? (
        <p className="note hold">{intl.formatMessage({ id: 'playbooks.conflict' })}</p>
      ) : null}
      <ul>
        {signatures.length === 0 ? (
          <li>{intl.formatMessage({ id: 'playbooks.unsigned' })}</li>
        ) : (
          signatures.map((signature, at) => <Signed key={at} signature={signature} />)
        )}
        {findings.map(({ path, reason }) => (
          <li key={`${path} ${reason}`} className="small" lang="en">
            <code>{path}</code> {reason}
          </li>
        ))}
      </ul>
      <Scroll label={intl.formatMessage({ id: 'playbooks.steps' }, { name, act })}>
        <Steps read={read} />
      </Scroll>
    </>
  )
}

function Signed({ signature: { signee, holder, refused } }: { signature: SignatureView }) {
  const intl = useIntl()
  const { nameOf } = useCase()
  const how = refused ? 'refused' : holder ? 'held' : 'unknown'
  return (
    <li>
      {intl.formatMessage(
        { id: `playbooks.signed.${how}` },
        {
          signee,
          code: refused?.code ?? '',
          name: holder ? nameOf(holder.party) : '',
          authority: holder?.authority ?? '',
        },
      )}
    </li>
  )
}

/** Every step with where it leads: its number in this list. */
function Steps({ read: { steps } }: { read: Read }) {
  const intl = useIntl()
  const numberOf = (id: string) => steps.findIndex((step) => step.id === id) + 1
  return (
    <table className="table small">
      <thead>
        <tr>
          {(['number', 'step', 'commands', 'leads'] as const).map((column) => (
            <th key={column} scope="col">
              {intl.formatMessage({ id: `playbooks.column.${column}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ id, type, name, commands, ways }, at) => (
          <tr key={id}>
            <td>{at + 1}</td>
            <th scope="row">
              <code lang="en">{type}</code> {name === id ? null : name}
            </th>
            <td>
              {commands.map((command, index) => (
                <p key={index}>
                  <code lang="en">{command.type}</code> {command.says}
                </p>
              ))}
            </td>
            <td>
              {ways.map(({ by, to }) => (
                <p key={by}>
                  <code lang="en">{by}</code> {numberOf(to) || to}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

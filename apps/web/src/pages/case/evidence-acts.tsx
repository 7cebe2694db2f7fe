import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Act } from '@entente/accord'
import type { ActView, ObjectView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'
import { Plate } from '../../marks/plate.tsx'
import { useScaled } from '../../marks/scaled.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'

type EvidenceAct = Extract<Act, { kind: 'evidence' }>

/** What parties put before the others: ids, hashes and a grade; the objects stay at home. */
export function EvidenceActs() {
  const intl = useIntl()
  const file = useCase()
  const acts = file.view.acts.flatMap(({ act, void: voided, ...rest }) =>
    act?.kind === 'evidence' && !voided ? [{ ...rest, act }] : [],
  )
  if (acts.length === 0) return null
  return (
    <section className="evidence-acts" aria-labelledby="evidence">
      <h2 id="evidence">{intl.formatMessage({ id: 'evidence-acts.title' })}</h2>
      {acts.map((view) => (
        <Evidence key={view.id} view={view} act={view.act} />
      ))}
    </section>
  )
}

function Evidence({
  view,
  act,
}: {
  view: Pick<ActView, 'id' | 'party' | 'index'>
  act: EvidenceAct
}) {
  const intl = useIntl()
  const file = useCase()
  const { title, word } = useScaled()
  const [open, setOpen] = useState(false)
  return (
    <details className="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Plate party={view.party} name={file.nameOf(view.party)} us={view.party === file.us} />{' '}
        {act.title}
        <span className="quiet small">
          {' '}
          {intl.formatMessage(
            { id: 'evidence-acts.count' },
            { count: act.objects.length, grade: act.grade.value, scale: title(act.grade) },
          )}
        </span>
      </summary>
      {open ? (
        <div className="body">
          <p className="small quiet">
            {act.grade.value}: {word(act.grade)}.{' '}
            {intl.formatMessage(
              { id: 'evidence-acts.custodian' },
              { name: file.nameOf(act.custodian) },
            )}{' '}
            <ActLink act={view} />
          </p>
          <ul className="named-objects">
            {act.objects.map((object) => (
              <ObjectLine key={`${object.id} ${object.modified ?? ''}`} object={object} />
            ))}
          </ul>
        </div>
      ) : null}
    </details>
  )
}

/** One named object: held here with these bytes, held with others, or not held. */
function ObjectLine({ object }: { object: EvidenceAct['objects'][number] }) {
  const intl = useIntl()
  const held = useQuery({
    queryKey: ['object', object.id],
    queryFn: async () => {
      try {
        return await getJson<ObjectView>(`/api/v1/objects/${encodeURIComponent(object.id)}`)
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 404) return null
        throw error
      }
    },
    staleTime: 30_000,
  })
  const same = held.data?.versions.some(({ sha256 }) => sha256 === object.sha256)
  return (
    <li>
      {held.data ? (
        <Link to="/objects/$id" params={{ id: object.id }}>
          <code>{object.id}</code>
        </Link>
      ) : (
        <code>{object.id}</code>
      )}{' '}
      <code className="quiet" title={object.sha256}>
        {object.sha256.slice(0, 8)}…
      </code>{' '}
      {held.data === undefined ? null : (
        <span className="chip">
          {intl.formatMessage({
            id:
              held.data === null
                ? 'evidence-acts.absent'
                : same
                  ? 'evidence-acts.held'
                  : 'evidence-acts.other',
          })}
        </span>
      )}
    </li>
  )
}

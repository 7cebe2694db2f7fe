import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Act, ActId } from '@entente/accord'
import type { ActView, ObjectView } from '../../../../node/src/api.ts'
import { Refused, getJson } from '../../api/client.ts'
import { Plate } from '../../marks/plate.tsx'
import { useScaled } from '../../marks/scaled.tsx'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'
import { retractedOf } from './case-file.ts'
import { Recall } from './recall.tsx'

type EvidenceAct = Extract<Act, { kind: 'evidence' }>

/** What parties put before the others: ids, hashes and a grade; the objects stay at home. */
export function EvidenceActs() {
  const intl = useIntl()
  const file = useCase()
  const acts = file.view.acts.flatMap(({ act, void: voided, ...rest }) =>
    act?.kind === 'evidence' && !voided ? [{ ...rest, act }] : [],
  )
  const mayPoint = file.may('evidence') && !file.view.charter.public
  if (acts.length === 0 && !mayPoint) return null
  return (
    <section className="evidence-acts" aria-labelledby="evidence">
      <h2 id="evidence">{intl.formatMessage({ id: 'evidence-acts.title' })}</h2>
      {acts.map((view) => (
        <Evidence key={view.id} view={view} act={view.act} />
      ))}
      {mayPoint ? (
        <p>
          <Link className="btn" from="/cases/$id" to="/cases/$id/pointer">
            {intl.formatMessage({ id: 'pointer.do' })}
          </Link>
        </p>
      ) : null}
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
  const taken = retractedOf(file, view.id)
  return (
    <details className="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Plate party={view.party} name={file.nameOf(view.party)} us={view.party === file.us} />{' '}
        <span className={taken ? 'taken-back' : undefined}>{act.title}</span>
        {taken ? (
          <span className="chip">{intl.formatMessage({ id: 'evidence-acts.withdrawn' })}</span>
        ) : null}
        <span className="quiet small">
          {' '}
          {intl.formatMessage(
            { id: 'evidence-acts.count' },
            {
              count: act.objects.length + (act.pointers?.length ?? 0),
              grade: act.grade.value,
              scale: title(act.grade),
            },
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
          <TakenBack id={view.id} mine={view.party === file.us} />
          <ul className="named-objects">
            {act.pointers?.map((pointer) => (
              <PointerLine key={pointer.sha256} pointer={pointer} />
            ))}
            {act.objects.map((object) => (
              <ObjectLine key={`${object.id} ${object.modified ?? ''}`} object={object} />
            ))}
          </ul>
        </div>
      ) : null}
    </details>
  )
}

/** That it was taken back and why; or, for its own party, the way to take it back. */
function TakenBack({ id, mine }: { id: ActId; mine: boolean }) {
  const intl = useIntl()
  const file = useCase()
  const taken = retractedOf(file, id)
  const by = file.actOf(taken?.by)
  if (by?.act?.kind === 'evidence-withdraw')
    return (
      <>
        <p className="note against small">
          {intl.formatMessage(
            { id: 'evidence-acts.taken-back' },
            { name: file.nameOf(by.party), reason: by.act.reason },
          )}{' '}
          <ActLink act={by} />
        </p>
        <Recall act={by.id} />
      </>
    )
  if (!mine || !file.verbs.includes('evidence-withdraw')) return null
  return (
    <Link
      className="small"
      from="/cases/$id"
      to="/cases/$id/evidence-withdraw"
      search={{ from: id }}
    >
      {intl.formatMessage({ id: 'evidence-acts.withdraw' })}
    </Link>
  )
}

/** What its custodian alone has: its hash, its level, and a word on it. */
function PointerLine({ pointer }: { pointer: NonNullable<EvidenceAct['pointers']>[number] }) {
  const intl = useIntl()
  const { title } = useScaled()
  const { sha256, level, about } = pointer
  return (
    <li>
      {about ?? intl.formatMessage({ id: 'evidence-acts.pointer' })}{' '}
      <code className="quiet" title={sha256}>
        {sha256.slice(0, 8)}…
      </code>{' '}
      <span className="chip">
        {level.value}, {title(level)}
      </span>{' '}
      <span className="chip">{intl.formatMessage({ id: 'evidence-acts.not-to-hold' })}</span>
    </li>
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { ActId } from '@entente/accord'
import type { RecallView, Removal } from '../../../../node/src/api.ts'
import { recallsQuery, removeRecalled } from '../../api/recalls.ts'
import { sayRefusal } from '../../api/refusal.ts'
import { Plate } from '../../marks/plate.tsx'
import { useCase } from './case-context.ts'

/** Who said that evidence that was taken back is gone with them, who did not, and doing it here. */
export function Recall({ act }: { act: ActId }) {
  const { view } = useCase()
  const { data } = useQuery(recallsQuery(view.id, view.digest))
  const recall = data?.find((one) => one.act === act)
  return recall ? <Told recall={recall} /> : null
}

function Told({ recall }: { recall: RecallView }) {
  const intl = useIntl()
  const { us, nameOf } = useCase()
  const { custodian, confirmed, awaited } = recall
  return (
    <div className="recall small">
      <p>
        <b>{intl.formatMessage({ id: 'recall.who' })}</b>
      </p>
      <ul>
        {confirmed.map(({ party, remarks }) => (
          <li key={party} className="confirmed">
            <Plate party={party} name={nameOf(party)} us={party === us} /> {nameOf(party)}{' '}
            {intl.formatMessage({ id: 'recall.has' })} {remarks ? <q>{remarks}</q> : null}
          </li>
        ))}
        {awaited.map((party) => (
          <li key={party}>
            <Plate party={party} name={nameOf(party)} us={party === us} /> {nameOf(party)}{' '}
            {intl.formatMessage({ id: 'recall.has-not' })}
          </li>
        ))}
      </ul>
      <p className="quiet">{intl.formatMessage({ id: 'recall.limits' })}</p>
      {custodian === us ? <p>{intl.formatMessage({ id: 'recall.elsewhere' })}</p> : null}
      {custodian !== us && awaited.includes(us) ? <Here recall={recall} /> : null}
    </div>
  )
}

/** What of it is here, the way to take it away, and then to say so. */
function Here({ recall: { act, objects } }: { recall: RecallView }) {
  const intl = useIntl()
  const { view, may } = useCase()
  const queries = useQueryClient()
  const here = objects.filter(({ held }) => held).length
  const removing = useMutation({
    mutationFn: () => removeRecalled(view.id, act),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <p>{intl.formatMessage({ id: 'recall.here' }, { count: here })}</p>
      {removing.data ? <Done removal={removing.data} /> : null}
      {removing.error ? (
        <p className="note against" role="alert">
          {sayRefusal(intl, removing.error)}
        </p>
      ) : null}
      <p className="row">
        {here > 0 && !removing.data ? (
          <button
            type="button"
            className="btn danger"
            aria-disabled={removing.isPending}
            onClick={() => removing.mutate()}
          >
            {intl.formatMessage({ id: 'recall.remove' })}
          </button>
        ) : null}
        {may('receipt') ? (
          <Link
            className="btn"
            from="/cases/$id"
            to="/cases/$id/confirm-recall"
            search={{ from: act }}
          >
            {intl.formatMessage({ id: 'recall.confirm' })}
          </Link>
        ) : null}
      </p>
    </>
  )
}

function Done({ removal: { removed, stays } }: { removal: Removal }) {
  const intl = useIntl()
  return (
    <output className="note for">
      {intl.formatMessage({ id: 'recall.removed' }, { count: removed.length })}{' '}
      {stays.length > 0
        ? intl.formatMessage({ id: 'recall.stays' }, { count: stays.length })
        : null}
    </output>
  )
}

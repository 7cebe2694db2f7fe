import { Link } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import type { StepState, VersionState } from '@entente/accord'
import type { CaseView, DeskItem, Me } from '../../../../node/src/api.ts'
import { Plate } from '../../marks/plate.tsx'
import { StandingBadge } from '../../marks/standing.tsx'

type Props = { readonly me: Me; readonly views: readonly CaseView[] }

/** Whose word is missing where, the own nation's included. */
export function WhoAwaits({ items, me, views }: Props & { readonly items: readonly DeskItem[] }) {
  const intl = useIntl()
  const waits = items.flatMap((item) => {
    const parties =
      item.does === 'give-voices'
        ? [me.node.party]
        : item.does === 'await'
          ? (item.awaited ?? [])
          : []
    return parties.map((party) => ({ party, item }))
  })
  const nameOf = (party: string, caseId: string) =>
    views.find(({ id }) => id === caseId)?.charter.parties.find(({ id }) => id === party)?.name ??
    party
  const silent = views.flatMap(({ peers }) =>
    peers.filter(({ status }) => status === 'unreachable'),
  )
  return (
    <section>
      <h2>{intl.formatMessage({ id: 'desk.awaits' })}</h2>
      <ul>
        {waits.map(({ party, item }) => (
          <li key={`${party} ${item.version}`}>
            <span className="row">
              <Plate party={party} name={nameOf(party, item.case)} us={party === me.node.party} />
              {intl.formatMessage(
                { id: party === me.node.party ? 'desk.awaits.us' : 'desk.awaits.party' },
                { name: nameOf(party, item.case) },
              )}
            </span>
            <p>{item.title}</p>
          </li>
        ))}
        {silent.map(({ party, name }) => (
          <li key={`node ${party}`}>
            <span className="row">
              <Plate party={party} name={name} />
              {intl.formatMessage({ id: 'desk.awaits.node' }, { name })}
            </span>
          </li>
        ))}
        {waits.length + silent.length === 0 ? (
          <li className="quiet">{intl.formatMessage({ id: 'desk.awaits.nobody' })}</li>
        ) : null}
      </ul>
    </section>
  )
}

type Stood = { readonly view: CaseView; readonly step: StepState; readonly version: VersionState }

/** Documents that were adopted, with what each is worth now. */
export function StandsBehind({ me, views }: Props) {
  const intl = useIntl()
  const stood: Stood[] = views.flatMap((view) =>
    view.state.steps.flatMap((step) =>
      step.versions
        .filter(({ adopted, standing }) => adopted.length > 0 && standing !== 'superseded')
        .map((version) => ({ view, step, version })),
    ),
  )
  return (
    <section>
      <h2>
        {intl.formatMessage(
          { id: me.node.role === 'member' ? 'desk.stands' : 'desk.stands.coalition' },
          { name: me.node.name },
        )}
      </h2>
      <ul>
        {stood.map(({ view, step, version }) => (
          <li key={version.id}>
            <Link
              to="/cases/$id"
              params={{ id: view.id }}
              search={{ step: step.id, version: version.id }}
            >
              {intl.formatMessage({ id: `step.${step.kind}` })}
            </Link>
            <p>{view.charter.title}</p>
            <span>
              <StandingBadge standing={version.standing} />
            </span>
          </li>
        ))}
        {stood.length === 0 ? (
          <li className="quiet">{intl.formatMessage({ id: 'desk.stands.nothing' })}</li>
        ) : null}
      </ul>
    </section>
  )
}

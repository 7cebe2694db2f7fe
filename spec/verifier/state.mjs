// The state of a case at a cut, and its digest: spec/state.md.
import { canonical, idOf } from './bytes.mjs'
import { measureOf } from './measures.mjs'
import { isUnmandatedKind, read, SHELVES } from './reading.mjs'
import { some, versionOf } from './version.mjs'

export const digestOf = (state) => idOf(Buffer.from(canonical(state)))

/** The state of a cut: per party, by id, `{root, acts}`, as `cutOf` gives it. */
export function stateOf(charter, cut) {
  const world = read(charter, cut)
  const { counting, all, sizes } = world
  const ids = (kind) => counting.filter(({ act }) => act.kind === kind).map(({ id }) => id)
  const steps = stepsOf(world)
  const put = new Map(
    steps
      .filter(({ kind }) => kind === 'charter')
      .flatMap(({ versions }) => versions.filter(({ adopted }) => adopted.length > 0))
      .map(({ id, successor }) => [id, successor]),
  )
  const isAmended = ({ act: { kind, on, to } }) => kind === 'charter-amend' && put.get(on) === to
  const shelves = SHELVES.map(([kind, shelf]) => [shelf, ids(kind)])
  const mandates = all.flatMap(({ id, ends }) =>
    ends ? [{ party: ends.party, of: ends.of, by: id, from: ends.from }] : [],
  )
  return {
    charter: charter.id,
    cut: Object.fromEntries([...cut].map(([id, { root }]) => [id, { size: sizes[id], root }])),
    steps,
    ...some({
      ...Object.fromEntries(shelves),
      measures: steps
        .filter(({ kind }) => kind === 'measure')
        .map(({ id, versions }) => measureOf(world, id, versions)),
      disavowed: world.disowned.map(({ party, id, disownedBy }) => ({
        party,
        act: id,
        by: disownedBy.id,
      })),
      mandates,
      unmandated: all
        .filter((one) => one.unmandated && !EARLIER.has(one.void) && isUnmandatedKind(one.act))
        .map(({ party, id }) => ({ party, act: id })),
      forked: world.forks.map(({ party, size, by }) => ({ party, size, by })),
      amended: counting.filter(isAmended).map(({ id, act: { on, to } }) => ({ by: id, on, to })),
      retracted: counting
        .filter(({ act }) => act.kind === 'evidence-withdraw')
        .map(({ id, act: { of } }) => ({ of, by: id, resting: restingOn(world, of) })),
    }),
    evidence: ids('evidence'),
    attributions: ids('attribute'),
    void: all
      .filter(({ void: why }) => why)
      .map(({ party, index, id, void: code }) => ({ party, index, act: id, code })),
  }
}

/** For these an entry is void before it is asked whether a mandate ended. */
const EARLIER = new Set(['act.disavowed', 'strand.forked'])

const restingOn = ({ counting }, of) =>
  counting.filter(({ act }) => restsOn(act).includes(of)).map(({ id }) => id)

const restsOn = ({ evidence = [], facts = {}, measure }) => [
  ...evidence,
  ...Object.values({ ...facts, ...measure?.facts }).flatMap((one) => one.evidence),
]

function stepsOf(world) {
  const steps = new Map()
  for (const version of world.versions) {
    const { id, kind } = version.act.step
    const key = `${kind}/${id}`
    if (!steps.has(key)) steps.set(key, { id, kind, versions: [] })
    const { versions } = steps.get(key)
    versions.push(version)
  }
  return [...steps.values()].map(({ id, kind, versions }) => ({
    id,
    kind,
    versions: versions.map((one, at) => versionOf(one, versions.slice(at + 1))),
  }))
}

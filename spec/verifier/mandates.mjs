// Certificates that a mandate ended, and what they make of acts: spec/decision.md section 4, spec/state.md section 2.
import { citedBy, currentUntil, readable } from './voices.mjs'

/** What may be weighed by cuts: such an act stays where it is, and is heard as the cut has it. */
const HEARD = new Set(['propose', 'amend', 'comply', 'withdraw', 'reaffirm', 'receipt'])

/** Marks certificates that prove the end of a mandate, and the acts that were signed under it after that. */
export function endMandates(charter, strands, cut, isFrail) {
  const sizes = Object.fromEntries([...cut].map(([party, { acts }]) => [party, acts.length]))
  const ends = []
  for (const { acts } of cut.values())
    for (const one of acts) {
      const { act, trees, party: by, index: at } = one
      const isOfMandate = trees && !one.void && act.result === 'expired' && act.of === act.on
      if (!isOfMandate || readable([{ by, at, cut: act.cut }], sizes).length === 0) continue
      const end = endOf(charter, strands, one)
      if (!end) continue
      one.ends = { party: end.party, of: act.of, from: end.from }
      ends.push({ ...end, by, at, cited: citedBy(act) })
    }
  for (const [party, strand] of cut)
    strand.acts = strand.acts.map((one) => {
      if (one.void || !one.able) return one
      const unmandated = one.able.map((keyid) =>
        ends.filter((end) => end.party === party && end.keyid === keyid && end.from <= one.index),
      )
      if (unmandated.some(({ length }) => length === 0)) return one
      if (isFrail(one.act.kind)) return { ...one, unmandated, void: 'mandate.expired' }
      return HEARD.has(one.act.kind) ? { ...one, unmandated } : one
    })
}

function endOf({ parties, quorum }, strands, { act: { of, cut }, trees }) {
  for (const { id: party } of parties) {
    const [keyid, grant] = [...strands.get(party).grants].find(([, { act }]) => act === of) ?? []
    if (!grant) continue
    const { size } = cut[party]
    const isOver = grant.until !== undefined && grant.from < size
    return isOver && currentUntil(trees.closings[party], quorum) >= grant.until
      ? { party, keyid, from: size }
      : undefined
  }
  return undefined
}

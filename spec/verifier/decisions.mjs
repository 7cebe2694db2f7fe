// What is read from the records of spec/vectors/decision, in the words in which they expect it: spec/decision.md sections 3 and 5.
import { fromBase64 } from './bytes.mjs'
import { readCharter } from './charter.mjs'
import { cutOf } from './cut.mjs'
import { isFor } from './rules.mjs'
import { stateOf } from './state.mjs'
import { beginStrand, take } from './strand.mjs'

/** The state of a case whose strands name their entries by number. */
export function stateOfEntries(charterText, strands, entries) {
  const charter = readCharter(fromBase64(charterText))
  const read = charter.parties.map(({ id }) => {
    const strand = beginStrand(charter, id)
    for (const number of strands[id]) take(strand, fromBase64(entries[number]))
    return [id, strand]
  })
  return stateOf(charter, cutOf(charter, new Map(read)))
}

const words = ({ code, member }) => (member ? `${code} ${member}` : code)

const RESULTS = ['adopted', 'ended', 'lapsed', 'broken', 'ranOut']

export function factsOf(version) {
  const { gate, standing, reasons, voices } = version
  return {
    standing,
    because: reasons.map(words),
    gate: gate.open ? 'open' : 'shut',
    shutBy: gate.reasons.map(words),
    certified: RESULTS.filter((result) => version[result]?.length > 0),
    bound: Object.entries(voices).flatMap(([party, voice]) => boundOf(version, party, voice)),
    voices: Object.fromEntries(
      Object.entries(voices).map(([party, { effective }]) => [party, effective]),
    ),
    notBefore: gate.notBefore,
  }
}

/** Whom the table binds while the gate is open: who is for or in, who abstains where that does not stop, and whose silence is consent. */
function boundOf({ rule, gate }, party, voice) {
  const isMeant =
    isFor(voice) ||
    (voice.effective === 'abstains' && rule !== 'participants-only') ||
    (voice.effective === 'silent' && rule === 'silence')
  if (!gate.open || !isMeant) return []
  return voice.excepts ? [`${party} except ${voice.excepts.join(', ')}`] : [party]
}

/** Of these facts those that a record speaks of, in its order, so that both can be compared. */
export const asExpected = (facts, expected) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, wanted]) => [
      name,
      name === 'voices' ? asExpected(facts.voices, wanted) : facts[name],
    ]),
  )

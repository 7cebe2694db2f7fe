// What one act changes in the state of its case: the records of spec/vectors/effect.
import { canonical } from './bytes.mjs'
import { stateOfEntries } from './decisions.mjs'
import { digestOf } from './state.mjs'

/** Takes what is at a place out of a state, and gives it; undefined where nothing is there. */
function take(state, at) {
  const path = at.split('.')
  const last = path.pop()
  const parent = path.reduce((one, key) => one?.[key], state)
  const found = parent?.[last]
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return found
}

const stateOf = ({ charter, entries }, strands) =>
  structuredClone(stateOfEntries(charter, strands, entries))

/** What is at the places that a record names without its act and with it, and whether nothing else differs. */
export function effectOf(file, { strands, act: { party, index }, changes }) {
  const without = { ...strands, [party]: strands[party].filter((_, at) => at !== index) }
  const { cut: _, ...before } = stateOf(file, without)
  const whole = stateOf(file, strands)
  const digest = digestOf(whole)
  const { cut: __, ...after } = whole
  const found = changes.map(({ at }) => ({ at, was: take(before, at), is: take(after, at) }))
  const rest = canonical(before) === canonical(after) ? 'the same' : 'another'
  return { changes: found, rest, digest }
}

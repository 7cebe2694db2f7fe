// The decision table, and why a gate is shut: spec/decision.md section 3, spec/state.md section 4.
const SILENCES = {
  'eu-coreu': 'council-rop-12-2-d',
  osce: 'osce-rop-annex-1-a',
  nato: 'nato-silence',
}
export const sourceOf = ({ rule, model }) => (rule === 'silence' ? SILENCES[model] : 'teu-31-1')

const FOR = new Set(['complies', 'complies-with-statement', 'complies-with-reservation'])
export const isFor = ({ effective }) => FOR.has(effective)
const STOPS = {
  'express-unanimity': ['silent', 'awaits-instructions', 'objects', 'withdrawn'],
  silence: ['awaits-instructions', 'objects', 'withdrawn'],
}

export const isDeemed = (party, voice, deemed) =>
  voice.effective === 'silent' && !voice.ranOut && deemed.has(party)

/**
 * Why the rule of a version is not met by these voices: electors first, then demands. `broken` are the acts that broke a
 * silence, by party, and given before adoption alone; a brake counts before it alone too.
 */
export function whyShut(charter, version, voices, { isAdopted, deemed = new Set(), broken = {} }) {
  const { rule, id } = version
  const own = sourceOf(version)
  const because = (code, source, more) => ({ code, version: id, rule, source, ...more })
  const ofOne = (member) => {
    const voice = voices.get(member)
    const { effective, act } = voice
    const said = { member, ...(act && { act }) }
    const stands = effective === 'objects' || effective === 'withdrawn'
    if (broken[member] && !stands) return because('broken', own, { member, act: broken[member] })
    const axes = ['union', 'national'].filter((axis) => voice[axis] === effective)
    if (rule === 'qualified-majority' && !isAdopted && voice.vital)
      return because('brake', 'teu-31-2', { ...said, axes })
    const isUnheard =
      rule === 'silence' && effective === 'silent' && !isDeemed(member, voice, deemed)
    if (!isUnheard && !STOPS[rule]?.includes(effective)) return []
    if (voice.ranOut) return because('ran-out', own, said)
    if (isUnheard) return because('unacknowledged', own, { member })
    const isMute = effective === 'silent' || effective === 'withdrawn'
    return because(effective, own, isMute ? said : { ...said, axes })
  }
  const heard = version.electors.filter((id) => !broken[id])
  const demands = unmet(charter, version, voices, heard).map(([code, source]) =>
    because(code, source),
  )
  return [...version.electors.flatMap(ofOne), ...demands]
}

function unmet(charter, { rule, electors, act }, voices, heard) {
  const people = new Map(charter.parties.map(({ id, population }) => [id, population]))
  const p = (ids) => ids.reduce((sum, id) => sum + people.get(id), 0)
  const those = (test) => heard.filter((id) => test(voices.get(id)))
  const yes = those(isFor)
  const apart = those(({ effective }) => effective === 'abstains-constructively')
  const isThird = 3 * apart.length >= electors.length && 3 * p(apart) >= p(electors)
  if (rule === 'participants-only')
    return yes.length < (act.minimum ?? electors.length)
      ? [['participants-missing', 'ep-e-9-2022-000267']]
      : []
  const when = (is, code, source) => (is ? [[code, source]] : [])
  if (rule === 'qualified-majority')
    return [
      ...when(100 * yes.length < 55 * electors.length, 'below-members', 'teu-16-4'),
      ...when(yes.length < charter.minimum, 'below-minimum', 'teu-16-4'),
      ...when(
        100 * p(yes) < 65 * p(electors) && electors.length - yes.length >= charter.blocking,
        'below-population',
        'teu-16-4',
      ),
      ...when(isThird && charter.doubleThirdUnderMajority, 'double-third', 'none'),
    ]
  return [
    ...when(yes.length === 0, 'nobody-for', 'none'),
    ...when(isThird, 'double-third', 'teu-31-1-2'),
  ]
}

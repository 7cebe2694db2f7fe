import { contentOf } from './content.ts'
import { StixError } from './error.ts'
import { isObject, type Json } from './finding.ts'
import { publishedMarking } from './marking.ts'
import { tokens } from './pattern-token.ts'
import { parsePattern } from './pattern.ts'
import {
  indicatorType,
  malwareType,
  reportType,
  threatActorType,
  toolType,
  type Vocabulary,
} from './vocabulary.ts'
import { textOf } from './text.ts'

/** Types whose kinds STIX 2.0 wrote among the labels, and where STIX 2.1 has them. */
const KINDS_OF: ReadonlyMap<string, readonly [property: string, words: Vocabulary]> = new Map([
  ['indicator', ['indicator_types', indicatorType]],
  ['malware', ['malware_types', malwareType]],
  ['report', ['report_types', reportType]],
  ['threat-actor', ['threat_actor_types', threatActorType]],
  ['tool', ['tool_types', toolType]],
])

/**
 * An object of STIX 2.0 as STIX 2.1 has it, with nothing lost: the labels that said of what kind it is
 * become its types, all others stay labels, for tags such as `tlp:red` stand among them; a label that
 * only repeats the type falls away. Observed data keep the container that STIX 2.1 still reads.
 *
 * Malware is lifted as a family: STIX 2.0 describes it by name and knows no sample of it.
 * Undefined where a number in it cannot be written again as it was.
 */
export function liftObject(object: Json): Json | undefined {
  if (contentOf(object) === undefined) return undefined
  const { type, labels, granular_markings: granular, ...rest } = object
  const split = splitLabels(textOf(type), labels)
  const lifted: Json = {
    type,
    ...rest,
    spec_version: '2.1',
    ...split.properties,
    ...movedMarkings(granular, split.moved),
    ...(type === 'malware' && rest['is_family'] === undefined ? { is_family: true } : {}),
    ...(type === 'indicator' && rest['pattern_type'] === undefined
      ? liftedPattern(rest['pattern'])
      : {}),
  }
  const published = publishedMarking(textOf(object['id']))
  // In STIX 2.0 the definitions of TLP have no name; as STIX 2.1 publishes them they have one.
  const named = { ...lifted, name: published?.['name'] }
  return published && contentOf(named) === contentOf(published) ? named : lifted
}

/** In STIX 2.0 the times of START and STOP are texts; what is a pattern of STIX 2.1 otherwise becomes one. */
function liftedPattern(pattern: unknown): Json {
  const isTimed = typeof pattern === 'string' && pattern.includes('START')
  const timed = isTimed ? timedPattern(pattern) : undefined
  return timed === undefined || timed === pattern
    ? { pattern_type: 'stix', pattern_version: '2.0' }
    : { pattern: timed, pattern_type: 'stix', pattern_version: '2.1' }
}

function timedPattern(pattern: string): string | undefined {
  try {
    const all = tokens(pattern)
    const places = all.flatMap(({ kind, at }, index) => {
      const { kind: before, text: word } = all[index - 1] ?? {}
      const isTime = kind === 'string' && before === 'word' && /^(?:START|STOP)$/.test(word ?? '')
      return isTime ? [at] : []
    })
    const timed = [0, ...places].map((from, at) => pattern.slice(from, places[at])).join('t')
    parsePattern(timed)
    return timed
  } catch (error) {
    if (error instanceof StixError) return undefined
    throw error
  }
}

type Split = {
  readonly properties: Json
  /** Where each label went: a selector for its place among the labels, and the one for where it is now. */
  readonly moved: ReadonlyMap<string, readonly string[]>
}

function splitLabels(type: string, labels: unknown): Split {
  const [property, vocabulary] = KINDS_OF.get(type) ?? []
  if (!Array.isArray(labels) || property === undefined || vocabulary === undefined)
    return { properties: labels === undefined ? {} : { labels }, moved: new Map() }
  const kinds: unknown[] = []
  const others: unknown[] = []
  const moved = new Map<string, string[]>()
  for (const [index, label] of labels.entries()) {
    const isKind = typeof label === 'string' && vocabulary.words.has(label)
    if (!isKind && label === type) {
      moved.set(`labels.[${index}]`, [])
      continue
    }
    const list = isKind ? kinds : others
    moved.set(`labels.[${index}]`, [`${isKind ? property : 'labels'}.[${list.length}]`])
    list.push(label)
  }
  const properties = {
    ...(kinds.length > 0 ? { [property]: kinds } : {}),
    ...(others.length > 0 ? { labels: others } : {}),
  }
  moved.set('labels', Object.keys(properties))
  return { properties, moved }
}

/** A marking of nothing but what falls away falls away with it. */
function movedMarkings(granular: unknown, moved: Split['moved']): Json {
  if (!Array.isArray(granular)) return granular === undefined ? {} : { granular_markings: granular }
  const all = granular.flatMap((one: unknown) => moveSelectors(one, moved))
  return all.length > 0 || granular.length === 0 ? { granular_markings: all } : {}
}

function moveSelectors(granular: unknown, moved: Split['moved']): readonly unknown[] {
  if (!isObject(granular) || !Array.isArray(granular['selectors'])) return [granular]
  const before: readonly unknown[] = granular['selectors']
  const selectors = before.flatMap(
    (selector): readonly unknown[] => moved.get(textOf(selector)) ?? [selector],
  )
  return selectors.length > 0 || before.length === 0 ? [{ ...granular, selectors }] : []
}

import {
  parsePattern,
  StixError,
  textOf,
  type Comparison,
  type Observation,
  type Test,
} from '@entente/stix'
import type { Json } from './event.ts'
import { isJson } from './extension.ts'
import { markingsMapped, spreadWithin } from './spread.ts'
import { clusterTag, externalId, markingTags } from './tags.ts'
import { typeOfComparison } from './values.ts'
import { isText, noteProperties, secondsIn, uuidIn, type Writing } from './writing.ts'

/** The attributes of some objects, under the report that becomes their event, if one does. */
export const attributesOf = (
  objects: readonly Json[],
  writing: Writing,
  report?: Json,
): readonly Json[] => objects.flatMap((object) => attributes(object, writing, report))

type Value = { readonly type: string; readonly value: string }

/** The attributes that say what an object says; its other properties are told of as lost. */
function attributes(object: Json, { loss, options }: Writing, report?: Json): readonly Json[] {
  const { values, mapped, isDetection = false } = valuesOf(object)
  const cluster = clusterTag(object)
  const isAnything = values.length > 0
  const markings = isAnything ? markingsMapped(object, options) : undefined
  const common = {
    ...mapped,
    ...(cluster ? { name: 'Event.Tag', external_references: 'Event.Tag' } : {}),
    ...(isAnything || cluster ? { labels: 'Event.Tag', modified: 'timestamp' } : {}),
    ...(isAnything && object['description'] ? { description: 'Attribute.comment' } : {}),
    ...(isAnything ? { revoked: 'Attribute.deleted' } : {}),
    ...(markings === undefined ? {} : { object_marking_refs: markings }),
  }
  noteProperties(object, common, loss)
  const above = report ? markingTags(report) : []
  const tags = markingTags(object).filter((tag) => !above.includes(tag))
  return values.map(({ type, value }, at) => ({
    uuid: values.length === 1 ? uuidIn(object) : options.uuidOf(`${textOf(object['id'])} ${at}`),
    type,
    category: CATEGORIES[type] ?? 'Other',
    value,
    to_ids: isDetection,
    comment: isText(object['description']) ? object['description'] : '',
    timestamp: String(secondsIn(object['modified'] ?? object['created'])),
    ...spreadWithin(object, report, options),
    deleted: object['revoked'] === true,
    ...(tags.length > 0 ? { Tag: tags.map((name) => ({ name })) } : {}),
  }))
}

type Valued = {
  readonly values: readonly Value[]
  /** Where the properties are from which they come. */
  readonly mapped: Readonly<Record<string, string>>
  readonly isDetection?: boolean
}

function valuesOf(object: Json): Valued {
  switch (object['type']) {
    case 'indicator':
      return indicatorValues(object)
    case 'vulnerability': {
      const cve = externalId(object, 'cve')
      const value = cve ?? (isText(object['name']) ? object['name'] : undefined)
      return value === undefined
        ? { values: [], mapped: {} }
        : {
            values: [{ type: 'vulnerability', value }],
            mapped: { name: 'Attribute.value', external_references: 'Attribute.value' },
          }
    }
    case 'note':
      return isText(object['content'])
        ? {
            values: [{ type: 'comment', value: object['content'] }],
            mapped: { content: 'Attribute.value' },
          }
        : { values: [], mapped: {} }
    default:
      return observableValues(object)
  }
}

function indicatorValues(object: Json): Valued {
  const { pattern, pattern_type: language } = object
  if (!isText(pattern) || !isText(language)) return { values: [], mapped: {} }
  const mapped = {
    pattern: 'Attribute.value',
    pattern_type: 'Attribute.type',
    pattern_version: 'Attribute.type',
  }
  if (language !== 'stix') {
    const type = ['yara', 'snort', 'suricata', 'sigma'].includes(language) ? language : 'other'
    return { values: [{ type, value: pattern }], mapped, isDetection: true }
  }
  const values = valuesIn(pattern) ?? [{ type: 'stix2-pattern', value: pattern }]
  return { values, mapped, isDetection: true }
}

/** The values of a pattern that is nothing but one of several equalities; undefined of any other. */
function valuesIn(pattern: string): readonly Value[] | undefined {
  let read: Observation
  try {
    read = parsePattern(pattern)
  } catch (error) {
    if (error instanceof StixError) return undefined
    throw error
  }
  const values = alternatives(read).map(valueOf)
  return values.includes(undefined) ? undefined : (values as Value[])
}

const NONE: readonly undefined[] = [undefined]

function alternatives(read: Observation): readonly (Comparison | undefined)[] {
  if (read.kind === 'observed') return testedIn(read.test)
  return read.kind === 'or' ? read.of.flatMap(alternatives) : NONE
}

const testedIn = (test: Test): readonly (Comparison | undefined)[] =>
  test.kind === 'comparison' ? [test] : test.kind === 'or' ? test.of.flatMap(testedIn) : NONE

const NETWORKS = new Set(['ipv4-addr', 'ipv6-addr'])

function valueOf(comparison: Comparison | undefined): Value | undefined {
  if (!comparison || comparison.isNegated) return undefined
  const isNetwork = comparison.operator === 'ISSUBSET' && NETWORKS.has(comparison.type)
  if (comparison.operator !== '=' && !isNetwork) return undefined
  const type = typeOfComparison(comparison.type, comparison.path.join('.'))
  const [constant] = comparison.constants
  return type && constant ? { type, value: String(constant.value) } : undefined
}

function observableValues(object: Json): Valued {
  const mapped: Record<string, string> = {}
  const values = Object.entries(object).flatMap(([name, value]): Value[] => {
    const parts =
      name === 'hashes' && isJson(value) ? Object.entries(value) : [['', value] as const]
    return parts.flatMap(([part, one]) => {
      const path = part === '' ? name : `${name}.${part}`
      const type = typeOfComparison(textOf(object['type']), path)
      if (!type || (typeof one !== 'string' && typeof one !== 'number')) return []
      mapped[name] = 'Attribute.value'
      return [{ type, value: String(one) }]
    })
  })
  return { values, mapped }
}

const CATEGORIES: Readonly<Record<string, string>> = {
  'ip-dst': 'Network activity',
  'ip-src': 'Network activity',
  domain: 'Network activity',
  url: 'Network activity',
  'mac-address': 'Network activity',
  AS: 'Network activity',
  snort: 'Network activity',
  suricata: 'Network activity',
  email: 'Payload delivery',
  'email-src': 'Payload delivery',
  'email-subject': 'Payload delivery',
  filename: 'Payload delivery',
  md5: 'Payload delivery',
  sha1: 'Payload delivery',
  sha224: 'Payload delivery',
  sha256: 'Payload delivery',
  sha384: 'Payload delivery',
  sha512: 'Payload delivery',
  ssdeep: 'Payload delivery',
  tlsh: 'Payload delivery',
  yara: 'Payload installation',
  sigma: 'Payload installation',
  'stix2-pattern': 'Payload installation',
  mutex: 'Artifacts dropped',
  regkey: 'Persistence mechanism',
  vulnerability: 'External analysis',
  comment: 'Other',
}

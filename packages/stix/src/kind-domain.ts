import {
  between,
  float,
  idOf,
  integer,
  list,
  natural,
  oneOf,
  onlyWith,
  order,
  notBoth,
  reference,
  shape,
  text,
  timestamp,
  truth,
  word,
  form,
  type Rule,
} from './check.ts'
import { killChainPhase } from './common.ts'
import { StixError } from './error.ts'
import { container, isDomainType, isObservableType, isObservedType, isStixType } from './family.ts'
import { find, must, should, within } from './finding.ts'
import { typeOfId } from './identifier.ts'
import type { Kind } from './kind.ts'
import { parsePattern } from './pattern.ts'
import { relationshipIsListed } from './relationship.ts'
import * as vocabulary from './vocabulary.ts'
import { textOf } from './text.ts'

// STIX 2.1 Errata 01, sections 4 and 5: properties of their own, `!` for those that are required.

const texts = list(text)
const phases = list(killChainPhase)
const words = (of: vocabulary.Vocabulary) => list(word(of))
const software = idOf('software')
const anyObjects = list(reference('a STIX object', isStixType))
const seen = order('4', 'first_seen', 'last_seen')

const sdo = (shaped: Kind['shape']): Kind => ({ family: 'sdo', shape: shaped })
const sro = (shaped: Kind['shape']): Kind => ({ family: 'sro', shape: shaped })

/**
 * A pattern of the STIX language must be one (section 9); of other languages the text is kept as it is.
 * What this reader does not take although the standard does, or an older standard did, is no fault.
 */
const patternIsRead: Rule = (object, at) => {
  const { pattern, pattern_type: type, pattern_version: version } = object
  if (type !== 'stix' || typeof pattern !== 'string') return
  try {
    parsePattern(pattern)
  } catch (error) {
    if (!(error instanceof StixError)) throw error
    const isFault =
      error.code === 'pattern.malformed' && (version === undefined || version === '2.1')
    if (isFault || at.advice)
      within(at, 'pattern', () => find(at, isFault ? 'must' : 'should', '9', error.message))
  }
}

const advised =
  (...keys: readonly string[]): Rule =>
  (object, at) => {
    if (!at.advice) return
    for (const key of keys)
      if (object[key] === undefined)
        within(at, key, () => should(at, '4.7', 'this property', undefined))
  }

const familyIsNamed: Rule = ({ is_family: isFamily, name }, at) => {
  if (isFamily === true && name === undefined)
    within(at, 'name', () => must(at, '4.11', 'the name of a family', undefined))
}

const observesSomething: Rule = ({ objects, object_refs: refs }, at) => {
  if (objects === undefined && refs === undefined)
    must(at, '4.14', 'object_refs, or objects as in STIX 2.0', undefined)
  if (Array.isArray(refs) && !refs.some((id) => isObservableType(typeOfId(textOf(id)))))
    within(at, 'object_refs', () => must(at, '4.14', 'one cyber observable or more', refs))
  if (objects !== undefined)
    within(at, 'objects', () => should(at, '4.14', 'object_refs in its place', objects))
}

const isAsListed: Rule = ({ relationship_type: type, source_ref: from, target_ref: to }, at) => {
  if (!at.advice || typeof from !== 'string' || typeof to !== 'string') return
  if (!relationshipIsListed(typeOfId(from), textOf(type), typeOfId(to)))
    within(at, 'relationship_type', () =>
      should(at, '5.1', 'a relationship that is listed for these two types', type),
    )
}

const end = reference(
  'a domain object or an observable',
  (type) => isDomainType(type) || isObservableType(type),
)

export const DOMAIN: ReadonlyMap<string, Kind> = new Map([
  [
    'attack-pattern',
    sdo(
      shape('4.1', { 'name!': text, description: text, aliases: texts, kill_chain_phases: phases }),
    ),
  ],
  [
    'campaign',
    sdo(
      shape(
        '4.2',
        {
          'name!': text,
          description: text,
          aliases: texts,
          first_seen: timestamp,
          last_seen: timestamp,
          objective: text,
        },
        seen,
      ),
    ),
  ],
  ['course-of-action', sdo(shape('4.3', { 'name!': text, description: text }))],
  [
    'grouping',
    sdo(
      shape('4.4', {
        'name!': text,
        description: text,
        'context!': word(vocabulary.groupingContext),
        'object_refs!': anyObjects,
      }),
    ),
  ],
  [
    'identity',
    sdo(
      shape('4.5', {
        'name!': text,
        description: text,
        roles: texts,
        identity_class: word(vocabulary.identityClass),
        sectors: words(vocabulary.industrySector),
        contact_information: text,
      }),
    ),
  ],
  ['incident', sdo(shape('4.6', { 'name!': text, description: text }))],
  [
    'indicator',
    sdo(
      shape(
        '4.7',
        {
          name: text,
          description: text,
          indicator_types: words(vocabulary.indicatorType),
          'pattern!': text,
          'pattern_type!': word(vocabulary.patternType),
          pattern_version: text,
          'valid_from!': timestamp,
          valid_until: timestamp,
          kill_chain_phases: phases,
        },
        order('4.7', 'valid_from', 'valid_until', true),
        patternIsRead,
        advised('name', 'description'),
      ),
    ),
  ],
  [
    'infrastructure',
    sdo(
      shape(
        '4.8',
        {
          'name!': text,
          description: text,
          infrastructure_types: words(vocabulary.infrastructureType),
          aliases: texts,
          kill_chain_phases: phases,
          first_seen: timestamp,
          last_seen: timestamp,
        },
        seen,
      ),
    ),
  ],
  [
    'intrusion-set',
    sdo(
      shape(
        '4.9',
        {
          'name!': text,
          description: text,
          aliases: texts,
          first_seen: timestamp,
          last_seen: timestamp,
          goals: texts,
          resource_level: word(vocabulary.attackResourceLevel),
          primary_motivation: word(vocabulary.attackMotivation),
          secondary_motivations: words(vocabulary.attackMotivation),
        },
        seen,
      ),
    ),
  ],
  [
    'location',
    sdo(
      shape(
        '4.10',
        {
          name: text,
          description: text,
          latitude: between(float, -90, 90),
          longitude: between(float, -180, 180),
          precision: float,
          region: word(vocabulary.region),
          country: text,
          administrative_area: text,
          city: text,
          street_address: text,
          postal_code: text,
        },
        oneOf('4.10', 'region', 'country', 'latitude'),
        onlyWith('4.10', 'latitude', 'longitude'),
        onlyWith('4.10', 'longitude', 'latitude'),
        onlyWith('4.10', 'precision', 'latitude', 'longitude'),
      ),
    ),
  ],
  [
    'malware',
    sdo(
      shape(
        '4.11',
        {
          name: text,
          description: text,
          malware_types: words(vocabulary.malwareType),
          is_family: truth,
          aliases: texts,
          kill_chain_phases: phases,
          first_seen: timestamp,
          last_seen: timestamp,
          operating_system_refs: list(software),
          architecture_execution_envs: words(vocabulary.processorArchitecture),
          implementation_languages: words(vocabulary.implementationLanguage),
          capabilities: words(vocabulary.malwareCapability),
          sample_refs: list(idOf('file', 'artifact')),
        },
        seen,
        familyIsNamed,
      ),
    ),
  ],
  [
    'malware-analysis',
    sdo(
      shape(
        '4.12',
        {
          'product!': text,
          version: text,
          host_vm_ref: software,
          operating_system_ref: software,
          installed_software_refs: list(software),
          configuration_version: text,
          modules: texts,
          analysis_engine_version: text,
          analysis_definition_version: text,
          submitted: timestamp,
          analysis_started: timestamp,
          analysis_ended: timestamp,
          result_name: text,
          result: word(vocabulary.malwareResult),
          analysis_sco_refs: list(reference('a cyber observable', isObservableType)),
          sample_ref: idOf('file', 'network-traffic', 'artifact'),
        },
        oneOf('4.12', 'result', 'analysis_sco_refs'),
      ),
    ),
  ],
  [
    'note',
    sdo(
      shape('4.13', {
        abstract: text,
        'content!': text,
        authors: texts,
        'object_refs!': anyObjects,
      }),
    ),
  ],
  [
    'observed-data',
    sdo(
      shape(
        '4.14',
        {
          'first_observed!': timestamp,
          'last_observed!': timestamp,
          'number_observed!': between(integer, 1, 999_999_999),
          objects: container,
          object_refs: list(reference('an observable or a relationship', isObservedType)),
        },
        order('4.14', 'first_observed', 'last_observed'),
        notBoth('4.14', 'object_refs', 'objects'),
        observesSomething,
      ),
    ),
  ],
  [
    'opinion',
    sdo(
      shape('4.15', {
        explanation: text,
        authors: texts,
        'opinion!': word(vocabulary.opinionScale),
        'object_refs!': anyObjects,
      }),
    ),
  ],
  [
    'report',
    sdo(
      shape('4.16', {
        'name!': text,
        description: text,
        report_types: words(vocabulary.reportType),
        'published!': timestamp,
        'object_refs!': anyObjects,
      }),
    ),
  ],
  [
    'threat-actor',
    sdo(
      shape(
        '4.17',
        {
          'name!': text,
          description: text,
          threat_actor_types: words(vocabulary.threatActorType),
          aliases: texts,
          first_seen: timestamp,
          last_seen: timestamp,
          roles: words(vocabulary.threatActorRole),
          goals: texts,
          sophistication: word(vocabulary.threatActorSophistication),
          resource_level: word(vocabulary.attackResourceLevel),
          primary_motivation: word(vocabulary.attackMotivation),
          secondary_motivations: words(vocabulary.attackMotivation),
          personal_motivations: words(vocabulary.attackMotivation),
        },
        seen,
      ),
    ),
  ],
  [
    'tool',
    sdo(
      shape('4.18', {
        'name!': text,
        description: text,
        tool_types: words(vocabulary.toolType),
        aliases: texts,
        kill_chain_phases: phases,
        tool_version: text,
      }),
    ),
  ],
  ['vulnerability', sdo(shape('4.19', { 'name!': text, description: text }))],
  [
    'relationship',
    sro(
      shape(
        '5.1',
        {
          'relationship_type!': form('5.1', 'a name of a-z, 0-9 and hyphen', /^[a-z\d-]+$/),
          description: text,
          'source_ref!': end,
          'target_ref!': end,
          start_time: timestamp,
          stop_time: timestamp,
        },
        order('5.1', 'start_time', 'stop_time', true),
        isAsListed,
      ),
    ),
  ],
  [
    'sighting',
    sro(
      shape(
        '5.2',
        {
          description: text,
          first_seen: timestamp,
          last_seen: timestamp,
          count: between(natural, 0, 999_999_999),
          'sighting_of_ref!': reference('a domain object', isDomainType),
          observed_data_refs: list(idOf('observed-data')),
          where_sighted_refs: list(idOf('identity', 'location')),
          summary: truth,
        },
        order('5.2', 'first_seen', 'last_seen'),
      ),
    ),
  ],
])

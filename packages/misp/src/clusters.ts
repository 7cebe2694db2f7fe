import type { Cluster } from './event.ts'

/** What a galaxy's clusters are in STIX, by the type of the galaxy (https://github.com/MISP/misp-galaxy). */
const TYPES: Readonly<Record<string, string>> = {
  'threat-actor': 'threat-actor',
  'microsoft-activity-group': 'threat-actor',
  '360net-threat-actor': 'threat-actor',
  'mitre-intrusion-set': 'intrusion-set',
  'mitre-enterprise-attack-intrusion-set': 'intrusion-set',
  'mitre-mobile-attack-intrusion-set': 'intrusion-set',
  'mitre-attack-pattern': 'attack-pattern',
  'mitre-enterprise-attack-attack-pattern': 'attack-pattern',
  'mitre-mobile-attack-attack-pattern': 'attack-pattern',
  'mitre-malware': 'malware',
  'mitre-enterprise-attack-malware': 'malware',
  'mitre-mobile-attack-malware': 'malware',
  malpedia: 'malware',
  ransomware: 'malware',
  rat: 'malware',
  banker: 'malware',
  stealer: 'malware',
  backdoor: 'malware',
  botnet: 'malware',
  android: 'malware',
  cryptominers: 'malware',
  'mitre-tool': 'tool',
  'mitre-enterprise-attack-tool': 'tool',
  'mitre-mobile-attack-tool': 'tool',
  tool: 'tool',
  'exploit-kit': 'tool',
  'mitre-course-of-action': 'course-of-action',
  'mitre-enterprise-attack-course-of-action': 'course-of-action',
  'mitre-mobile-attack-course-of-action': 'course-of-action',
}

export type ClusterObject = {
  readonly id: string
  /** None where the object is ATT&CK's: it comes from there, and is referred to. */
  readonly properties?: Readonly<Record<string, unknown>>
}

/** The STIX object of a cluster; undefined where STIX has none for its galaxy, or it has no UUID. */
export function objectOf(cluster: Cluster): ClusterObject | undefined {
  const type = Object.hasOwn(TYPES, cluster.type) ? TYPES[cluster.type] : undefined
  if (!type || !cluster.uuid) return undefined
  const id = `${type}--${cluster.uuid}`
  // MITRE's clusters have the UUIDs of ATT&CK's own objects: written anew they would contradict these.
  if (cluster.type.startsWith('mitre-')) return { id }
  const meta = (Array.isArray(cluster.meta) ? {} : (cluster.meta ?? {})) as Record<string, unknown>
  const texts = (name: string) => {
    const value = meta[name]
    return Array.isArray(value)
      ? [...new Set(value.filter((one): one is string => typeof one === 'string' && one !== ''))]
      : []
  }
  const aliases = texts('synonyms')
  const refs = texts('refs').filter((ref) => URL.canParse(ref))
  return {
    id,
    properties: {
      type,
      name: cluster.value,
      ...(cluster.description ? { description: cluster.description } : {}),
      ...(type === 'malware' ? { is_family: true } : {}),
      ...(aliases.length > 0 && type !== 'course-of-action' ? { aliases } : {}),
      ...(refs.length > 0
        ? { external_references: refs.map((url) => ({ source_name: cluster.type, url })) }
        : {}),
    },
  }
}

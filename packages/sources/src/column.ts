/** What a column of a table becomes. */
export type Column = {
  /** As the first line has it; `column 3` where it has none. */
  readonly name: string
  /** Absent where nothing is known of it: then its cells are carried. */
  readonly as?: Meaning
  /** Of a column whose values are all of one kind. */
  readonly kind?: string
  /** The property that its cells become, for people. */
  readonly to: string
}

const MEANINGS = {
  value:
    'value|indicator|indicator value|ioc|ioc value|observable|valor|indicador|observable valor',
  type: 'type|indicator type|ioc type|kind|tipo|tipo de indicador|value type',
  name: 'name|title|nombre|titulo|título|indicator name',
  description:
    'description|comment|comments|note|notes|details|context|descripcion|descripción|comentario|comentarios|notas',
  first_seen:
    'first seen|firstseen|first seen utc|seen|date|date added|dateadded|created|timestamp|valid from|fecha|visto por primera vez|primera vez',
  valid_until:
    'valid until|expires|expiry|expiration|expiration date|valido hasta|válido hasta|caduca',
  tlp: 'tlp|marking|tlp marking|tlp label|marca',
  pap: 'pap|permissible actions|permissible actions protocol|acciones permitidas',
  confidence: 'confidence|score|confianza',
  labels:
    'label|labels|tag|tags|etiqueta|etiquetas|category|categoria|categoría|threat|malware|family',
  reference: 'reference|references|source|source url|link|permalink|referencia|referencias|fuente',
} as const
type Meaning = keyof typeof MEANINGS
/** Of which every column counts; of two labels of TLP or PAP the stricter one holds. */
const SEVERAL: ReadonlySet<Meaning> = new Set([
  'value',
  'description',
  'labels',
  'reference',
  'tlp',
  'pap',
])

/** Columns whose values are of one kind, by its name in a pattern. */
const KINDS: Readonly<Record<string, string>> = {
  ip: 'ip|ip address|ipv4|ipv6|ip dst|ip src|dst ip|src ip|address|direccion ip|dirección ip',
  domain: 'domain|domain name|hostname|host|fqdn|dominio',
  url: 'url|uri',
  email: 'email|e-mail|email address|email src|correo',
  md5: 'md5|hash md5|md5 hash',
  sha1: 'sha1|sha-1|hash sha1|sha1 hash',
  sha256: 'sha256|sha-256|hash sha256|sha256 hash',
  sha512: 'sha512|sha-512',
  hash: 'hash|file hash',
  filename: 'filename|file name|file|nombre de archivo|fichero',
}

const PROPERTY: Readonly<Record<Meaning, string>> = {
  value: 'indicator.pattern',
  type: 'indicator.pattern',
  name: 'indicator.name',
  description: 'indicator.description',
  first_seen: 'indicator.valid_from, created',
  valid_until: 'indicator.valid_until',
  tlp: 'object_marking_refs',
  pap: 'indicator.labels',
  confidence: 'indicator.confidence',
  labels: 'indicator.labels',
  reference: 'indicator.external_references',
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[_\s|/-]+/g, ' ')
    .trim()
const has = (names: string, name: string) => names.split('|').some((one) => plain(one) === name)

/** What each column becomes, by its name in English or Spanish. A second column of values is one too; other names count once. */
export function mapColumns(header: readonly string[]): readonly Column[] {
  const taken = new Set<Meaning>()
  const names = new Map<string, number>()
  return header.map((field, at) => {
    const name = unique(field.trim() || `column ${at + 1}`, names)
    const wanted = plain(field)
    const kind = Object.keys(KINDS).find((one) => has(KINDS[one]!, wanted))
    if (kind !== undefined) return { name, as: 'value', kind, to: PROPERTY.value }
    const as = (Object.keys(MEANINGS) as Meaning[]).find((one) => has(MEANINGS[one], wanted))
    const isMany = as !== undefined && SEVERAL.has(as)
    if (as === undefined || (taken.has(as) && !isMany)) return { name, to: 'extension' }
    taken.add(as)
    return { name, as, to: PROPERTY[as] }
  })
}

/** Whether its cells are values to look for. */
export const isColumnOfValues = ({ as }: Column): boolean => as === 'value'

function unique(name: string, names: Map<string, number>): string {
  const before = names.get(name) ?? 0
  names.set(name, before + 1)
  return before === 0 ? name : `${name} (${before + 1})`
}

import { createLoss, observableId, papMarking, papOf, type Loss } from '@entente/stix'
import type { Techniques } from './attack.ts'
import { carrying, DEFINED, DEFINITION } from './carry.ts'
import { SourceError } from './error.ts'
import { findValues, type Find } from './find.ts'
import { LIMITS, type Json } from './json.ts'
import {
  cveReference,
  whole,
  idIn,
  idOf,
  made,
  marked,
  strictestMarking,
  type Common,
  type Sourced,
} from './making.ts'
import { warningsIn } from './warning.ts'

export type TextOptions = {
  /** What the text is called, as far as it has a name. */
  readonly name: string
  /** The instant at which it came in: a text has no date that a program could rely on. */
  readonly at: string
  /** Techniques of ATT&CK that are known here, to tell what was renumbered. */
  readonly techniques?: Techniques
}

const MOST = { text: 16 * 1024 * 1024, finds: 100_000, warnings: 1_000, description: 200_000 }

/**
 * A text as a report of the values in it: observables for addresses, names and hashes, vulnerabilities, techniques. A
 * text does not say which of them are malicious; so none is an indicator. Its own words go along.
 */
export function fromText(text: string, options: TextOptions): Sourced {
  if (text.length > MOST.text)
    throw new SourceError(
      'source.too-large',
      `expected at most ${MOST.text} characters of text, got ${text.length}`,
    )
  const finds = findValues(text)
  if (finds.length === 0)
    throw new SourceError(
      'source.nothing',
      'expected addresses, names, hashes, vulnerabilities or techniques in the text, got none',
    )
  if (finds.length > MOST.finds)
    throw new SourceError(
      'source.too-large',
      `expected at most ${MOST.finds} values in one text, got ${finds.length}`,
    )
  const loss = createLoss()
  const markings = markingsIn(text)
  const common: Common = { created: options.at, modified: options.at, markings }
  const meant = finds.map((find) => ({ find, ...meantBy(find, { common, loss, options }) }))
  const key = `text ${text}`
  const refs = [...new Set(meant.flatMap(({ ref }) => ref ?? []))]
  const report = reportOf(text, { key, refs, options, common, finds: meant, loss })
  const warnings = warningsIn(text)
    .slice(0, MOST.warnings)
    .flatMap((warning, at) => {
      const about = meant.flatMap(({ find, ref }) =>
        ref !== undefined && find.start >= warning.from && find.end <= warning.to ? [ref] : [],
      )
      if (about.length === 0) return []
      loss.note('warning', 'mapped', 'note.content')
      return [
        made(['note', `${key} warning ${at}`], common, {
          abstract: 'Warning in the text',
          content: warning.text,
          labels: ['warning'],
          object_refs: [...new Set(about)],
        }),
      ]
    })
  return {
    id: idOf('bundle', key),
    objects: whole([
      ...DEFINITION,
      ...meant.flatMap(({ objects = [] }) => objects),
      ...warnings,
      report,
    ]),
    fields: loss.report(),
  }
}

/** As TLP writes a label; and as people do, of whom it is enough to be understood where that makes the text go less far. */
const LABELLED = /\bTLP ?[:=] ?(GREEN|CLEAR|WHITE)\b/gi
const KEPT_CLOSE = /\bTLP[\s:=：_-]{0,5}(RED|AMBER(?:[\s+_-]{0,3}STRICT)?)\b/gi

const PAP = /\bPAP ?[:=：] ?(RED|AMBER|GREEN|CLEAR|WHITE)\b/gi

/** The strictest label of TLP, and of PAP, that the text bears; none where it bears none, and that is not "clear". */
function markingsIn(text: string): readonly string[] {
  const labels = [LABELLED, KEPT_CLOSE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, label = '']) =>
      label.toLowerCase().replace(/^amber.*strict$/s, 'amber+strict'),
    ),
  )
  const marking = strictestMarking(labels)
  const pap = papOf({ labels: [...text.matchAll(PAP)].map(([, word = '']) => `pap:${word}`) })
  return [...(marking === undefined ? [] : [marking]), ...(pap ? [papMarking(pap)] : [])]
}

type Meaning = { readonly ref?: string; readonly objects?: readonly Json[] }
type Making = { readonly common: Common; readonly loss: Loss; readonly options: TextOptions }

/** What a value is in STIX; nothing for what STIX, or ATT&CK, has no object for. */
function meantBy({ kind, value }: Find, { common, loss, options }: Making): Meaning {
  const observed = (...all: readonly Json[]): Meaning => {
    const objects = all.map((own) => observable(own, common))
    loss.note(kind, 'mapped', all.map(({ type }) => type).join(', '))
    return { ref: idIn(objects.at(-1)!), objects }
  }
  switch (kind) {
    case 'ipv4-addr':
    case 'ipv6-addr':
    case 'domain-name':
    case 'url':
    case 'email-addr':
      return observed({ type: kind, value })
    case 'md5':
      return observed({ type: 'file', hashes: { MD5: value } })
    case 'sha1':
      return observed({ type: 'file', hashes: { 'SHA-1': value } })
    case 'sha256':
      return observed({ type: 'file', hashes: { 'SHA-256': value } })
    case 'sha512':
      return observed({ type: 'file', hashes: { 'SHA-512': value } })
    case 'registry-key':
      return observed({ type: 'windows-registry-key', key: value })
    case 'path':
      return observed(...fileAt(value))
    case 'cve':
      loss.note(kind, 'mapped', 'vulnerability')
      return known('vulnerability', value, { external_references: cveReference(value) })
    case 'atlas':
      loss.note(kind, 'carried', 'report.description: ATLAS is another matrix than ATT&CK')
      return {}
    case 'attack':
      return technique(value, { loss, options })
  }
}

const observable = (own: Json, { markings }: Common): Json => ({
  spec_version: '2.1',
  ...own,
  id: observableId(own)!,
  ...marked(markings),
})

/** A file, and the directory in which it lies, which is an object of its own. */
function fileAt(path: string): readonly Json[] {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  const name = path.slice(cut + 1)
  const directory = { type: 'directory', path: path.slice(0, cut) || path }
  if (name === '') return [directory]
  return [directory, { type: 'file', name, parent_directory_ref: observableId(directory)! }]
}

/** What everybody knows by its id: the same object in every text, and without a date of any. */
function known(type: string, name: string, own: Json): Meaning {
  const object = made(
    [type, name],
    { created: DEFINED, modified: DEFINED, markings: [] },
    { name, ...own },
  )
  return { ref: idIn(object), objects: [object] }
}

function technique(id: string, { loss, options }: Pick<Making, 'loss' | 'options'>): Meaning {
  const current = options.techniques?.get(id)
  if (!current) {
    loss.note('attack', 'mapped', 'attack-pattern')
    return known('attack-pattern', id, {
      external_references: [{ source_name: 'mitre-attack', external_id: id }],
    })
  }
  if (current.id === id) loss.note('attack', 'mapped', 'attack-pattern of ATT&CK')
  else loss.note(`attack ${id}`, 'mapped', `attack-pattern of ATT&CK, now ${current.id}`)
  return { ref: current.ref }
}

type Reporting = {
  readonly key: string
  readonly refs: readonly string[]
  readonly options: TextOptions
  readonly common: Common
  readonly loss: Loss
  readonly finds: readonly ({ readonly find: Find } & Meaning)[]
}

function reportOf(text: string, { key, refs, options, common, finds, loss }: Reporting): Json {
  const isWhole = text.length <= MOST.description
  loss.note(
    'text',
    isWhole ? 'mapped' : 'lost',
    isWhole ? 'report.description' : `it is longer than ${MOST.description} characters`,
  )
  const [line = ''] = text.trim().split(/[\r\n]/, 1)
  const found = finds.map(({ find: { kind, value, start, end, defanged }, ref }) => ({
    kind,
    value,
    start,
    end,
    ...(defanged ? { defanged } : {}),
    ...(ref === undefined ? {} : { ref }),
  }))
  return made(['report', key], common, {
    name: (line.replace(/^[#=*\s]+/, '') || options.name).slice(0, 200),
    published: options.at,
    ...(isWhole ? { description: text } : {}),
    // Of a text that names nothing but what STIX has no object for, the report speaks of itself alone.
    object_refs: refs.length > 0 ? refs : [String(DEFINITION[0]!['id'])],
    ...carrying('text', { finds: found.slice(0, LIMITS.records) }).own,
  })
}

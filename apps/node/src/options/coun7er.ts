import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '@entente/stix'
import { OptionsError } from './error.ts'
import type { ImportedOption } from './store.ts'

/**
 * The catalogue that CISA publishes as COUN7ER (cisagov/playbook-ng, `shared/data/datasets/coun7er/latest.json`): technical
 * countermeasures on one's own systems, each for techniques of ATT&CK.
 */

export const COUN7ER_LIMITS = {
  /** Bytes of the file. */
  bytes: 8 * 1024 * 1024,
  /** Countermeasures in it. */
  items: 5_000,
  /** Characters of one text. */
  text: 100_000,
} as const

const Words = z.string().max(COUN7ER_LIMITS.text)
const Item = z.looseObject({
  id: z.string().regex(/^CM\d{4,6}$/, 'expected an id CM0000'),
  name: Words.min(1).max(500),
  subtype: z.string().max(200).nullish(),
  content: Words,
  version: z.string().min(1).max(40),
  modified: z.iso.datetime(),
  revoked: z.boolean().nullish(),
  deprecated: z.boolean().nullish(),
  techniques: z
    .array(
      z.looseObject({
        tech_id: z
          .string()
          .regex(/^T\d{4}(?:\.\d{3})?$/, 'expected an ATT&CK id T0000 or T0000.000'),
      }),
    )
    .max(500),
})
const Catalogue = z.looseObject({
  id: z.literal('coun7er'),
  items: z.array(Item).max(COUN7ER_LIMITS.items),
})

/**
 * The countermeasures of a file, each with the parts of its text that are asked for before anything is done. Throws
 * `options.too-large` and `options.malformed`, with the place.
 */
export function readCoun7er(bytes: Uint8Array): readonly ImportedOption[] {
  if (bytes.length > COUN7ER_LIMITS.bytes)
    throw new OptionsError(
      'options.too-large',
      `expected at most ${COUN7ER_LIMITS.bytes} bytes, got ${bytes.length}`,
    )
  const parsed = Catalogue.safeParse(parse(bytes))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new OptionsError(
      'options.malformed',
      `${issue?.message ?? 'expected a catalogue'} at ${issue?.path.join('.') || 'the top'}`,
    )
  }
  return parsed.data.items.map(optionOf)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new OptionsError('options.malformed', 'expected JSON in UTF-8, got other bytes', {
      cause: error,
    })
  }
}

function optionOf(item: z.infer<typeof Item>): ImportedOption {
  const parts = partsOf(item.content)
  const part = (name: string) => parts.get(name) ?? ''
  return {
    source: 'coun7er',
    id: item.id,
    version: item.version,
    modified: item.modified,
    name: item.name,
    // The publisher lists several as `Disable, Examine`.
    does: (item.subtype ?? '').split(', ').filter((word) => word !== ''),
    techniques: [...new Set(item.techniques.map((one) => one.tech_id))].toSorted(),
    outcome: part('Intended Outcome'),
    preparation: part('Preparation'),
    risks: part('Risks'),
    guidance: part('Guidance'),
    withdrawn: item.revoked === true || item.deprecated === true,
    sha256: createHash('sha256').update(canonical(item)).digest('hex'),
  }
}

/** The text under each heading of the second level. */
function partsOf(content: string): ReadonlyMap<string, string> {
  const [, ...parts] = `\n${content}`.split('\n## ')
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n')
      return end < 0 ? [part.trim(), ''] : [part.slice(0, end).trim(), part.slice(end).trim()]
    }),
  )
}

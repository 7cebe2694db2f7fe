import { saidAt } from '@entente/stix'
import type { z } from 'zod'
import { SourceError } from './error.ts'

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Bounds on one file, whoever made it. */
export const LIMITS = {
  /** Characters of a file. */
  text: 128 * 1024 * 1024,
  /** Levels of objects and lists; what is made of them is written as STIX, which is read to 64. */
  depth: 48,
  /** Characters of one value. */
  value: 1024 * 1024,
  /** Records of a file. */
  records: 500_000,
} as const

/** The value that a text of JSON holds. Throws a `SourceError` where it is none, too long, or nested too deeply. */
export function readJson(text: string, what: string): unknown {
  if (text.length > LIMITS.text)
    throw new SourceError(
      'source.too-large',
      `expected at most ${LIMITS.text} characters of ${what}, got ${text.length}`,
    )
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : 'other text'
    throw new SourceError('source.malformed', `expected ${what} in JSON, got ${why}`, { cause })
  }
  if (isDeeper(value, LIMITS.depth))
    throw new SourceError(
      'source.too-large',
      `expected at most ${LIMITS.depth} levels of objects and lists in ${what}, got more`,
    )
  return value
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1))
}

/** A value as its schema reads it. Throws a `SourceError` with the place where it is none. */
export function parsed<T extends z.ZodType>(
  schema: T,
  value: unknown,
  { path, what }: { readonly path: string; readonly what: string },
): z.infer<T> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const place = pathOf(path, issue?.path ?? [])
  throw new SourceError(
    'source.malformed',
    `expected ${what}, got ${saidAt(value, issue?.path ?? [])} at ${place || 'the top'}`,
    { path: place },
  )
}

const pathOf = (from: string, steps: readonly PropertyKey[]): string =>
  steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    return path === '' ? String(step) : `${path}.${String(step)}`
  }, from)

import type { Context } from 'hono'
import type { Releasable } from '@entente/release'

/**
 * The only ways in which what belongs to a case, and evidence, leaves this node: they take nothing but
 * what `release` has cleared.
 */
export function sendBytes(
  context: Context,
  { value }: Releasable<Uint8Array | string>,
  headers: Readonly<Record<string, string>>,
): Response {
  return context.body(typeof value === 'string' ? value : new Uint8Array(value), 200, headers)
}

export function sendJson(context: Context, { value }: Releasable<object>): Response {
  return context.json(value)
}

import { z } from 'zod'

/** What a custodian says for not serving an object: a code and a sentence, of bounded form. */
export type ToldRefusal = { readonly code: string; readonly detail: string }

const MOST = 4_096
const Told = z.object({
  code: z.string().regex(/^[a-z-]{1,40}\.[a-z0-9.-]{1,40}$/),
  detail: z.string().max(500),
})

/** Reads a peer's problem+json. It is shown to people, so nothing but its form is believed. */
export function readRefusal(answer: {
  readonly status: number
  readonly bytes: Uint8Array
}): ToldRefusal {
  const unreadable = {
    code: 'object.refused',
    detail: `expected the named object from its custodian, got status ${answer.status}`,
  }
  if (answer.bytes.length > MOST) return unreadable
  try {
    const told = Told.safeParse(JSON.parse(new TextDecoder().decode(answer.bytes)))
    if (!told.success) return unreadable
    const { code, detail } = told.data
    return { code, detail: detail.replaceAll(/\p{C}/gu, '·') }
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable
    throw error
  }
}

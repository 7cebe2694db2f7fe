import { z } from 'zod'
import { WarningListError } from './error.ts'

const MOST_CHARACTERS = 32 * 1024 * 1024
const MOST_ENTRIES = 1_000_000
const LONGEST_ENTRY = 2_000

/** A list in the format of MISP (`schema.json` of MISP/misp-warninglists); members that it does not name are passed over. */
const Form = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{C}+$/u, 'a sign that nobody sees'),
  description: z.string().max(2_000).default(''),
  version: z.union([z.int(), z.string().max(40)]),
  type: z.enum(['cidr', 'hostname', 'string', 'substring', 'regex']),
  list: z.array(z.string().min(1).max(LONGEST_ENTRY)).min(1).max(MOST_ENTRIES),
  /** Attribute types of MISP for which it holds; of none, for all. */
  matching_attributes: z.array(z.string().max(100)).max(200).default([]),
})

/** Values that say nothing ill of whoever uses them: known addresses, names, hashes. */
export type WarningList = z.infer<typeof Form>

/** Reads a list as MISP publishes it, or refuses it with its place. */
export function readWarningList(text: string): WarningList {
  if (text.length > MOST_CHARACTERS)
    throw new WarningListError(
      'warninglist.too-large',
      `expected at most ${MOST_CHARACTERS} characters, got ${text.length}`,
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new WarningListError('warninglist.malformed', 'expected JSON, got other text', { cause })
  }
  const read = Form.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new WarningListError(
    'warninglist.malformed',
    `expected a warning list of MISP, got at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? ''}`,
  )
}

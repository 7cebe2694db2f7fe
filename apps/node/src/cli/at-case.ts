import type { Command } from 'commander'
import type { CaseSummary, CaseView } from '../api.ts'
import { openSession, SESSION, SessionError, type Client } from './session.ts'

/** Which case, and as whom. */
export type CaseOptions = {
  readonly session: string
  readonly case?: string
  readonly json: boolean
}

/** The options of every command that reads a case at a running node. */
export const withCase = (command: Command): Command =>
  command
    .exitOverride()
    .option('--session <file>', 'at which node, and who asks', SESSION)
    .option('--case <id>', 'the case, or how its id begins; the only one unless given')
    .option('--json', 'as JSON', false)

/** A case at a running node: its view, and the client that reads more of it. */
export type AtCase = { readonly client: Client; readonly id: string; readonly path: string }

/** The case that was named, or the only one in which parties of a coalition decide something. */
export async function atCase(options: CaseOptions): Promise<AtCase> {
  const client = openSession(options.session)
  const { cases } = await client.get<{ cases: CaseSummary[] }>('/api/v1/cases')
  const named = options.case
  const found =
    named === undefined
      ? cases.filter((one) => !one.root && !one.line && !one.public)
      : cases.filter(({ id }) => id.startsWith(named) || id.startsWith(`sha256:${named}`))
  const [only, ...others] = found
  if (!only || others.length > 0)
    throw new SessionError(
      'case.unknown',
      `expected one case${named === undefined ? '' : ` that begins with ${named}`}, got ${found.length}: entente case list shows them`,
    )
  return { client, id: only.id, path: `/api/v1/cases/${only.id}` }
}

export const caseViewOf = ({ client, path }: AtCase): Promise<CaseView> =>
  client.get<CaseView>(path)

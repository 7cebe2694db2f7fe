import type { Command } from 'commander'
import { Act } from '@entente/accord'
import { findTerm } from '@entente/lexicon'
import type { CaseView, Filed, Me } from '../api.ts'
import { payloadOf } from '../positions/payload.ts'
import { caseViewOf, withCase, type AtCase, type CaseOptions } from './at-case.ts'
import { harmless } from './evidence.ts'
import { onTerminal } from './prompt.ts'
import { SessionError } from './session.ts'

export type FilingOptions = CaseOptions & { readonly dryRun: boolean; readonly yes: boolean }

/** The options of every command that has an act signed. */
export const withFiling = (command: Command): Command =>
  withCase(command)
    .option('--dry-run', 'show what would be signed, and sign nothing', false)
    .option('--yes', 'sign without asking again', false)
    .addHelpText('after', '\nEnds with 0 filed or shown, 1 refused, 2 usage.')

type Said = { readonly kind: Act['kind'] } & Readonly<Record<string, unknown>>

/** Shows a person in plain words what would be signed, asks, and has exactly that signed and filed. */
export async function fileSaid(at: AtCase, said: Said, options: FilingOptions): Promise<void> {
  const view = await caseViewOf(at)
  const { node } = await at.client.get<Me>('/api/v1/me')
  const claimedAt = `${new Date().toISOString().slice(0, 19)}Z`
  await filePayload(at, payloadOf(view, node.party, { claimedAt, ...said }), options)
}

/** The same for bytes that a node drafted. */
export async function filePayload(
  at: AtCase,
  payload: string,
  options: FilingOptions,
): Promise<void> {
  const act = readAct(payload)
  const view = await caseViewOf(at)
  const preview = previewOf(view, act)
  if (options.dryRun) {
    console.log(options.json ? JSON.stringify({ payload }) : `${preview}\n\nSigned by nobody.`)
    return
  }
  if (!options.json) console.log(preview)
  if (!options.yes) await confirm()
  const filed = await at.client.post<Filed>(`${at.path}/acts`, { payload })
  console.log(options.json ? JSON.stringify(filed) : `\n${told(filed)}`)
}

async function confirm(): Promise<void> {
  const answer = await onTerminal((ask) =>
    ask ? ask('Sign and file this? yes or no', 'no') : Promise.resolve(undefined),
  )
  if (answer === 'yes') return
  throw new SessionError(
    'act.unsigned',
    answer === undefined
      ? 'expected --yes or a terminal to ask at, got neither: nothing was signed'
      : 'expected yes, got no: nothing was signed',
  )
}

function readAct(payload: string): Act {
  const parsed = Act.safeParse(JSON.parse(payload))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new SessionError(
    'act.malformed',
    `${issue?.message ?? 'expected an act'} at ${issue?.path.join('.') || 'the top'}`,
  )
}

const told = ({ id, index, final }: Filed): string =>
  `${id} is on record at index ${index}, ${final ? 'witnessed by the quorum' : 'not yet witnessed'}`

const UNSAID = new Set(['v', 'charter', 'party', 'kind', 'claimedAt', 'prev'])

/** An act in plain words: who would say what, field by field, on which text. */
function previewOf(view: CaseView, act: Act): string {
  const name = view.charter.parties.find(({ id }) => id === act.party)?.name ?? act.party
  const term = findTerm(act.kind)
  const fields = Object.entries(act).filter(([field]) => !UNSAID.has(field))
  return [
    `${view.charter.exercise ? 'EXERCISE: ' : ''}${name} (${act.party}) would sign: ${term?.label.en ?? act.kind}`,
    ...(term ? [`  ${term.definition.en}`] : []),
    `  in ${view.charter.title}`,
    ...fields.flatMap(([field, value]) => lines(field, value, view)),
  ]
    .map(harmless)
    .join('\n')
}

function lines(field: string, value: unknown, view: CaseView): readonly string[] {
  if (typeof value === 'string') return [`  ${field}: ${nameOf(value, view) ?? value}`]
  if (field === 'view') return ['  view: this nation’s own, as it keeps it']
  if (field === 'facts')
    return [
      '  facts:',
      ...Object.entries(value as Record<string, { value: unknown }>).map(
        ([id, fact]) => `    ${id}: ${String(fact.value)}`,
      ),
    ]
  return [`  ${field}: ${JSON.stringify(value)}`]
}

/** What an id stands for, where the case knows it. */
function nameOf(id: string, view: CaseView): string | undefined {
  for (const step of view.state.steps) {
    const version = step.versions.find((one) => one.id === id)
    if (version) return `${step.id}, version ${version.number} (${id})`
  }
  const act = view.acts.find((one) => one.id === id)
  return act && `${act.act?.kind ?? 'entry'} of ${act.party} (${id})`
}

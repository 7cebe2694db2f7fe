import { Option, type Command } from 'commander'
import { unheardOn, type ActId } from '@entente/accord'
import type { Language } from '@entente/lexicon'
import type { DraftView, Filed, Me } from '../api.ts'
import { caseViewOf, withCase, type AtCase, type CaseOptions } from './at-case.ts'
import { actIn, payloadNow, previewOf, type Said } from './preview.ts'
import { onTerminal } from './prompt.ts'
import { idOf, proved, seenBy, type ProvedFiled } from './proved.ts'
import { SessionError } from './session.ts'
import { waitsTold } from './waits-told.ts'

export type FilingOptions = CaseOptions & {
  readonly dryRun: boolean
  readonly yes: boolean
  readonly lang: Language
  /** Put it before those who clear and sign: nothing is signed here. */
  readonly draft?: boolean
}

/** The options of every command that has an act signed. */
export const withFiling = (command: Command): Command =>
  withCase(command)
    .option('--dry-run', 'show it and ask the node whether it would count; file nothing', false)
    .option('--yes', 'sign without asking again', false)
    .addOption(shownIn())
    .addHelpText('after', '\nEnds with 0 filed or shown, 1 refused or not proved, 2 usage.')

/** In which language an act is shown before it is signed. */
export const shownIn = (): Option =>
  new Option('--lang <language>', 'language in which it is shown')
    .choices(['en', 'es'])
    .default('en')

/** Shows a person in plain words what would be signed, asks, and has exactly that signed and filed. */
export async function fileSaid(at: AtCase, said: Said, options: FilingOptions): Promise<void> {
  const { node } = await at.client.get<Me>('/api/v1/me')
  await filePayload(at, payloadNow(await caseViewOf(at), node.party, said), options)
}

/** The same for bytes that a node drafted. */
export async function filePayload(
  at: AtCase,
  payload: string,
  options: FilingOptions,
): Promise<void> {
  const act = actIn(JSON.parse(payload))
  const view = await caseViewOf(at)
  if (!options.json) console.log(previewOf(view, act, options.lang))
  if (options.dryRun) {
    const dry = options.draft ? 'draft' : true
    const { id, index } = await at.client.post<Filed>(`${at.path}/acts`, { payload, dry })
    const would = {
      payload,
      id,
      index,
      ...(unheardOn(act, view.state.steps) ? { unheard: true as const } : {}),
    }
    return console.log(
      options.json ? JSON.stringify(would) : `\n${wouldCount(would, options.lang)}`,
    )
  }
  if (options.draft) {
    const draft = await at.client.post<DraftView>('/api/v1/drafts', { case: at.id, payload })
    return console.log(options.json ? JSON.stringify(draft) : `\n${draftLine(draft)}`)
  }
  if (!options.yes) await confirm()
  const { person } = await at.client.get<Me>('/api/v1/me')
  if (person?.key.custody === 'browser-held') return signElsewhere(at, payload, options)
  const filed = await at.client.post<Filed>(`${at.path}/acts`, { payload })
  await sayFiled(at, { ...filed, act: idOf(payload) }, options)
}

/** Milliseconds from one look at a draft to the next. */
const AGAIN = 1_000

/**
 * Has exactly these bytes signed where the person’s key is: they are put down as a draft, its page signs them in the
 * browser, and what became of them is told here. Whoever stops waiting leaves the draft as it is.
 */
async function signElsewhere(at: AtCase, payload: string, options: FilingOptions): Promise<void> {
  const { client, id } = at
  const draft = await client.post<DraftView>('/api/v1/drafts', { case: id, payload })
  console.error(
    `Your key is in a browser, and signs there: ${new URL(`/drafts/${draft.id}`, client.url).href}\nWaiting until it is signed; with Ctrl-C the draft stays.`,
  )
  const path = `/api/v1/drafts/${encodeURIComponent(draft.id)}`
  for (;;) {
    const { state, act } = await client.get<DraftView>(path)
    if (act !== draft.act || state === 'dropped' || state === 'returned')
      throw new SessionError(
        'act.unsigned',
        `expected act ${draft.act} to be signed, got draft ${draft.id} ${act === draft.act ? state : 'with other bytes'}`,
      )
    if (state === 'signed') return sayRecorded(at, draft.act, options)
    await new Promise((resolve) => setTimeout(resolve, AGAIN))
  }
}

/** What was signed elsewhere, as it stands on record. */
async function sayRecorded(at: AtCase, act: ActId, options: FilingOptions): Promise<void> {
  const filed = (await caseViewOf(at)).acts.find(({ id }) => id === act)
  if (!filed)
    throw new SessionError('act.unsigned', `expected act ${act} on record, got a case without it`)
  await sayFiled(at, { id: filed.id, index: filed.index, final: filed.final, act }, options)
}

/** Says of an act what its node proved of it. */
async function sayFiled(
  at: AtCase,
  { act, ...filed }: Filed & { readonly act: ActId },
  { json }: FilingOptions,
): Promise<void> {
  const shown = await proved(at.client, { charter: at.id, act }, filed)
  console.log(json ? JSON.stringify(shown) : `\n${told(shown)}`)
  if (json || filed.final) return
  const { acts, charter } = await caseViewOf(at)
  // It may have been witnessed meanwhile.
  const waiting = acts.filter(({ id, waits }) => id === act && waits)
  if (waiting.length > 0) console.log(waitsTold({ acts: waiting, charter }))
}

/** A draft in one line. */
export const draftLine = ({ id, kind, state, authors, act }: DraftView): string =>
  `${id} ${state.padEnd(8)} ${kind} by ${authors.join(', ')}, act ${act}`

/** Asks the person at the terminal before anything is signed or filed; where there is none, nothing is. */
export async function confirm(what: 'sign' | 'file' = 'sign'): Promise<void> {
  const [question, nothing] =
    what === 'sign'
      ? (['Sign and file this?', 'nothing was signed'] as const)
      : (['File this?', 'nothing was filed'] as const)
  const answer = await onTerminal((ask) =>
    ask ? ask(`${question} yes or no`, 'no') : Promise.resolve(undefined),
  )
  if (answer === 'yes') return
  throw new SessionError(
    'act.unsigned',
    answer === undefined
      ? `expected --yes or a terminal to ask at, got neither: ${nothing}`
      : `expected yes, got no: ${nothing}`,
  )
}

type Would = Pick<Filed, 'id' | 'index'> & {
  /** It speaks on a text that names who takes part, for a party that it does not name. */
  readonly unheard?: true
}

/** What a dry run ends with. */
export const wouldCount = ({ id, index, unheard }: Would, lang: Language): string =>
  (unheard ? WOULD_STAND : WOULD_COUNT)[lang](id, index)

const WOULD_STAND = {
  en: (id: string, index: number) =>
    `Nothing is filed. Act ${id} would be on record at index ${index}, and count for nothing.`,
  es: (id: string, index: number) =>
    `No se presenta nada. El acto ${id} constaría en el índice ${index}, y no contaría para nada.`,
}

const WOULD_COUNT = {
  en: (id: string, index: number) => `Nothing is filed. Act ${id} would count, at index ${index}.`,
  es: (id: string, index: number) =>
    `No se presenta nada. El acto ${id} contaría, en el índice ${index}.`,
}

const told = (filed: ProvedFiled): string =>
  `${filed.id} is on record at index ${filed.index}, ${seenBy(filed)}`

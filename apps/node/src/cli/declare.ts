import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { Result } from '@entente/accord'
import type { CaseView, CertificateDraft } from '../api.ts'
import { atCase, caseViewOf } from './at-case.ts'
import { filePayload, withFiling, type FilingOptions } from './filing.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'

const RESULTS = ['adopted', 'ended', 'lapsed', 'expired'] as const satisfies readonly Result[]

type Options = FilingOptions & {
  readonly step: string
  readonly version?: number
  readonly voice?: string
  readonly window?: number
}

/** `entente declare`: a certificate of what the acts and the witnesses' trees show, drafted by the node. */
export function declareCommand(): Command {
  const command = new Command('declare')
    .description('have a certificate drafted from cosigned trees, and signed')
    .addArgument(new Argument('<result>', 'what is declared').choices(RESULTS))
    .requiredOption('--step <step>', 'the step whose text it is about')
    .addOption(
      new Option('--version <number>', 'which version of it; the last unless given').argParser(
        whole,
      ),
    )
    .option('--voice <XB>', 'expired: the voice of this member that ran out, not the silence')
    .addOption(
      new Option(
        '--window <number>',
        'lapsed: which reaffirmation is lacking; the last that is due unless given',
      ).argParser(whole),
    )
  return withFiling(command).action((result: Result, options: Options) =>
    refusing(async () => {
      const at = await atCase(options)
      const version = versionOf(await caseViewOf(at), options)
      const of = options.voice === undefined ? undefined : voiceOf(version, options.voice)
      const { window } = options
      const { payload } = await at.client.post<CertificateDraft>(`${at.path}/certificates`, {
        on: version.id,
        result,
        ...(of === undefined ? {} : { of }),
        ...(window === undefined ? {} : { window }),
      })
      await filePayload(at, payload, options)
    }),
  )
}

type Version = CaseView['state']['steps'][number]['versions'][number]

function versionOf({ state }: CaseView, { step, version }: Options): Version {
  const versions = state.steps.find(({ id }) => id === step)?.versions ?? []
  const found =
    version === undefined ? versions.at(-1) : versions.find(({ number }) => number === version)
  if (found) return found
  throw new SessionError(
    'version.unknown',
    `expected a step of this case with such a version, got ${step} ${version ?? ''}`.trim(),
  )
}

function voiceOf({ voices }: Version, member: string): string {
  const said = Object.entries(voices).find(([party]) => party === member)?.[1]
  if (said?.act !== undefined) return said.act
  throw new SessionError('voice.none', `expected a member that spoke on it, got ${member}`)
}

function whole(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new InvalidArgumentError(`expected a whole number from 1 on, got ${text}`)
}

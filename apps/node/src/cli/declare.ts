import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { Result } from '@entente/accord'
import type { CaseView, CertificateDraft, KeysView } from '../api.ts'
import { atCase, caseViewOf } from './at-case.ts'
import { filePayload, withFiling, type FilingOptions } from './filing.ts'
import { refusing } from './refusing.ts'
import { SessionError } from './session.ts'

const RESULTS = ['adopted', 'ended', 'lapsed', 'expired'] as const satisfies readonly Result[]

type Options = FilingOptions & {
  readonly step?: string
  readonly key?: string
  readonly version?: number
  readonly voice?: string
  readonly window?: number
}

/** `entente declare`: a certificate of what the acts and the witnesses' trees show, drafted by the node. */
export function declareCommand(): Command {
  const command = new Command('declare')
    .description('have a certificate drafted from cosigned trees, and signed')
    .addArgument(new Argument('<result>', 'what is declared').choices(RESULTS))
    .option('--step <step>', 'the step whose text it is about')
    .addOption(
      new Option('--key <keyid>', 'expired: the mandate of this key that ended').conflicts([
        'step',
      ]),
    )
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
      const asked =
        options.key === undefined
          ? aboutText(await caseViewOf(at), options)
          : aboutMandate(await at.client.get<KeysView>(`${at.path}/keys`), options.key)
      const { payload } = await at.client.post<CertificateDraft>(`${at.path}/certificates`, {
        ...asked,
        result,
      })
      await filePayload(at, payload, options)
    }),
  )
}

/** The version, and where they are named the voice or the window, that a certificate is about. */
function aboutText(view: CaseView, options: Options) {
  const version = versionOf(view, options)
  const { voice, window } = options
  return {
    on: version.id,
    ...(voice === undefined ? {} : { of: voiceOf(version, voice) }),
    ...(window === undefined ? {} : { window }),
  }
}

/** The act that gave a key: the certificate is on it and of it. */
function aboutMandate({ parties }: KeysView, keyid: string) {
  const found = parties.flatMap(({ keys }) => keys).find((row) => row.keyid === keyid)
  if (found) return { on: found.given.act, of: found.given.act }
  throw new SessionError('key.unknown', `expected a key of this case, got ${keyid}`)
}

type Version = CaseView['state']['steps'][number]['versions'][number]

function versionOf({ state }: CaseView, { step, version }: Options): Version {
  if (step === undefined)
    throw new SessionError('version.unknown', 'expected --step with its id, or --key, got neither')
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

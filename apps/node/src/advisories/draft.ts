import { canonical, CharterId, ActId, Audience, Text, type PartyId } from '@entente/accord'
import { z } from 'zod'
import type { PublicationDraft } from '../api.ts'
import type { HeldCase, HeldCaseFiles } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { latestOn, subjectOf } from '../positions/subject.ts'
import { textOf } from '../positions/version.ts'
import { publicCases } from './publications.ts'
import { adoptedVersion } from './publishable.ts'

const common = { in: CharterId.exactOptional(), with: ActId.exactOptional() }

/** What a person wants to publish or take back; `in` names the public case where there is a choice. */
export const Wanted = z.discriminatedUnion('what', [
  z.strictObject({ ...common, what: z.literal('position'), case: CharterId, version: ActId }),
  z.strictObject({
    ...common,
    what: z.literal('statement'),
    case: CharterId,
    version: ActId,
    text: Text,
  }),
  z.strictObject({ ...common, what: z.literal('advisory'), audience: Audience, text: Text }),
  z.strictObject({
    in: CharterId.exactOptional(),
    what: z.literal('recall'),
    of: ActId,
    reason: z.string().min(1).max(2000),
  }),
])
export type Wanted = z.infer<typeof Wanted>

/** The act as it could be signed now: a position in the very text that was adopted, a statement in this nation's words. */
export function draftPublication(
  files: Pick<HeldCaseFiles, 'held' | 'get'>,
  wanted: Wanted,
  { party, claimedAt }: { readonly party: PartyId; readonly claimedAt: string },
): PublicationDraft {
  const file = publicCase(files, wanted.in)
  const act = {
    v: 1,
    charter: file.charter.id,
    party,
    claimedAt,
    ...said(files, wanted),
  }
  const subject = subjectOf(act as unknown as Parameters<typeof subjectOf>[0])
  const prev = subject === undefined ? undefined : latestOn(file.logged(party), subject)
  return { case: file.charter.id, payload: canonical(prev ? { ...act, prev } : act) }
}

function publicCase(files: Pick<HeldCaseFiles, 'held'>, id: CharterId | undefined): HeldCase {
  const held = publicCases(files)
  const file = id === undefined ? held[0] : held.find(({ charter }) => charter.id === id)
  if (file) return file
  throw new Refusal(
    404,
    'publication.no-case',
    `expected a public case held here, got ${id ?? 'none'}`,
  )
}

function said(files: Pick<HeldCaseFiles, 'get'>, wanted: Wanted): object {
  switch (wanted.what) {
    case 'recall':
      return { kind: 'recall', of: wanted.of, reason: wanted.reason }
    case 'advisory': {
      const { in: _case, ...advisory } = wanted
      return { kind: 'publish', ...advisory }
    }
    case 'position':
    case 'statement': {
      const { file, version } = adoptedVersion(files, wanted.case, wanted.version)
      return {
        kind: 'publish',
        what: wanted.what,
        audience: 'everybody',
        text: wanted.what === 'statement' ? wanted.text : textOf(file, version),
        ...(wanted.with === undefined ? {} : { with: wanted.with }),
        of: { case: wanted.case, version: wanted.version, certificate: version.adopted[0] },
      }
    }
  }
}

import { type Act, type PartyId, saidBefore } from '@entente/accord'
import type { CaseNotes, SaidVoices } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { getMeasure } from './assessment.ts'
import { onRecord, type OnRecord } from './record.ts'

/** What the acts of the case say of a measure beside its assessment: a function of the cut. */
export function caseNotes(file: CaseFile, files: readonly CaseFile[], step: string): CaseNotes {
  const { charter } = file
  const measure = getMeasure(file, step)
  const version = file
    .state()
    .state.steps.find(({ id }) => id === step)
    ?.versions.find(({ id }) => id === measure.version)
  const record = onRecord(file)
  const nameOf = (party: string) => charter.parties.find(({ id }) => id === party)?.name ?? party
  const latest = (party: string, kind: 'call' | 'notice') =>
    record.findLast((one) => one.party === party && one.act.kind === kind && isFor(one.act, step))
  const members = Object.keys(measure.nations).toSorted() as PartyId[]
  return {
    version: version?.number ?? 0,
    marking: charter.tlp,
    readers: charter.parties.map(({ name }) => name),
    voices: members.map((party) =>
      voicesOf(
        nameOf(party),
        record.find(({ id }) => id === version?.voices[party]?.act),
      ),
    ),
    evidence: record.flatMap(({ id, party, act }) =>
      act.kind === 'evidence'
        ? [
            {
              by: nameOf(party),
              title: act.title,
              objects: act.objects.map(({ id: object, sha256 }) => ({ id: object, sha256 })),
              grade: `${act.grade.value} (${act.grade.scale} ${act.grade.version})`,
              custodian: nameOf(act.custodian),
              act: id,
            },
          ]
        : [],
    ),
    before: saidBefore(charter, file.cut(), measure.version).map(({ assertedBy, ...before }) => ({
      ...before,
      by: nameOf(assertedBy),
    })),
    calls: members.flatMap((party) => callOf(latest(party, 'call'))),
    notices: members.flatMap((party) => noticeOf(latest(party, 'notice'))),
    published: publishedOf(files, measure.version, nameOf),
  }
}

const isFor = (act: Act, step: string): boolean => 'for' in act && act.for === step

function voicesOf(nation: string, found: OnRecord | undefined): SaidVoices {
  if (found?.act.kind !== 'comply') return { nation, reservations: [] }
  const { union, national, statement, reservations = [], vital, wouldTake, until } = found.act
  return {
    nation,
    act: found.id,
    union,
    national,
    reservations,
    ...(statement === undefined ? {} : { statement }),
    ...(vital === undefined ? {} : { vital }),
    ...(wouldTake === undefined ? {} : { wouldTake }),
    ...(until === undefined ? {} : { until: new Date(until * 1000).toISOString().slice(0, 10) }),
  }
}

function callOf(found: OnRecord | undefined): CaseNotes['calls'] {
  if (found?.act.kind !== 'call') return []
  const { to, demands, transmittedOn: on, channel, answer } = found.act
  const nation = found.party
  return [
    {
      nation,
      to,
      demands,
      on,
      channel,
      ...(answer === undefined ? {} : { answer }),
      act: found.id,
    },
  ]
}

function noticeOf(found: OnRecord | undefined): CaseNotes['notices'] {
  if (found?.act.kind !== 'notice') return []
  const { to, says, notifiedOn, offersNegotiation, urgency } = found.act
  return [
    {
      nation: found.party,
      to,
      says,
      offersNegotiation,
      ...(notifiedOn === undefined ? {} : { on: notifiedOn }),
      ...(urgency === undefined ? {} : { urgency }),
      act: found.id,
    },
  ]
}

/** Publications that name a version of this measure, in any case that this node holds. */
function publishedOf(
  files: readonly CaseFile[],
  version: string,
  nameOf: (party: string) => string,
): CaseNotes['published'] {
  return files
    .flatMap(onRecord)
    .flatMap(({ id, party, act }) =>
      act.kind === 'publish' && act.of?.version === version
        ? [{ by: nameOf(party), title: act.text.title, lang: act.text.lang, act: id }]
        : [],
    )
}

import { type Act, type ActId, type PartyId, saidBefore } from '@entente/accord'
import { type CaseNotes, isFactId, type SaidVoices } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import { assessOf } from './assessed.ts'
import { getMeasure } from './assessment.ts'
import { assessedView, onRecord, type OnRecord } from './record.ts'
import { reviewClock } from './review-clock.ts'

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
    readers: charter.parties.map(({ id: code, name: party }) => ({ code, name: party })),
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
    assessments: members.flatMap((party) => signedBy(file, party, measure.version)),
    conflicts: conflictsOf(file, measure.version, nameOf),
    ...reviewOf(record, measure.version),
    published: publishedOf(files, measure.version, nameOf),
  }
}

const isFor = (act: Act, step: string): boolean => 'for' in act && act.for === step

function signedBy(file: CaseFile, party: PartyId, version: ActId): CaseNotes['assessments'] {
  const { charter } = file
  const measure = file.state().state.measures?.find((one) => one.version === version)
  const nation = measure?.nations[party]
  const answer = assessOf(file, version)?.answerFor(party)
  const found = nation && assessedView(onRecord(file), nation, answer)
  if (!found) return []
  const { act, asOf, lawBase, outcome, word, differs, isAsserted, now } = found
  const signed = { act, asOf, lawBase, outcome, word, differs, isAsserted }
  const name = charter.parties.find(({ id }) => id === party)?.name ?? party
  return [{ nation: name, ...signed, ...(now === undefined ? {} : { now }) }]
}

const conflictsOf = (
  file: CaseFile,
  version: ActId,
  nameOf: (party: string) => string,
): CaseNotes['conflicts'] =>
  (assessOf(file, version)?.conflicts ?? []).flatMap(({ party, fact, recorded, asserted }) => {
    const by = ({ value, evidence: [act = ''] }: typeof recorded) => ({ value, act })
    return isFactId(fact)
      ? [{ nation: nameOf(party), fact, recorded: by(recorded), asserted: by(asserted) }]
      : []
  })

/** The day of the review clock: it hangs on the acts alone, whatever day it is. */
function reviewOf(record: readonly OnRecord[], version: ActId): Pick<CaseNotes, 'review'> {
  const { dueOn, setBy } = reviewClock(record, version, '')
  return dueOn === undefined || setBy === undefined ? {} : { review: { on: dueOn, act: setBy } }
}

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

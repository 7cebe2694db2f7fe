import type { ActId, NationMeasure, PartyId, VersionState } from '@entente/accord'
import type { AssessmentDraft, CaseView, Filed, Me } from '../api.ts'
import { factsOf, measureTerms, measureText, STEP, viewOf } from './measure-texts.ts'
import type { PersonClient } from './person.ts'
import { step, versionOf, type Cast, type Tell } from './play.ts'

/** How often in a row something may fail before it is told: nodes lag behind one another for a moment. */
const PATIENCE = 10

/** Looks at the measure each time it is called: goes on with it, and tells where it stands. */
export function followMeasure(cast: Cast, tell: Tell): () => Promise<void> {
  const told = new Set<string>()
  const tellOnce: Tell = (line) => {
    if (told.has(line)) return
    told.add(line)
    tell(line)
  }
  let latest = ''
  let failures = 0
  return async () => {
    try {
      await measure(cast, tellOnce)
      const sentence = measureSentence(await cast.chair.view(cast.case)) ?? ''
      if (sentence !== latest) tell(sentence)
      latest = sentence
      failures = 0
    } catch (error) {
      failures += 1
      if (failures === PATIENCE)
        tell(`The measure waits: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/**
 * Goes on with the measure as far as it can now, and waits for nobody: what is done is not done
 * again, and what Cedar or the person in the page has to say is left to them.
 */
export async function measure(cast: Cast, tell: Tell): Promise<void> {
  const view = await cast.chair.view(cast.case)
  const position = step(view, 'position')?.versions.at(-1)
  const version = step(view, STEP)?.versions.at(-1)
  if (!version) {
    if (position?.inForce) await prepare(cast, tell)
    return
  }
  await assessments(cast, version, tell)
  const part = view.state.measures?.find((one) => one.step === STEP)?.nations[cast.alder.party]
  if (part) await carryOut(cast, { version, part, seen: view }, tell)
}

/** The call and the notice come before the text: without a demand no measure begins. */
async function prepare(cast: Cast, tell: Tell): Promise<void> {
  const { alder, birch, chair, case: id } = cast
  // A demo that was founded before measures were known gave its authorities no such mandate.
  const { person } = await alder.ask<Me>('/api/v1/me')
  if (!person?.verbs.includes('call')) {
    tell('This exercise was founded before measures: start it with --fresh to see one.')
    return
  }
  await once({ person: alder, id, kind: 'call' }, tell, async () => {
    await alder.file(id, 'call', {
      for: STEP,
      to: 'Hawthorn',
      demands: 'Cease the activity, preserve the evidence, replace the terminals.',
      transmittedOn: '2026-11-02',
      channel: 'note verbale',
      answer: 'refused',
    })
    return 'Alder calls upon Hawthorn to cease and to repair; Hawthorn refused.'
  })
  await once({ person: birch, id, kind: 'call' }, tell, async () => {
    await birch.file(id, 'call', {
      for: STEP,
      to: 'Hawthorn',
      demands: 'Cease the activity and replace the terminals.',
      transmittedOn: '2026-11-02',
      channel: 'note verbale',
      answer: 'ignored',
    })
    return 'Birch makes its own call. It had no answer.'
  })
  await once({ person: alder, id, kind: 'notice' }, tell, async () => {
    await alder.file(id, 'notice', {
      for: STEP,
      to: 'Hawthorn',
      says: 'Alder will suspend its part of the port services arrangement.',
      notifiedOn: '2026-11-20',
      offersNegotiation: true,
    })
    return 'Alder notifies Hawthorn and offers to negotiate.'
  })
  await once({ person: chair, id, kind: 'propose' }, tell, async () => {
    await chair.file(id, 'propose', {
      step: { id: STEP, kind: 'measure' },
      text: measureText,
      measure: measureTerms(),
    })
    return 'The chair proposes measure 1: each injured nation suspends its part of the port services arrangement.'
  })
}

type Once = {
  readonly person: PersonClient
  readonly id: string
  readonly kind: 'call' | 'notice' | 'propose'
}

/** Files something once per nation; the nation's own node knows best whether it is done. */
async function once(
  { person, id, kind }: Once,
  tell: Tell,
  act: () => Promise<string>,
): Promise<void> {
  const view = await person.view(id)
  const isDone = view.acts.some(
    (one) =>
      one.party === person.party &&
      !one.void &&
      one.act?.kind === kind &&
      ('for' in one.act ? one.act.for === STEP : 'step' in one.act && one.act.step.id === STEP),
  )
  if (!isDone) tell(await act())
}

const WORDS: Readonly<Record<string, string>> = {
  Alder:
    'Alder is itself injured and acts for itself. I concur, and ask for a review by mid-January.',
  Birch:
    'Whether the conduct is that of a State is not settled for Birch. I would wait for it before we begin.',
}

async function assessments(cast: Cast, version: VersionState, tell: Tell): Promise<void> {
  for (const person of [cast.alder, cast.birch]) {
    const view = await person.view(cast.case)
    if (!versionOf(view, version.id)) continue
    if (!said(view, person, 'assess', version.id)) {
      await keepView(person)
      const { payload, conclusion } = await person.post<AssessmentDraft>(
        `/api/v1/cases/${cast.case}/measures/${STEP}/assessment/draft`,
        { facts: factsOf(person.party), word: WORDS[person.name] },
      )
      await person.post<Filed>(`/api/v1/cases/${cast.case}/acts`, { payload })
      tell(`${person.name} assesses measure 1: ${conclusion.words.en}.`)
    }
    if (!said(view, person, 'comply', version.id)) {
      await person.file(cast.case, 'comply', {
        on: version.id,
        union: 'complies',
        national: 'complies',
      })
      tell(`${person.name} complies with measure 1 in both voices.`)
    }
  }
  await keepView(cast.cedar)
}

/** Each node keeps its nation's view; what is there already is left alone. */
async function keepView(person: PersonClient): Promise<void> {
  const { view } = await person.ask<{ view?: unknown }>('/api/v1/view')
  if (view === undefined)
    await person.ask('/api/v1/view', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ view: viewOf(person.name) }),
    })
}

type Under = {
  readonly version: VersionState
  readonly part: NationMeasure
  readonly seen: CaseView
}

async function carryOut({ alder, case: id }: Cast, under: Under, tell: Tell): Promise<void> {
  const { version, part } = under
  const today = new Date().toISOString().slice(0, 10)
  const view = await alder.view(id)
  const isDone = (kind: 'start' | 'report' | 'review' | 'suspend') =>
    said(view, alder, kind, version.id)
  const [certificate] = versionOf(view, version.id)?.adopted ?? []
  if (part.stage === 'may-start' && certificate !== undefined && !isDone('start')) {
    await alder.file(id, 'start', { on: version.id, certificate, startedOn: today })
    tell('Alder begins its part of measure 1 and says so. Entente itself carries out nothing.')
    return
  }
  if (part.stage === 'running' && !isDone('report')) {
    await alder.file(id, 'report', {
      on: version.id,
      reportedOn: today,
      remarks: 'Articles 3 and 4 are suspended. No humanitarian cargo was touched.',
    })
    tell('Alder reports on its part.')
  }
  if (part.stage === 'running' && !isDone('review')) {
    await alder.file(id, 'review', {
      on: version.id,
      reviewedOn: today,
      ceased: false,
      repaired: false,
      proportionate: 'yes',
      reversible: 'yes',
      tribunal: false,
      remarks: 'Hawthorn has not answered. Effects are summed over all who take part.',
      nextOn: '2027-01-15',
    })
    tell('Alder reviews it: still going on, proportionate, reversible; next on 15 January 2027.')
  }
  // What the acts suspend in the same computation, the nation then says as well.
  if (part.stage === 'suspended' && isDone('start') && !isDone('suspend')) {
    await alder.file(id, 'suspend', {
      on: version.id,
      suspendedOn: today,
      reason: 'The measure is no longer in force, or a consent on which it rests was taken back.',
    })
    tell('Alder suspends its part: what it rested on has fallen away.')
  }
}

const said = (view: CaseView, { party }: { party: PartyId }, kind: string, on: ActId): boolean =>
  view.acts.some(
    ({ act, void: voided }) =>
      act?.kind === kind && !voided && act.party === party && 'on' in act && act.on === on,
  )

/** Where the measure stands, in one sentence; nothing while there is none. */
function measureSentence(view: CaseView): string | undefined {
  const version = step(view, STEP)?.versions.at(-1)
  const measured = view.state.measures?.find((one) => one.step === STEP)
  if (!version || !measured) return undefined
  const names = new Map(view.charter.parties.map(({ id, name }) => [id, name]))
  const parts = Object.entries(measured.nations).map(([party, { stage, reasons, assess }]) => {
    const why = [...new Set(reasons.map(({ code }) => code))].join(', ')
    const name = names.get(party as PartyId) ?? party
    if (stage === 'barred' && assess === undefined) return `${name} awaited (${why})`
    return `${name} ${stage}${why === '' ? '' : ` (${why})`}`
  })
  const gate = version.gate.open ? 'gate open' : 'gate shut'
  const left = version.gate.reasons.flatMap(({ code, member }) =>
    member === undefined || code === 'silent' ? [] : [`${names.get(member) ?? member}: ${code}`],
  )
  const standing =
    version.adopted.length > 0
      ? `${version.standing}${left.length > 0 ? ` (${left.join(', ')})` : ''}`
      : `${gate}${version.gate.open ? ', not declared: any role may' : ''}`
  return `Measure 1: ${standing}. ${parts.join('; ')}.`
}

import type { Text } from '@entente/accord'
import type { PublicationDraft, PublicationList } from '../api.ts'
import type { PersonClient } from './person.ts'
import { settledAt, step, type Cast, type Tell } from './play.ts'
import { forCitizens, forDecisionMakers, forTechnicians, type Advisory } from './public-texts.ts'

/**
 * What follows once the position is adopted: those nations that said so publish it, each for itself.
 * Alder tells technicians, Birch decision-makers, and both stand beside the chair in what citizens are told. Cedar's person publishes in the page, or not at all. What
 * is done already is not done again.
 */
export async function publication(cast: Cast, tell: Tell): Promise<void> {
  const version = await settledAt(
    cast.chair,
    cast.case,
    (view) => step(view, 'position')?.versions.findLast(({ inForce }) => inForce)?.id,
  )
  for (const person of [cast.alder, cast.birch]) {
    await settledAt(person, cast.case, (view) =>
      step(view, 'position')?.versions.find(({ id, inForce }) => id === version && inForce),
    )
    const wanted = { what: 'position', case: cast.case, version }
    if (await publishOnce(person, wanted)) tell(`${person.name} publishes the position for itself.`)
  }
  await advise(cast.alder, forTechnicians, tell)
  await advise(cast.birch, forDecisionMakers, tell)
  for (const person of [cast.chair, cast.alder, cast.birch]) await advise(person, forCitizens, tell)
}

/** Publishes an advisory in both languages, the translation naming what it goes with. */
async function advise(person: PersonClient, advisory: Advisory, tell: Tell): Promise<void> {
  const { audience, first, translated } = advisory
  const said = { what: 'advisory', audience }
  const original = await publishOnce(person, { ...said, text: first })
  const act = original ?? (await ownActs(person)).find(({ title }) => title === first.title)?.act
  const other = await publishOnce(person, {
    ...said,
    text: translated,
    ...(act === undefined ? {} : { with: act }),
  })
  if (original ?? other)
    tell(
      `${person.name} publishes an advisory for ${audience.replace('-', ' ')}, in English and Spanish.`,
    )
}

/** Drafts, reads and signs, unless this party published the same text before; the id of the act. */
async function publishOnce(person: PersonClient, wanted: object): Promise<string | undefined> {
  const draft = await person.post<PublicationDraft>('/api/v1/publications', wanted)
  const { text } = JSON.parse(draft.payload) as { text: Text }
  const before = await ownActs(person)
  if (before.some(({ title, lang }) => title === text.title && lang === text.lang)) return undefined
  const { id } = await person.post<{ id: string }>(`/api/v1/cases/${draft.case}/acts`, {
    payload: draft.payload,
  })
  return id
}

/** What this party has published, whether the quorum has seen it yet or not. */
async function ownActs(person: PersonClient) {
  const { cases } = await person.ask<PublicationList>('/public/index.json')
  const views = await Promise.all(cases.map(({ id }) => person.view(id)))
  return views
    .flatMap(({ acts }) => acts)
    .flatMap(({ id, act, party }) =>
      act?.kind === 'publish' && party === person.party
        ? [{ act: id, title: act.text.title, lang: act.text.lang }]
        : [],
    )
}

import type { Text } from '@entente/accord'
import type { PublicationDraft, PublicationList } from '../api.ts'
import type { PersonClient } from './person.ts'
import { settledAt, step, type Cast, type Tell } from './play.ts'
import { advisoryEn, advisoryEs } from './public-texts.ts'

/**
 * What follows once the position is adopted: those nations that said so publish it, each for itself,
 * and the chair tells citizens what to do. Cedar's person publishes in the page, or not at all. What
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
  await advise(cast.chair, tell)
}

async function advise(chair: PersonClient, tell: Tell): Promise<void> {
  const english = await publishOnce(chair, advisory(advisoryEn))
  const first =
    english ?? (await ownActs(chair)).find(({ title }) => title === advisoryEn.title)?.act
  const spanish = await publishOnce(chair, {
    ...advisory(advisoryEs),
    ...(first === undefined ? {} : { with: first }),
  })
  if (english ?? spanish)
    tell(`${chair.name} publishes an advisory for citizens, in English and Spanish.`)
}

const advisory = (text: Text) => ({ what: 'advisory', audience: 'citizens', text })

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

import type { PublicationSummary, PublicationView } from '../api.ts'
import { certificateOf } from './certificate.ts'
import {
  isRecalled,
  linked,
  published,
  updated,
  type Published,
  type Statement,
} from './publications.ts'

/** Seconds as RFC 3339 writes them. */
export const dateTime = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

export const nameOf = ({ file }: Published, party: string): string =>
  file.charter.parties.find(({ id }) => id === party)?.name ?? party

export function summaryOf(one: Published, all: readonly Published[]): PublicationSummary {
  const { id, file, publication, statements } = one
  const { what, audience, text, of } = publication
  return {
    id,
    case: file.charter.id,
    exercise: file.charter.exercise,
    what,
    audience,
    lang: text.lang,
    title: text.title,
    publishedAt: dateTime(published(one)),
    updatedAt: dateTime(updated(one)),
    by: statements.map((statement) => publisher(one, statement)),
    ...(of === undefined ? {} : { of }),
    with: linked(one, all).map((other) => ({
      id: other.id,
      lang: other.publication.text.lang,
      title: other.publication.text.title,
    })),
  }
}

const publisher = (one: Published, { party, publish, recalls }: Statement) => {
  const [recall] = recalls
  const act = recall?.logged.act
  return {
    party,
    name: nameOf(one, party),
    act: publish.logged.id,
    since: dateTime(publish.tree.by),
    ...(recall && act?.kind === 'recall'
      ? { recalled: { at: dateTime(recall.tree.by), reason: act.reason } }
      : {}),
  }
}

export const viewOf = (one: Published, all: readonly Published[]): PublicationView => ({
  ...summaryOf(one, all),
  text: one.publication.text,
  certificate: certificateOf(one),
})

/** Whether anybody still stands behind it. */
export const stands = ({ statements }: Published): boolean =>
  statements.some((statement) => !isRecalled(statement))

import { useQueries, useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { VersionState } from '@entente/accord'
import { addressOf, publicationQuery, publicationsQuery } from '../../api/publications.ts'
import { useCase } from '../case/case-context.ts'
import { complyOf, type CaseFile } from '../case/case-file.ts'

/** One text beside which a statement can be held, and who said it. */
export type Said = { readonly key: string; readonly name: string; readonly text: string }

const paragraphs = (clauses: readonly { readonly text: string }[]): string =>
  clauses.map(({ text }) => text).join(' ')

/** Everything that is said of a version as this node may see it: the text itself, what was published, voices, notes. */
export function useSaidAlready(version: VersionState): readonly Said[] {
  const intl = useIntl()
  const file = useCase()
  const { data } = useQuery(publicationsQuery())
  const found = (data?.publications ?? []).filter(
    ({ of, what, by }) =>
      of?.version === version.id && what === 'statement' && by.some(({ recalled }) => !recalled),
  )
  const texts = useQueries({ queries: found.map(({ id }) => publicationQuery(addressOf(id))) })
  const adopted = file.textOf(version.id)
  const says = (id: 'published' | 'voice' | 'note', names: string) =>
    intl.formatMessage({ id: `statement.said.${id}` }, { names })
  return [
    ...texts.flatMap(({ data: one }) =>
      one
        ? [
            {
              key: one.id,
              name: says('published', one.by.map(({ name }) => name).join(', ')),
              text: paragraphs(one.text.clauses),
            },
          ]
        : [],
    ),
    ...inCase(file, version).map(({ key, party, by, text }) => ({
      key,
      name: says(by, file.nameOf(party)),
      text,
    })),
    ...(adopted
      ? [
          {
            key: 'adopted',
            name: intl.formatMessage({ id: 'statement.said.adopted' }),
            text: paragraphs(adopted.clauses),
          },
        ]
      : []),
  ]
}

/** Statements beside voices, and notes on the version whose words did not stay at home. */
function inCase(file: CaseFile, { id: version, voices }: VersionState) {
  const stated = Object.entries(voices).flatMap(([party, voice]) => {
    const statement = complyOf(file, voice)?.statement
    return statement === undefined
      ? []
      : [{ key: `voice ${party}`, party, by: 'voice' as const, text: statement }]
  })
  const noted = file.view.acts.flatMap(({ id, party, act, void: voided }) =>
    act?.kind === 'note' && !voided && act.about === version && act.says !== undefined
      ? [{ key: id, party, by: 'note' as const, text: act.says }]
      : [],
  )
  return [...stated, ...noted]
}

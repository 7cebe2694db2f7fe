import type { DownloadFormat } from '../frame/downloads.tsx'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Act, SealedPart } from '@entente/accord'
import type { Document } from '@entente/law'
import type {
  AssessmentDraft,
  AssessmentView,
  ChangesView,
  DivergenceView,
  DraftTextsView,
  InterviewView,
  MeasuresView,
  MilestonesView,
  OwnView,
  SanctionsView,
  ViewIfKept,
  WhatIfView,
} from '../../../node/src/api.ts'
import { Refused, getJson, postJson } from './client.ts'

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

const at = (id: string) => `/api/v1/cases/${encodeURIComponent(id)}`
const atStep = (id: string, step: string) => `${at(id)}/measures/${encodeURIComponent(step)}`

/**
 * What is computed from a cut is asked for once per cut: `digest` is the digest of the case's state,
 * which the page asks for every second anyway.
 */
const computed = { staleTime: Infinity, placeholderData: keepPreviousData, retry }

/** Its clocks are compared with the node's day: an open page asks again now and then. */
export const measuresQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: ['measures', id, digest],
    queryFn: () => getJson<MeasuresView>(`${at(id)}/measures`),
    ...computed,
    refetchInterval: 60_000,
  })

export type Form = AssessmentView['nations'][number]['routes'][number]['form']

type Asked = {
  readonly step: string
  readonly digest: string
  readonly form?: Form | undefined
  /** As of which day; as of the record unless given. */
  readonly asOf?: string | undefined
}

/** What is said after the question mark; nothing of what is not given. */
const queryOf = (said: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(said).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return given.length === 0 ? '' : `?${given.join('&')}`
}

export const assessmentQuery = (id: string, { step, digest, form, asOf }: Asked) =>
  queryOptions({
    queryKey: ['assessment', id, step, form ?? '', asOf ?? '', digest],
    queryFn: () =>
      getJson<AssessmentView>(`${atStep(id, step)}/assessment${queryOf({ form, asOf })}`),
    ...computed,
  })

/** What this nation could send or publish, put together from recorded facts, in the language of the page. */
export const textsQuery = (id: string, { step, lang }: { step: string; lang: string }) =>
  queryOptions({
    queryKey: ['texts', id, step, lang],
    queryFn: () => getJson<DraftTextsView>(`${atStep(id, step)}/texts?lang=${lang}`),
    retry,
    gcTime: 0,
    // In another language it is asked for anew: what was written meanwhile stays open.
    placeholderData: keepPreviousData,
  })

/** What would change the answer for one nation; asked for only where it is shown. */
export const changesQuery = (
  id: string,
  { step, digest, form, asOf, nation }: Asked & { readonly nation: string },
) =>
  queryOptions({
    queryKey: ['changes', id, step, form ?? '', asOf ?? '', nation, digest],
    queryFn: () =>
      getJson<ChangesView>(`${atStep(id, step)}/changes${queryOf({ nation, form, asOf })}`),
    ...computed,
  })

export const divergenceQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: ['divergence', id, digest],
    queryFn: () => getJson<DivergenceView>(`${at(id)}/divergence`),
    ...computed,
  })

/** A memorandum as the node answers with `format=json`. */
export type Memorandum = Pick<Document, 'lang' | 'title' | 'blocks'>

export const memorandumPath = (
  id: string,
  step: string,
  {
    format,
    lang,
    asOf,
  }: {
    readonly format: DownloadFormat
    readonly lang: string
    readonly asOf?: string | undefined
  },
) => `${atStep(id, step)}/memorandum${queryOf({ format, lang, asOf })}`

export const memorandumQuery = (
  id: string,
  { step, lang, asOf, digest }: Omit<Asked, 'form'> & { readonly lang: string },
) =>
  queryOptions({
    queryKey: ['memorandum', id, step, lang, asOf ?? '', digest],
    queryFn: () => getJson<Memorandum>(memorandumPath(id, step, { format: 'json', lang, asOf })),
    ...computed,
  })

export const sanctionsPath = (
  id: string,
  step: string,
  { format, lang }: { readonly format: DownloadFormat; readonly lang: string },
) => `${atStep(id, step)}/sanctions?format=${format}&lang=${lang}`

export const sanctionsQuery = (
  id: string,
  { step, digest }: { readonly step: string; readonly digest: string },
) =>
  queryOptions({
    queryKey: ['sanctions', id, step, digest],
    queryFn: () => getJson<SanctionsView>(`${atStep(id, step)}/sanctions`),
    ...computed,
  })

export const ownViewQuery = queryOptions({
  queryKey: ['own-view'],
  queryFn: () => getJson<OwnView>('/api/v1/view'),
  staleTime: 60_000,
  retry,
})

/** The view as one of its changes left it: what was kept once never changes. */
export const changeQuery = (change: number) =>
  queryOptions({
    queryKey: ['own-view', 'change', change],
    queryFn: () => getJson<OwnView>(`/api/v1/view?change=${change}`),
    staleTime: Infinity,
    retry,
  })

/** What every open measure would come to under this view. Nothing is kept. */
export const ifKeptQuery = (view: unknown) =>
  queryOptions({
    queryKey: ['view-if-kept', view],
    queryFn: () => postJson<ViewIfKept>('/api/v1/view/if-kept', { view }),
    ...computed,
    gcTime: 0,
  })

export const milestonesQuery = queryOptions({
  queryKey: ['milestones'],
  queryFn: () => getJson<MilestonesView>('/api/v1/milestones'),
  refetchInterval: 10_000,
  retry,
})

/** What a nation says in an assessment before it is signed. */
export type Said = {
  readonly facts: Readonly<Record<string, unknown>>
  /** Evaluated at this node and in no act; `sealed` stands there instead. */
  readonly atHome?: Readonly<Record<string, unknown>>
  readonly sealed?: readonly SealedPart[]
  readonly word?: string
  readonly differs?: boolean
  readonly asOf?: string
}

/** What this person has answered so far and not yet signed, as the node keeps it. */
export const interviewQuery = (id: string, step: string) =>
  queryOptions({
    queryKey: ['interview', id, step],
    queryFn: () => getJson<InterviewView>(`${atStep(id, step)}/assessment/draft`),
    gcTime: 0,
    staleTime: Infinity,
  })

/** What the engine would answer if this nation signed this. Nothing is filed; the answers are kept for this person. */
export const draftQuery = (id: string, step: string, said: Said) =>
  queryOptions({
    queryKey: ['assessment-draft', id, step, said],
    queryFn: () => postJson<AssessmentDraft>(`${atStep(id, step)}/assessment/draft`, said),
    ...computed,
    gcTime: 0,
  })

/** What the case would be worth with this act. Its own clock and its words decide nothing, so they are no key. */
export const whatIfQuery = (id: string, act: Act, digest: string) => {
  const { claimedAt: _claimedAt, ...said } = act
  const key = 'remarks' in said ? { ...said, remarks: '' } : said
  return queryOptions({
    queryKey: ['what-if', id, key, digest],
    queryFn: () =>
      postJson<WhatIfView>(`${at(id)}/what-if`, { supposed: [{ party: act.party, act: said }] }),
    ...computed,
    gcTime: 0,
  })
}

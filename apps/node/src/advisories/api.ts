import type { ActId, Audience, CharterId, PartyId, Text } from '@entente/accord'

/** Of what is published: what anyone reads without an account. */
export type PublicationSummary = {
  /** `sha256:` and the hash of what is published; its page is `/public/` and the 64 digits. */
  readonly id: string
  /** The public case in which it is published. */
  readonly case: CharterId
  readonly exercise: boolean
  readonly what: 'position' | 'advisory' | 'statement'
  readonly audience: Audience
  readonly lang: string
  readonly title: string
  /** As witnesses attest: when it was first seen published, and the last word on it. */
  readonly publishedAt: string
  readonly updatedAt: string
  readonly by: readonly {
    readonly party: PartyId
    readonly name: string
    readonly act: ActId
    readonly since: string
    readonly recalled?: { readonly at: string; readonly reason: string }
  }[]
  /** The version that it makes public, or a statement speaks of, in a case that only its parties read. */
  readonly of?: { readonly case: CharterId; readonly version: ActId }
  /** Translations and other editions. */
  readonly with: readonly { readonly id: string; readonly lang: string; readonly title: string }[]
}

/** `GET /public/index.json?lang=&audience=`, without an account. */
export type PublicationList = {
  readonly cases: readonly {
    readonly id: CharterId
    readonly title: string
    readonly exercise: boolean
  }[]
  readonly publications: readonly PublicationSummary[]
}

/** `GET /public/{64 digits}.json`, without an account. */
export type PublicationView = PublicationSummary & {
  readonly text: Text
  /** The public certificate (`entente-certificate/1`) as text: what proves the rest. */
  readonly certificate: string
}

/**
 * `POST /api/v1/publications` with `{ what: 'position', case, version }`, `{ what: 'statement', case, version,
 * text }`, `{ what: 'advisory', audience, text, with? }` or `{ what: 'recall', of, reason }`: the act as it could be signed now, to be filed
 * in the public case.
 */
export type PublicationDraft = { readonly case: CharterId; readonly payload: string }

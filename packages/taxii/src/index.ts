export {
  type Ask,
  type ClientOptions,
  type Cursor,
  envelopes,
  type PulledPage,
  type TaxiiClient,
  taxiiClient,
} from './client.ts'
export { type Enveloped, type PageEnd, readEnvelope, writeEnvelope } from './envelope.ts'
export { TaxiiError, type TaxiiErrorCode } from './error.ts'
export { acceptsTaxii, STIX_MEDIA_TYPE, TAXII_MEDIA_TYPE } from './media-type.ts'
export { type Question, type VersionsWanted, wantedOf } from './question.ts'
export {
  type ApiRoot,
  type Collection,
  type Discovery,
  errorMessage,
  type Status,
  type StatusDetails,
  statusOf,
} from './resource.ts'
export {
  API_ROOT,
  type Asked,
  type Endpoint,
  ENDPOINTS,
  type Holdings,
  type Item,
  type Page,
  type TaxiiAnswer,
  type TaxiiRequest,
  type WritePage,
} from './server.ts'
export { type Micros, readTimestamp, writeTimestamp } from './timestamp.ts'

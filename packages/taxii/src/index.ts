export { envelope } from './envelope.ts'
export { acceptsTaxii, TAXII_MEDIA_TYPE } from './media-type.ts'

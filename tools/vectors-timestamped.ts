import { canonical, MOST_TIMESTAMPS, type Timestamp } from '@entente/accord'
import { goodBundle } from './vectors-bad.ts'
import { play } from './vectors-play.ts'

/** A record with an authority's token over an earlier cut of it, and what must be refused of it. */

/**
 * Made once by `openssl ts -reply` (3.0), asked over SHA-256 8b705fa83569b1c524139d50acaa0cf774e40d8ea6d24a0b92981a8a4508ad58
 * with `-cert` and this nonce; the key of the root below was thrown away.
 */
const TOKEN = [
  'MIIDrAYJKoZIhvcNAQcCoIIDnTCCA5kCAQMxDzANBglghkgBZQMEAgEFADB0BgsqhkiG9w0BCRABBKBlBGMwYQIBAQYEKgME',
  'ATAvMAsGCWCGSAFlAwQCAQQgi3BfqDVpscUkE51QrKoM93TkDY6m0koLkpgaikUIrVgCAQIYDzIwMjYxMTI2MTgzNTQ1WjAH',
  'AgEBgAIB9AIIAMD/7gDA/+6gggG2MIIBsjCCAVmgAwIBAgIUCM+mCkbjehzU4yegDBEIaZLQvRswCgYIKoZIzj0EAwIwJjEV',
  'MBMGA1UECgwMSGFyYm91ciBUaW1lMQ0wCwYDVQQDDARSb290MB4XDTI2MTEyNjE4MzU0NVoXDTI2MTIxNjE4MzU0NVowJjEV',
  'MBMGA1UECgwMSGFyYm91ciBUaW1lMQ0wCwYDVQQDDARUaW1lMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPdlBKnFzXKyO',
  'UBv5BdwlyZe/cWR2SP5+HY9WGZb8hjor2Dnbb2OIjLMKp2+XJZ5O7OfZpN15Qi4OO+Kifly9AaNlMGMwFgYDVR0lAQH/BAww',
  'CgYIKwYBBQUHAwgwCQYDVR0TBAIwADAdBgNVHQ4EFgQUYEVj/LRZXMm/tpwfk+bGCsli3l4wHwYDVR0jBBgwFoAUq6z9FknL',
  'nCYQpXR84fn61GoA2SUwCgYIKoZIzj0EAwIDRwAwRAIgUaZtlJNzde3qKtBoDJNe7rD2fiRUeMrSDU1NRACHcdICIEMZA1Fg',
  'S9jqsdbY2iZlSErqgFLtVlhcFpEfG3Uj70XcMYIBUTCCAU0CAQEwPjAmMRUwEwYDVQQKDAxIYXJib3VyIFRpbWUxDTALBgNV',
  'BAMMBFJvb3QCFAjPpgpG43oc1OMnoAwRCGmS0L0bMA0GCWCGSAFlAwQCAQUAoIGkMBoGCSqGSIb3DQEJAzENBgsqhkiG9w0B',
  'CRABBDAcBgkqhkiG9w0BCQUxDxcNMjYxMTI2MTgzNTQ1WjAvBgkqhkiG9w0BCQQxIgQgQP5BMKv7/UYoTxUjkbi81jZC/4l8',
  'DtNIYsJLcq6rzJIwNwYLKoZIhvcNAQkQAi8xKDAmMCQwIgQgMC1996XtX0HcVuEe2NQ8S9ekf3nuTEtEplz9HIa8EzYwCgYI',
  'KoZIzj0EAwIERjBEAiBBumIaC8Hcm/D8ArTo66kZ2S8aPeozjj3x7Xn0DGvdrwIgRuimAqsN2Nz6lKjVCNgGagGNKWxjigUI',
  'xqbJ1r7YQYI=',
].join('')

const ANCHOR = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBkTCCATagAwIBAgIUQh9+pgg3wg4NCOq7oTPZzNKZNRswCgYIKoZIzj0EAwIw',
  'JjEVMBMGA1UECgwMSGFyYm91ciBUaW1lMQ0wCwYDVQQDDARSb290MB4XDTI2MTEy',
  'NjE4MzU0NVoXDTI2MTIyNjE4MzU0NVowJjEVMBMGA1UECgwMSGFyYm91ciBUaW1l',
  'MQ0wCwYDVQQDDARSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEViSYbTj5',
  '7P9pkwuH5HW8SiSuiiaqLEs9X1kAiYmvVfcZFg6Vj01IhI9adybtREJglMNQ0LlG',
  'MN6bOYE5/8dsBKNCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAgQw',
  'HQYDVR0OBBYEFKus/RZJy5wmEKV0fOH5+tRqANklMAoGCCqGSM49BAMCA0kAMEYC',
  'IQDCn3IxzZDAY/XBtP9+F2acBuyhcAFPp0TzOuCZxPMQggIhAITGF9SafLsJsIUL',
  'yos9S5bIQC1dACaef39RM4mxR1HJ',
  '-----END CERTIFICATE-----',
  '',
].join('\n')

/** One act of Alder's fewer than the record has: a token is over what there was when it was asked for. */
const timestamp: Timestamp = {
  sizes: { XA: 4, XB: 4, XC: 4, CO: 4 },
  nonce: '00c0ffee00c0ffee',
  token: TOKEN,
}

const withTimestamps = (timestamps: readonly object[]): string =>
  canonical({ ...(JSON.parse(goodBundle(play())) as object), timestamps })

export const timestampedBundle = (): string => withTimestamps([timestamp])

/** The certificate to trust, in PEM, and what the token proves against it. */
export const timestampedFacts = {
  anchor: ANCHOR,
  imprint: '8b705fa83569b1c524139d50acaa0cf774e40d8ea6d24a0b92981a8a4508ad58',
}

export function badTimestamped() {
  const { XA: _left, ...withoutAlder } = timestamp.sizes
  return [
    {
      name: 'beyond',
      what: 'the token is said to be over more acts of a strand than there are',
      why: 'A time of what the record does not have cannot be checked.',
      code: 'bundle.timestamp',
      bundle: withTimestamps([{ ...timestamp, sizes: { ...timestamp.sizes, XB: 9999 } }]),
    },
    {
      name: 'party-left-out',
      what: 'the cut that the token is over leaves a party out',
      why: 'A cut has a size for every strand.',
      code: 'bundle.timestamp',
      bundle: withTimestamps([{ ...timestamp, sizes: withoutAlder }]),
    },
    {
      name: 'stranger',
      what: 'the cut names a party that the charter does not',
      why: 'A cut has a size for every strand, and for nothing else.',
      code: 'bundle.timestamp',
      bundle: withTimestamps([{ ...timestamp, sizes: { ...timestamp.sizes, XZ: 0 } }]),
    },
    {
      name: 'base64',
      what: 'the token is not in the one base64 form',
      why: 'One form of every field is accepted.',
      code: 'bundle.base64',
      bundle: withTimestamps([{ ...timestamp, token: `${TOKEN.slice(0, -4)}****` }]),
    },
    {
      name: 'nonce',
      what: 'the nonce is not of eight bytes',
      why: 'It is the one that was asked with.',
      code: 'bundle.malformed',
      bundle: withTimestamps([{ ...timestamp, nonce: '00' }]),
    },
    {
      name: 'too-many',
      what: 'there are more timestamps than a record carries',
      why: 'What decides nothing must cost little.',
      code: 'bundle.malformed',
      bundle: withTimestamps(Array(MOST_TIMESTAMPS + 1).fill({ ...timestamp, token: '' })),
    },
  ]
}

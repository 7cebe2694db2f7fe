import { Hono } from 'hono'
import { z } from 'zod'
import { AccordError, MOST_REQUEST_BYTES, openRequest, type PartyId } from '@entente/accord'
import { fromBase64, toBase64, type Crypto } from '@entente/log'
import type { Person } from '../config.ts'
import type { HeldCaseFiles } from '../federation/index.ts'
import { PartiesError } from '../parties/error.ts'
import { readRequest } from '../parties/request.ts'
import { powersOf } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { OwnKey, OwnKeysView } from './api.ts'
import type { EnrolledKey, EnrolledKeys } from './browser-keys.ts'

/** How many keys one person enrols; lost ones are among them. */
const MOST_KEYS = 16

const Enrolment = z.strictObject({
  /** base64 of the request that the new key signed. */
  request: z.base64().max(Math.ceil((MOST_REQUEST_BYTES * 4) / 3) + 4),
})

export type OwnKeyOptions = {
  readonly caseFiles: Pick<HeldCaseFiles, 'held'>
  readonly party: PartyId
  readonly crypto: Crypto
  readonly clock: Clock
  readonly enrolled: EnrolledKeys
}

/** A person's own keys, which a browser holds: `GET` tells how far each is, `POST` enrols another. */
export function ownKeyRoutes(options: OwnKeyOptions): Hono<PersonEnv> {
  const { enrolled, clock } = options
  const PATH = '/api/v1/me/keys'
  const view = (person: Person): OwnKeysView => ({
    keys: enrolled.of(person.id).map((key) => ownKey(options, key)),
  })
  const app = new Hono<PersonEnv>()
  app.get(PATH, (context) => context.json(view(context.get('person'))))
  app.post(PATH, async (context) => {
    const person = context.get('person')
    const { request } = await readRequest(context.req.raw, Enrolment)
    const bytes = fromBase64(request)
    const keyid = assertEnrols(options, person, bytes)
    await enrolled.add({ keyid, person: person.id, request: bytes, at: instant(clock) })
    return context.json(view(person), 201)
  })
  return app
}

/** The id of the key that such a request is for; refused where it is not this person's to ask for. */
function assertEnrols(
  { party, crypto, enrolled }: OwnKeyOptions,
  person: Person,
  bytes: Uint8Array,
): string {
  if (powersOf(person.role).signs === 'never')
    throw new PartiesError(
      'person.not-competent',
      `expected a person whose role signs, got ${person.id}, ${person.role}`,
    )
  const request = openRequest(bytes, crypto)
  const { keyid, custody } = request.key
  const isMine =
    request.party === party &&
    request.authority.id === person.authority &&
    request.holder === person.name &&
    custody === 'browser-held'
  if (!isMine)
    throw new Refusal(
      422,
      'key.other',
      `expected a browser-held key of ${person.name} for ${person.authority}, got a ${custody} one of ${request.holder} for ${request.authority.id}`,
    )
  if (enrolled.find(keyid))
    throw new AccordError('key.twice', `expected a new key, got ${keyid} again`)
  if (enrolled.of(person.id).length >= MOST_KEYS)
    throw new Refusal(429, 'key.too-many', `expected at most ${MOST_KEYS} keys of one person`)
  return keyid
}

function ownKey(
  { caseFiles, party, crypto }: OwnKeyOptions,
  { keyid, request, at }: EnrolledKey,
): OwnKey {
  const states = caseFiles.held().map((file) => file.strand(party).reader().keys())
  const spent = states.flatMap((state) => state.spent.get(keyid) ?? [])[0]
  const given = states.flatMap((state) => state.authorities.get(keyid) ?? [])[0] ?? spent?.was
  const { pub, custody } = openRequest(request, crypto).key
  return {
    keyid,
    pub,
    custody,
    request: toBase64(request),
    enrolledAt: at,
    state: spent ? 'revoked' : given ? 'in-force' : 'asked-for',
    ...(given ? { verbs: given.mandate.verbs } : {}),
    ...(spent ? { cause: spent.cause } : {}),
  }
}

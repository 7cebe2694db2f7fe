import { Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Me } from '../api.ts'
import type { NodeConfig, Person } from '../config.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Login } from './login.ts'

/** What every handler behind the login may read. */
export type PersonEnv = { Variables: { person: Person } }

/** Ports do not separate cookies: each party's node has a cookie of its own name. */
export const cookieName = (party: string) => `entente-${party.toLowerCase()}`

/** A person comes in by a one-time link; programs read who they are at `/api/v1/me`. */
export function loginRoutes(
  config: NodeConfig,
  login: Login,
  keyOf: (person: Person) => KeyHolder | undefined,
) {
  const name = cookieName(config.party)
  const app = new Hono()
  app.get('/enter/:token', async (context) => {
    const entered = await login.enter(context.req.param('token'))
    if (!entered)
      throw new Refusal(
        403,
        'link.used',
        'expected a fresh one-time link, got one that was used, is unknown or is older than 15 minutes',
      )
    setCookie(context, name, entered.session, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: entered.seconds,
    })
    // A redirect would be a cross-site navigation to a Strict cookie when the link was opened from mail.
    return context.html(
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Entente</title><p><a href="/">Entente</a></p></html>',
    )
  })
  app.get('/api/v1/me', async (context) => {
    const person = await login.personOf(getCookie(context, name))
    const me: Me = {
      node: { party: config.party as Me['node']['party'], name: config.name, role: config.role },
      ...(person ? { person: describe(person, keyOf(person)) } : {}),
    }
    return context.json(me)
  })
  app.post('/api/v1/logout', async (context) => {
    const session = getCookie(context, name)
    if (session) await login.leave(session)
    deleteCookie(context, name, { path: '/' })
    return context.body(null, 204)
  })
  app.post('/api/v1/links', requirePerson(config, login), async (context) => {
    const person = (context as unknown as { get(name: 'person'): Person }).get('person')
    return context.json({ path: await login.link(person.id) }, 201)
  })
  return app
}

/** What `me` says of a key: an authority without a key act yet has no verbs. */
type KeyHolder = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: NonNullable<Me['person']>['key']['custody']
  readonly verbs: readonly string[]
}

function describe(person: Person, holder: KeyHolder | undefined): NonNullable<Me['person']> {
  return {
    id: person.id,
    name: person.name,
    authority: holder?.authority ?? { id: person.authority, name: person.authority },
    key: { keyid: person.keyid, custody: holder?.custody ?? 'node-held' },
    verbs: holder?.verbs ?? [],
  }
}

/** Lets only logged-in persons through, and only requests that this node's own page makes. */
export function requirePerson(config: NodeConfig, login: Login): MiddlewareHandler<PersonEnv> {
  return async (context, next) => {
    const origin = context.req.header('origin')
    if (origin !== undefined && new URL(context.req.url).host !== hostOf(origin))
      throw new Refusal(
        403,
        'origin.foreign',
        `expected a request from this node's own page, got one from ${origin}`,
      )
    const person = await login.personOf(getCookie(context, cookieName(config.party)))
    if (!person)
      throw new Refusal(
        401,
        'login.missing',
        'expected a logged-in person, got nobody: open a one-time link first',
      )
    context.set('person', person)
    await next()
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

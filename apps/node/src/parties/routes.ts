import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Me, People } from '../api.ts'
import type { NodeConfig, Person } from '../config.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Login } from './login.ts'
import { assertAdministers } from './may-file.ts'
import { colleague, describePerson, type Seat } from './people.ts'
import { addPerson, removePerson } from './person.ts'
import { PersonRequest } from './profile.ts'
import { readRequest } from './request.ts'

/** What every handler behind the login may read. */
export type PersonEnv = { Variables: { person: Person } }

/** Ports do not separate cookies: each party's node has a cookie of its own name. */
const cookieName = (party: string) => `entente-${party.toLowerCase()}`

/** A person comes in by a one-time link; programs read who they are at `/api/v1/me`. */
export function loginRoutes(config: NodeConfig, login: Login, seatOf: (person: Person) => Seat) {
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
    return letIn(context, name, { ...entered, to: '/' })
  })
  app.get('/api/v1/me', async (context) => {
    const person = await login.personOf(getCookie(context, name))
    const me: Me = {
      node: { party: config.party as Me['node']['party'], name: config.name, role: config.role },
      ...(person ? { person: describePerson(person, seatOf(person)) } : {}),
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

/** The people of this node, and fresh links for them from whoever administers it. */
export function peopleRoutes(
  data: string,
  {
    people,
    mandateOf,
    login,
  }: {
    readonly people: () => readonly Person[]
    readonly mandateOf: (person: Person) => readonly string[]
    readonly login: Login
  },
): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const shown = (): People => ({
    people: people().map((person) => colleague(person, mandateOf(person))),
  })
  app.get('/api/v1/people', (context) => context.json(shown()))
  app.post('/api/v1/people', async (context) => {
    assertAdministers(context.get('person'), 'let others in')
    addPerson(data, await readRequest(context.req.raw, PersonRequest))
    return context.json(shown(), 201)
  })
  app.delete('/api/v1/people/:id', (context) => {
    const person = context.get('person')
    assertAdministers(person, 'shut others out')
    removePerson(data, context.req.param('id'), person.id)
    return context.json(shown())
  })
  app.post('/api/v1/people/:id/links', async (context) => {
    assertAdministers(context.get('person'), 'let others in')
    const wanted = context.req.param('id')
    if (!people().some((person) => person.id === wanted))
      throw new Refusal(404, 'person.unknown', `expected a person of this node, got ${wanted}`)
    return context.json({ path: await login.link(wanted) }, 201)
  })
  return app
}

/** Lets only logged-in persons through, and only requests that this node's own page makes. */
export function requirePerson(config: NodeConfig, login: Login): MiddlewareHandler<PersonEnv> {
  return async (context, next) => {
    assertOwnPage(context)
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

/** Refuses what another site's page asks for in a person's name. */
export function assertOwnPage(context: Context): void {
  const origin = context.req.header('origin')
  if (origin !== undefined && new URL(context.req.url).host !== hostOf(origin))
    throw new Refusal(
      403,
      'origin.foreign',
      `expected a request from this node's own page, got one from ${origin}`,
    )
}

type Entered = { readonly session: string; readonly seconds: number; readonly to: '/' | '/found' }

/** Gives the browser its session and leads it to the page. */
export function letIn(context: Context, cookie: string, { session, seconds, to }: Entered) {
  setCookie(context, cookie, session, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: seconds,
  })
  // A redirect would be a cross-site navigation to a Strict cookie when the link was opened from mail.
  return context.html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${to}"><title>Entente</title><p><a href="${to}">Entente</a></p></html>`,
  )
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

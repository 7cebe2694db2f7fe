import { cutText, type Head, type PartyId } from '@entente/accord'
import { cosign } from '@entente/log'
import { crypto } from '../../src/platform/crypto.ts'
import type { Chance } from './chance.ts'
import { DAY, type Coalition } from './coalition.ts'
import type { Time } from './time.ts'
import type { Before } from './world.ts'

/** Ways in which a witness lies; it may take another one for each question. */
export const LIES = ['future', 'past', 'nothing', 'old', 'garbage', 'forgets', 'truth'] as const
export type Lie = (typeof LIES)[number]

/** The signed note in a request to a witness, and the checkpoint in it. */
export function readRequest(body: string): { readonly note: string; readonly text: string } {
  const note = body.slice(body.indexOf('\n\n') + 2)
  return { note, text: note.slice(0, note.lastIndexOf('\n\n') + 1) }
}

/**
 * A witness that keeps no promise: it cosigns whatever it is shown, at whatever second it likes, says
 * that it saw what it did not, or nothing. It cannot sign for others.
 */
export function liar(
  party: PartyId,
  {
    coalition,
    time,
    chance,
    lies = LIES,
  }: {
    readonly coalition: Coalition
    readonly time: Time
    readonly chance: Chance
    readonly lies?: readonly Lie[]
  },
): Before {
  const signer = coalition.witnessSigner(party)
  const shown: string[] = []
  const year = (366 * DAY) / 1000
  const answerTo = (body: string, lie: Lie): { status: number; body: string } => {
    const { note, text } = readRequest(body)
    if (!text.includes('/cut/')) shown.push(note)
    const dated = (seconds: number) => ({
      status: 200,
      body: cosign(text, signer, Math.max(1, Math.floor(seconds)), crypto.sha256),
    })
    const now = time.now() / 1000
    switch (lie) {
      case 'future':
        return dated(now + chance.next() * year)
      case 'past':
        return dated(now - chance.next() * year)
      case 'old':
        return { status: 409, body: `${chance.whole(0, 3)}\n` }
      case 'garbage':
        return {
          status: 200,
          body: `— ${signer.name} ${Buffer.from(`${chance.next()}`).toString('base64')}\n`,
        }
      case 'forgets':
      case 'nothing':
      case 'truth':
        return dated(now)
    }
  }
  /** Of any cut that it is shown, known or not: the case that the simulation began with, or another. */
  const vouchFor = (body: string, pathname: string, lie: Lie) => {
    const { charter } = coalition
    const parties = charter.parties.map(({ id }) => id)
    if (lie === 'old' || !pathname.includes(charter.id.slice('sha256:'.length)))
      return { others: [{ party: chance.pick(parties), size: chance.whole(0, 3) }] }
    const heads = JSON.parse(body) as readonly Head[]
    const cut = Object.fromEntries(parties.map((id, at) => [id, heads[at]!] as const))
    const text = cutText(charter, cut, crypto)
    return { line: answerTo(`old 0\n\n${text}\n`, lie).body }
  }
  const says = ({ status, body }: { status: number; body: string }) =>
    new Response(body, { status })
  return async (request) => {
    const { pathname } = new URL(request.url)
    const isVouch = pathname.endsWith('/vouch')
    if (!pathname.startsWith('/witness/') && !isVouch) return 'its own'
    const lie = chance.pick(lies)
    if (lie === 'truth') return 'its own'
    if (lie === 'nothing') return 'none'
    if (isVouch) return Response.json(vouchFor(await request.text(), pathname, lie))
    if (pathname.endsWith('/add-checkpoint')) return says(answerTo(await request.text(), lie))
    if (pathname.endsWith('/add-checkpoints')) {
      const requests = JSON.parse(await request.text()) as string[]
      return Response.json(requests.map((one) => answerTo(one, chance.pick(lies))))
    }
    if (lie === 'forgets' || shown.length === 0) return says({ status: 404, body: 'none' })
    return says({ status: 200, body: lie === 'garbage' ? 'none\n' : chance.pick(shown) })
  }
}

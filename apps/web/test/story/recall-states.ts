import type { ObjectRecalls } from '../../../node/src/api.ts'
import type { Person } from '../person.ts'
import type { State } from '../states.ts'
import { tellNode } from './operator-states.ts'

/** One's own indicator that was called back, that a person asks to let go again: once, whoever looks first. */
const calledBack = (person: Person): Promise<string> => (once ??= callBack(person))
let once: Promise<string> | undefined

async function callBack(person: Person): Promise<string> {
  const id = 'indicator--7d9c4ff5-4a6b-4f7e-9a53-0f6a3f1f9f20'
  const at = '2026-03-01T09:00:00.000Z'
  const object = {
    type: 'indicator',
    spec_version: '2.1',
    id,
    created: at,
    modified: at,
    valid_from: at,
    name: 'Exercise: an address',
    pattern_type: 'stix',
    labels: ['tlp:clear'],
    pattern: "[ipv4-addr:value = '192.0.2.44']",
  }
  const bundle = { type: 'bundle', id: 'bundle--7d9c4ff5-4a6b-4f7e-9a53-0f6a3f1f9f21' }
  await tellNode(person, '/api/v1/imports?name=an-address.json', { ...bundle, objects: [object] })
  await tellNode(person, '/api/v1/releases', { ids: [id], audience: 'public' })
  const because = 'Exercise. The address was given away.'
  const called = await tellNode<ObjectRecalls>(person, `/api/v1/objects/${id}/recalls`, { because })
  await tellNode(person, `/api/v1/recalls/${called.recalls[0]!.number}/release`, {
    because: 'Exercise. It was known before.',
  })
  return id
}

/** What left by a file and was called back, and what is served to whom. */
export const CALLED_BACK: readonly State[] = [
  {
    name: 'object-called-back',
    party: 'XA',
    arrive: async (person) => {
      await person.go(`/objects/${await calledBack(person)}`)
      await person.page.locator('.note.hold').first().waitFor()
    },
  },
  {
    name: 'recalls',
    party: 'XA',
    arrive: async (person) => {
      await calledBack(person)
      await person.go('/recalls')
      await person.page.locator('.recalls table').waitFor()
    },
  },
  {
    name: 'taxii',
    party: 'XA',
    arrive: async (person, play) => {
      play.nameCollections('XA')
      await person.go('/taxii')
      await person.page.locator('.taxii table').first().waitFor()
      await person.page.locator('#remote-birch').waitFor()
    },
  },
]

import {
  attachmentId,
  parseCharter,
  verifySuccessor,
  type ActId,
  type CharterId,
} from '@entente/accord'
import { TEXT, complies } from '../../../../tools/vectors-play.ts'
import { crypto } from '../../src/platform/crypto.ts'
import { insist } from './acts.ts'
import { HOUR, successorOf } from './coalition.ts'
import type { SimulatedNode, World } from './world.ts'

/** How far the coalition got under another charter. */
export type Succession = {
  /** Who verified on its own node that the charter is the successor, and takes part under it. */
  readonly joined: number
  /** The text that was put under it: how many nodes see it in force. */
  readonly inForce: number
}

const STEP = { id: 'charter', kind: 'charter' }
const NEXT = { id: 'position-2', kind: 'position' }

type Times = { readonly begun: number; readonly until: number }

/**
 * The members amend their charter while everything else goes on, and agree on a text under the new one.
 * Whoever runs a node adds the new case once its own computation says that this is the successor; and
 * again, where its store was put back from before that.
 */
export function succeed(world: World, { begun, until }: Times) {
  const { time, coalition } = world
  const known: { bytes?: Uint8Array; on?: ActId; next?: ActId; id?: CharterId } = {}
  const [chair] = coalition.members
  const under = ({ caseFiles }: SimulatedNode) =>
    caseFiles.held().find(({ charter }) => charter.id === known.id)
  const versionAt = ({ file }: SimulatedNode) =>
    file
      .state()
      .state.steps.flatMap(({ versions }) => versions)
      .find(({ id }) => id === known.on)
  const propose = async () => {
    await time.until(begun)
    const { id } = await insist(world, chair!, {
      make: ({ file }) => {
        known.bytes ??= successorOf(coalition, file, file.final())
        void file.attach(known.bytes)
        const successor = attachmentId(known.bytes, crypto.sha256)
        const text = { ...TEXT, title: 'The case goes on under another charter' }
        return { kind: 'propose', step: STEP, text, successor }
      },
    })
    known.on = id
    const { id: to } = parseCharter(known.bytes!, crypto)
    known.id = to
    await insist(world, chair!, {
      make: (node) =>
        versionAt(node)?.adopted.length ? { kind: 'charter-amend', on: id, to } : undefined,
    })
    const put = await insist(world, chair!, {
      within: under,
      make: () => ({ kind: 'propose', step: NEXT, text: TEXT }),
    })
    known.next = put.id
  }
  const takePart = async () => {
    while (time.now() < until) {
      for (const node of world.nodes()) await join(node)
      await time.until(time.now() + 2 * HOUR)
    }
  }
  const join = async (node: SimulatedNode) => {
    const { file, caseFiles } = node
    if (!node.isAlive() || under(node) || !versionAt(node)?.adopted.length) return
    const bytes = [...file.attachments()].find(([id]) => String(id) === String(known.id))?.[1]
    if (!bytes) return
    verifySuccessor(file, file.state().state, parseCharter(bytes, crypto), crypto)
    await caseFiles.add(bytes)
  }
  const speak = async (party: (typeof coalition.members)[number]) => {
    await time.until(begun + HOUR)
    await insist(world, party, { make: () => known.on && complies(known.on) })
    await insist(world, party, { within: under, make: () => ({ kind: 'join' }) })
    await insist(world, party, { within: under, make: () => known.next && complies(known.next) })
  }
  return {
    done: Promise.all([propose(), takePart(), ...coalition.members.map(speak)]).then(() => {}),
    came: (): Succession => {
      const files = world.nodes().flatMap((node) => under(node) ?? [])
      const isInForce = (file: (typeof files)[number]) =>
        file.state().state.steps.some(({ versions }) => versions.some(({ inForce }) => inForce))
      return { joined: files.length, inForce: files.filter(isInForce).length }
    },
  }
}

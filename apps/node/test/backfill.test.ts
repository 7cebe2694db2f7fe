import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { longStrand, type Altering } from '../../../tools/long-strand.ts'

/** A node that comes late to a long strand. 4,500 acts: more than are taken in without their hashes. */
const SIZE = 4_500

describe('a strand of many acts, to a node that has none of them', () => {
  let world: Awaited<ReturnType<typeof longStrand>>
  beforeAll(async () => {
    world = await longStrand(SIZE)
  }, 60_000)
  afterAll(() => world.close())

  const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
    const other = new Uint8Array(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    return other
  }
  const held = () => world.birch.file.strand(world.owner).entries().length
  const refusal = async (altering: Altering) => {
    try {
      await world.pull(altering)
    } catch (error) {
      return error
    }
    return undefined
  }

  it('is refused with the first bundle that the cosigned tree does not hold, and none after it is asked for', async () => {
    const asked: string[] = []
    const error = await refusal((path, bytes) => {
      asked.push(path)
      return path.endsWith('/tile/entries/003') ? flipped(bytes, 5_000) : bytes
    })
    expect(error).toMatchObject({ code: 'strand.entries', party: world.owner })
    expect(asked.filter((path) => path.includes('/entries/'))).toHaveLength(4)
    expect(held()).toBe(0)
  })

  it('is refused before any entry is asked for where the hashes give another root', async () => {
    const asked: string[] = []
    const error = await refusal((path, bytes) => {
      asked.push(path)
      return path.endsWith('/tile/0/003') ? flipped(bytes, 77) : bytes
    })
    expect(error).toMatchObject({ code: 'strand.root', party: world.owner })
    expect(asked.filter((path) => path.includes('/entries/'))).toHaveLength(0)
    expect(held()).toBe(0)
  })

  it('is refused where a tile has fewer hashes than the tree', async () => {
    const error = await refusal((path, bytes) =>
      path.endsWith('/tile/0/003') ? bytes.slice(32) : bytes,
    )
    expect(error).toMatchObject({ code: 'strand.entries' })
  })

  it('comes whole, and both nodes compute the same state', async () => {
    expect(await world.pull()).toBe(true)
    expect(held()).toBe(SIZE)
    expect(world.birch.file.state()).toEqual(world.alder.file.state())
    expect(await world.birch.file.strand(world.owner).damage()).toBeUndefined()
  })
})

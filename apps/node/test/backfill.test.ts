import { DatabaseSync } from 'node:sqlite'
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
    expect(await world.birch.file.strand(world.owner).damage('all')).toBeUndefined()
  })

  it('is looked at in part before each signature: a lost or edited entry is found at the end at once, elsewhere in its turn', async () => {
    const { alder, owner } = world
    const strand = alder.file.strand(owner)
    const store = new DatabaseSync(alder.store)
    const looks = async (most: number) => {
      for (let look = 1; look <= most; look += 1) {
        const damage = await strand.damage('part')
        if (damage) return { look, damage }
      }
      return undefined
    }
    const swap = store.prepare(
      'update entry set bytes = (select bytes from entry where party = ? and position = ?) where party = ? and position = ?',
    )
    const bundles = Math.ceil(SIZE / 256)
    expect(await looks(2 * bundles)).toBeUndefined()
    const original = strand.entries()
    const put = store.prepare('update entry set bytes = ? where party = ? and position = ?')
    swap.run(owner, 7, owner, SIZE - 1)
    expect(await looks(1)).toMatchObject({ look: 1, damage: { size: String(SIZE) } })
    put.run(original[SIZE - 1]!, owner, SIZE - 1)
    expect(await looks(2 * bundles)).toBeUndefined()
    swap.run(owner, 7, owner, 1_000)
    const found = await looks(bundles)
    expect(found?.damage.got).not.toBe(found?.damage.expected)
    put.run(original[1_000]!, owner, 1_000)
    const lost = store.prepare('delete from entry where party = ? and position = ?')
    lost.run(owner, SIZE - 1)
    expect(await looks(1)).toMatchObject({ damage: { size: String(SIZE) } })
    store.close()
  })
})

import { describe, expect, it } from 'vitest'
import { VIEWS } from '@entente/law'
import { shortSource, tileAfter, tilesFor, type Tile } from './tiles.ts'

const codes = [...VIEWS.map(({ holder }) => holder.code), 'XA']
const tiles = tilesFor(codes)
const of = (code: string): Tile => tiles.find((tile) => tile.code === code)!

describe('the map of views', () => {
  it('has one tile for every holder of a view, and no two in one place', () => {
    expect(new Set(tiles.map(({ code }) => code))).toEqual(new Set(codes))
    const places = tiles.map(({ region, row, column }) => `${region} ${row} ${column}`)
    expect(new Set(places).size).toBe(tiles.length)
    expect(tiles.filter(({ region }) => region === 'own').map(({ code }) => code)).toEqual(['XA'])
    expect(tilesFor(['FR', 'XQ']).map(({ code }) => code)).toEqual(['FR', 'XQ'])
  })
  it('is walked by the arrow keys to the nearest tile that way', () => {
    expect(tileAfter(tiles, of('NO'), 'ArrowRight')?.code).toBe('SE')
    expect(tileAfter(tiles, of('CA'), 'ArrowDown')?.code).toBe('US')
    expect(tileAfter(tiles, of('DE'), 'ArrowLeft')?.code).toBe('NL')
    expect(tileAfter(tiles, of('IT'), 'ArrowDown')?.code).toBe('KE')
    expect(tileAfter(tiles, of('CA'), 'ArrowUp')?.code).toBe('CA')
    expect(tileAfter(tiles, of('CA'), 'Enter')).toBeUndefined()
  })
  it('has no tile that arrow keys cannot reach', () => {
    const seen = new Set(['CA'])
    const open = [of('CA')]
    for (let here = open.pop(); here; here = open.pop())
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = tileAfter(tiles, here, key)!
        if (!seen.has(next.code)) open.push(next)
        seen.add(next.code)
      }
    expect(tiles.filter(({ code }) => !seen.has(code)).map(({ code }) => code)).toEqual([])
  })
})

it('names a source shortly, and never by an address', () => {
  expect(shortSource('Cyber Law Toolkit, Sovereignty, https://x.example')).toBe('Cyber Law Toolkit')
  expect(shortSource('https://www.justsecurity.org/84799/')).toBe('justsecurity.org')
  for (const { readings } of VIEWS)
    for (const { source } of Object.values(readings)) {
      expect(shortSource(source)).toMatch(/^.{2,36}$/)
      expect(shortSource(source)).not.toContain('://')
    }
})

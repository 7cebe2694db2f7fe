import { expect, it } from 'vitest'
import { atHomeAtFirst } from './at-home.ts'

it('keeps at home, before anybody chooses, what is for those of the nation alone who need it', () => {
  expect([...atHomeAtFirst({ actor: { value: 'state-organ' } })]).toEqual(['ownPriorBreach'])
})

it('takes back nothing that was said to the coalition', () => {
  expect([...atHomeAtFirst({ ownPriorBreach: { value: 'none-found' } })]).toEqual([])
})

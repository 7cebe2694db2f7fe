import { uuid } from '../bundles.ts'

export const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
export const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'
export const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
export const CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'

export const DAY = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`

/** An object whose id ends in a number; green, and of its first day, unless it is said otherwise. */
export const tool = (number: number, over: Readonly<Record<string, unknown>> = {}) => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  created: DAY(1),
  modified: DAY(1),
  name: `Tool ${number}`,
  object_marking_refs: [GREEN],
  ...over,
})

export const address = (number: number, over: Readonly<Record<string, unknown>> = {}) => ({
  type: 'ipv4-addr',
  id: `ipv4-addr--${uuid(String(number))}`,
  value: `198.51.100.${number}`,
  object_marking_refs: [GREEN],
  ...over,
})

export const bundleOf = (...objects: readonly object[]) =>
  JSON.stringify({ type: 'bundle', id: `bundle--${uuid('f')}`, objects })

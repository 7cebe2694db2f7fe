import { kindOf, type Act } from './act.ts'

/** An act that puts a text before the members. */
export type Filed = Extract<Act, { kind: 'propose' | 'amend' }>

/** The act where it puts a text before the members, of whatever kind it is. */
export const filedBy = (act: Act | undefined): Filed | undefined =>
  act !== undefined && kindOf(act).effect?.(act)?.does === 'files' ? (act as Filed) : undefined

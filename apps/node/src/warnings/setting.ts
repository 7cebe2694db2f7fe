import { z } from 'zod'

/**
 * `warninglists` in `node.json`: whether values on a list are kept out of matching and of what sensors get, or only
 * marked. An exercise is played with the addresses and names that standards set apart, so it only marks.
 */
export const WarningMode = z.enum(['suppress', 'mark'])
export type WarningMode = z.infer<typeof WarningMode>

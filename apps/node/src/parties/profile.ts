import { z } from 'zod'
import { Charter, KIND_NAMES } from '@entente/accord'
import { OPEN_CASE, ROLES } from './role.ts'

const { id, name, role, population } = Charter.shape.parties.element.shape

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$/)
const Name = z.string().trim().min(1).max(200)

/** Who may log in: for which authority, in which role. */
export const PersonRequest = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: Name,
  authority: Code,
  role: z.enum(ROLES),
})

/** A party as somebody founds it: its authorities with their verbs, and the persons of each. */
export const ProfileRequest = z
  .strictObject({
    id,
    name,
    role,
    population,
    /** Its witness is named after it; `<party>.example` unless given. */
    domain: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,100}$/)
      .exactOptional(),
    authorities: z
      .array(
        z.strictObject({
          id: Code,
          name: Name,
          verbs: z
            .array(z.enum([...KIND_NAMES, OPEN_CASE]))
            .min(1)
            .exactOptional(),
        }),
      )
      .min(1)
      .max(16),
    people: z.array(PersonRequest).min(1).max(64),
    clearance: z.array(z.enum(KIND_NAMES)).max(64),
  })
  .refine((party) => (party.role === 'member') === (party.population !== undefined), {
    message: 'expected a population for a member, and for nobody else',
    path: ['population'],
  })
export type ProfileRequest = z.infer<typeof ProfileRequest>

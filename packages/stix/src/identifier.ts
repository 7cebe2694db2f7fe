// RFC 4122 section 3: written in lower case, read in either; published files have both.
const ID =
  /^[a-z0-9][a-z0-9-]{1,248}[a-z0-9]--[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}$/

/** A STIX identifier: type, two hyphens, UUID (section 2.9). */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** The type that an identifier names. */
export const typeOfId = (id: string): string => id.slice(0, -38)
/** The UUID of an identifier, in lower case. */
export const uuidOf = (id: string): string => id.slice(-36).toLowerCase()

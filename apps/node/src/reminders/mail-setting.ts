import { z } from 'zod'

/** ASCII alone, and no character that ends a header or a command. */
export const MailAddress = z.email().max(254)

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

/** `mail` in `node.json`: the server that sends reminders for this node. Without it none are sent. */
export const MailSetting = z
  .strictObject({
    host: z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/),
    port: z.int().min(1).max(65_535),
    tls: z.enum(['starttls', 'from-start', 'none']).default('starttls'),
    /** A PEM file with who vouches for the server's certificate. */
    ca: z.string().min(1).exactOptional(),
    user: z.string().min(1).exactOptional(),
    /** A file whose first line is the password. */
    passwordFile: z.string().min(1).exactOptional(),
    from: MailAddress,
    /** Where this node's people open its page: `https://node.example`. */
    page: z.url({ protocol: /^https?$/ }),
  })
  .refine(({ tls, host, user }) => tls !== 'none' || (HERE.has(host) && user === undefined), {
    message: 'expected TLS to a server on another machine, or that asks for a password; got none',
  })
  .refine(({ user, passwordFile }) => (user === undefined) === (passwordFile === undefined), {
    message: 'expected a user and the file of its password together, got one of the two',
  })
export type MailSetting = z.infer<typeof MailSetting>

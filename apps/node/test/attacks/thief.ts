import { toBase64 } from '@entente/log'
import { KeyError, openKeys } from '../../src/platform/keys/index.ts'

/** Whoever got hold of files with keys. */
export const thief = {
  /** Whether a key opens with what lies in that directory, or the code of the refusal. */
  opens: (directory: string, key: string): string => {
    try {
      openKeys(directory).load(key)
      return 'opened'
    } catch (error) {
      if (error instanceof KeyError) return error.code
      throw error
    }
  },
  /** Makes a key of its own; the public half in base64. */
  makesKey: (directory: string, key: string): string =>
    toBase64(openKeys(directory).create(key).publicKey),
}

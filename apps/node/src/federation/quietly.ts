import { PeerProblem } from './client.ts'

/** A witness that is away, or answers what nobody can read, gives no cosignature; the quorum decides whether that matters. */
export async function quietly<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    const isTheirs =
      error instanceof PeerProblem || error instanceof TypeError || error instanceof SyntaxError
    if (isTheirs) return undefined
    throw error
  }
}

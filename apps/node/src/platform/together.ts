/** Many of these at most are done at once. */
const MOST = 256

type Waiting<T, R> = {
  readonly what: T
  readonly resolve: (result: R) => void
  readonly reject: (error: unknown) => void
}

/**
 * What comes while the last batch is under way is done together with all else that waits, as one: a store that
 * syncs its disk once for a batch answers many in the time of one. All of a batch succeed or fail together.
 */
export function together<T, R>(run: (batch: readonly T[]) => Promise<readonly R[]>, most = MOST) {
  let waiting: Waiting<T, R>[] = []
  let isRunning = false
  const next = async () => {
    isRunning = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const results = await run(batch.map(({ what }) => what))
        for (const [at, { resolve }] of batch.entries()) resolve(results[at]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }
  return (what: T): Promise<R> =>
    new Promise((resolve, reject) => {
      waiting.push({ what, resolve, reject })
      // A turn later, so that what comes in the same turn goes along.
      if (!isRunning) {
        isRunning = true
        setImmediate(() => void next())
      }
    })
}

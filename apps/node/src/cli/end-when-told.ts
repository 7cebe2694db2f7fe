/** Milliseconds in which a node that is told to end lets go of what it holds: longer than what it waits for may take. */
const PATIENCE = 30_000

/**
 * Ends this process when it is told to: in order, and otherwise all the same. What was acknowledged is durable by then,
 * so nothing is lost by leaving.
 */
export function endWhenTold(serving: AsyncDisposable, patience = PATIENCE): void {
  const stop = async () => {
    setTimeout(() => {
      console.error(`Expected this node to end within ${patience} ms, and it did not: it is left.`)
      process.exit(1)
    }, patience)
    try {
      await serving[Symbol.asyncDispose]()
      process.exit(0)
    } catch (error) {
      console.error('This node did not end in order:', error)
      process.exit(1)
    }
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  // Whoever started this node over a channel is gone: so is the node.
  process.once('disconnect', () => void stop())
}

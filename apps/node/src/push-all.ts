import type { ExchangeView } from './intelligence/index.ts'

type Exchanging = {
  readonly exchanges: {
    readonly list: () => Promise<
      readonly { readonly id: string; readonly exchanges: readonly ExchangeView[] }[]
    >
    readonly run: (remote: string, direction: 'push') => Promise<unknown>
  }
}

/**
 * Sends every remote what is new for it, or not for it any more: one that fails, or takes its time, keeps back no other. A run under
 * way may be past what changed, and is followed by one more. What fails is tried again with the next run.
 */
export function pushAll(exchanging: readonly Exchanging[], warn: (line: string) => void): void {
  const failed = (error: unknown) => warn(`push: ${String(error)}`)
  for (const { exchanges } of exchanging) {
    const again = async (id: string, { running }: ExchangeView) => {
      if (running) await exchanges.run(id, 'push').catch(failed)
      await exchanges.run(id, 'push')
    }
    exchanges
      .list()
      .then((remotes) => {
        for (const { id, exchanges: ways } of remotes)
          for (const way of ways) if (way.direction === 'push') again(id, way).catch(failed)
      })
      .catch(failed)
  }
}

import type { ExchangeView } from './intelligence/index.ts'

type Exchanging = {
  readonly exchanges: {
    readonly list: () => Promise<
      readonly { readonly id: string; readonly exchanges: readonly ExchangeView[] }[]
    >
    readonly run: (remote: string, direction: 'push') => Promise<unknown>
  }
}

/** Sends every remote what is new for it, or not for it any more; what fails is tried again with the next run. */
export function pushAll(exchanging: readonly Exchanging[], warn: (line: string) => void): void {
  for (const { exchanges } of exchanging)
    void (async () => {
      for (const { id, exchanges: ways } of await exchanges.list())
        if (ways.some(({ direction }) => direction === 'push')) await exchanges.run(id, 'push')
    })().catch((error: unknown) => warn(`push: ${String(error)}`))
}

import { serve, type Serving } from '../../src/serve.ts'

/** Whoever has a data directory can run a node with it, whether it is theirs or a copy. */
let node: Serving | undefined

export const runner = {
  /** Runs a node on that directory that reaches these peers only; a link for its first person. */
  runs: async (data: string, peers: Readonly<Record<string, string>>): Promise<string> => {
    node = await serve({ data, port: 0, peers })
    return (await node.links())[0]!.url
  },
  ends: async () => {
    await node?.[Symbol.asyncDispose]()
    node = undefined
  },
}

import { fileURLToPath } from 'node:url'

/** The project's folder: this file lies three folders deep in it, and so does what `tools/build.ts` makes of it. */
export const ROOT = new URL('../../../', import.meta.url)

/** What runs this very program once more: its source, or what was built of it. */
export const MAIN = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'main.ts' : 'main.js', import.meta.url),
)

import { strict as assert } from 'node:assert'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { examplesIn } from '../../../../tools/readme-examples.ts'
import { ROOT } from '../harness.ts'
import type { Cast, Stage } from './stage.ts'

/** The STIX library by itself in a browser: its readme's examples in a page that has nothing else. */
export async function usingLibrary({ count }: Stage, { alder }: Cast) {
  await count.story('the STIX library alone says in a browser what its readme says', async () => {
    const examples = examplesIn(readFileSync(join(ROOT, 'packages/stix/README.md'), 'utf8'))
    const page = await alder.context.newPage()
    await page.goto('about:blank')
    await page.addScriptTag({ content: await bundled(examples.map(({ code }) => code)) })
    const said = await page.evaluate(() => (globalThis as { said?: readonly Said[] }).said)
    await page.close()
    assert.equal(
      said?.length,
      examples.reduce((sum, { checked }) => sum + checked, 0),
    )
    for (const { is, says } of said!) assert.deepEqual(is, says)
  })
}

/** What a line gives, and what its comment says. */
type Said = { readonly is: unknown; readonly says: unknown }

const SAYING = `const all = globalThis as { said?: unknown[] }
const said = (all.said ??= [])
const assert = { deepEqual: (is: unknown, says: unknown) => said.push({ is, says }) }
`

/** Examples with all that they import, as one script that needs no module loader. */
async function bundled(examples: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-examples-'))
  try {
    const entry = join(folder, 'all.ts')
    for (const [at, code] of examples.entries())
      writeFileSync(join(folder, `${at}.ts`), SAYING + code)
    writeFileSync(entry, examples.map((_, at) => `import './${at}.ts'\n`).join(''))
    const built = (await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      resolve: { alias: { '@entente/stix': join(ROOT, 'packages/stix/src/index.ts') } },
      build: { write: false, lib: { entry, formats: ['iife'], name: 'examples' } },
    })) as Rolldown.RolldownOutput[]
    return built[0]!.output[0].code
  } finally {
    rmSync(folder, { recursive: true })
  }
}

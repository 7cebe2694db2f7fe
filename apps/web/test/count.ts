/** Counts what was proved, says each thing as it is known, and goes on after a failure. */
export type Count = {
  story(title: string, tell: () => Promise<void>): Promise<boolean>
  skip(title: string, why: string): void
  /** A number worth reading, whether or not it has a limit. */
  note(line: string): void
  /** The closing line that `.ci/run` adds up. */
  close(): { readonly line: string; readonly failed: number }
}

export function createCount(say: (line: string) => void): Count {
  let passed = 0
  let skipped = 0
  const failures: string[] = []
  return {
    async story(title, tell) {
      const startedAt = performance.now()
      try {
        await tell()
        passed++
        say(`  ok      ${title} (${Math.round(performance.now() - startedAt)} ms)`)
        return true
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        failures.push(`${title}\n${why.replace(/^/gm, '          ')}`)
        say(`  FAILED  ${title}\n${why.replace(/^/gm, '          ')}`)
        return false
      }
    },
    note(line) {
      say(`          ${line}`)
    },
    skip(title, why) {
      skipped++
      say(`  left out: ${title}: ${why}`)
    },
    close() {
      if (failures.length > 1) say(`\nFailed:\n${failures.map((one) => `  ${one}`).join('\n')}`)
      const line = `${passed} passed, ${failures.length} failed, ${skipped} skipped`
      return { line, failed: failures.length }
    },
  }
}

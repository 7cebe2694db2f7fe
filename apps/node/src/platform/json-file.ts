import { readFileSync } from 'node:fs'

/** What a JSON file of this node holds. Throws with its path and the place where it is none, and quotes nothing of it. */
export function readJsonFile(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    // What the platform says quotes the file, which may hold a secret, and goes into the log.
    const place = / at position \d+ \(line \d+ column \d+\)$/.exec(String(error))?.[0] ?? ''
    throw new SyntaxError(`expected ${file} to be JSON, got a text that is none${place}`)
  }
}

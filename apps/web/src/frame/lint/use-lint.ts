import { useEffect, useState } from 'react'
import type { Finding, Language } from '@entente/lexicon'

/** A pause in writing; nobody is corrected in the middle of a word. */
const PAUSE_MS = 350
/** What is longer is read at the node by whoever wants it; a keystroke must not wait for it. */
const MOST_CHARACTERS = 64_000

export type Linted = {
  readonly findings: readonly Finding[]
  /** The text that was read: findings of an older text point nowhere. */
  readonly text: string
  readonly language: Language
}

/**
 * Reads a text while it is written, in this browser: a draft is confidential, and not even its own node
 * is told of words that nobody saved.
 */
export function useLint(text: string, language: Language): Linted | undefined {
  const [linted, setLinted] = useState<Linted>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const { lint } = await import('./linter.ts')
      if (isOver) return
      const findings = text.length > MOST_CHARACTERS ? [] : lint(text, { language })
      setLinted({ findings, text, language })
    }
    const timer = setTimeout(() => {
      // Without the code there are no findings; what is written can be signed all the same.
      read().catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text, language])
  return linted?.text === text && linted.language === language ? linted : undefined
}

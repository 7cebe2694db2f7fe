import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Question } from './report.ts'

/** Below this a person takes the answer for immediate, and a word about progress would only flicker. */
const UNNOTICED_MS = 300

export type Verification =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly strands?: number; readonly entries?: number }
  | Exclude<Answer, { kind: 'begun' }>

/** Verifies in a worker of its own: the page stays responsive, and a new question ends the old one. */
export function useVerification(): {
  readonly verification: Verification
  readonly ask: (question: Question) => void
  readonly forget: () => void
} {
  const [verification, setVerification] = useState<Verification>({ kind: 'none' })
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  const forget = useCallback(() => {
    stop.current()
    setVerification({ kind: 'none' })
  }, [])
  const ask = useCallback(
    (question: Question) => {
      forget()
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
      let counted: { strands: number; entries: number } | undefined
      let noticed = false
      const show = () => setVerification({ kind: 'running', ...counted })
      const timer = setTimeout(() => {
        noticed = true
        show()
      }, UNNOTICED_MS)
      stop.current = () => {
        clearTimeout(timer)
        worker.terminate()
      }
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'begun') {
          counted = { strands: data.strands, entries: data.entries }
          if (noticed) show()
          return
        }
        stop.current()
        setVerification(data)
      })
      worker.addEventListener('error', ({ message }) => {
        stop.current()
        setVerification({ kind: 'broken', message })
      })
      worker.postMessage(question)
    },
    [forget],
  )
  return { verification, ask, forget }
}

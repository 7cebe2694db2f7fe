import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundingForms } from '../../../../node/src/api.ts'
import { sendJson } from '../../api/client.ts'
import { BASE } from './queries.ts'

const PAUSE_MS = 600
const AGAIN_MS = 2_000

/** What a person types, kept at the node as it is typed: nothing of it waits for a button. */
export function useForm<K extends keyof FoundingForms>(
  kind: K,
  first: () => NonNullable<FoundingForms[K]>,
) {
  const [form, setForm] = useState(first)
  const [saved, setSaved] = useState<'node' | 'writing' | 'not'>('node')
  const latest = useRef(form)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useCallback(
    async function sendNow(): Promise<void> {
      clearTimeout(timer.current)
      const sent = latest.current
      try {
        await sendJson('PUT', `${BASE}/forms`, { [kind]: sent })
        if (latest.current === sent) setSaved('node')
        else await sendNow()
      } catch {
        // The node is away, or what is typed is longer than it keeps: it is still here, and tried again.
        setSaved('not')
        timer.current = setTimeout(() => void sendNow(), AGAIN_MS)
      }
    },
    [kind],
  )
  const change = (part: Partial<NonNullable<FoundingForms[K]>>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setForm(next)
    setSaved('writing')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return { form, saved, change }
}

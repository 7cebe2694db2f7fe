import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReportDraftView, ReportSaid } from '../../../../node/src/api.ts'
import { Unanswered, postJson } from '../../api/client.ts'
import { keep, keptOf, letGo } from './kept.ts'
import { reportDraftQuery } from './queries.ts'

const PAUSE_MS = 600
const AGAIN_MS = 2_000

/** Where the words are: on their way, at the node, in this browser alone, or refused. */
export type Saved =
  | { readonly where: 'node'; readonly at: string }
  | { readonly where: 'writing' }
  | { readonly where: 'browser'; readonly at: string }
  | { readonly where: 'refused'; readonly error: Error }

/**
 * What a person puts down, saved as it is written: first in this browser, then at the node, which is
 * asked again until it answers. Nothing of it waits for a button.
 */
export function useSaid(draft: ReportDraftView) {
  const { id } = draft
  const queries = useQueryClient()
  const [said, setSaid] = useState<ReportSaid>(() => keptOf(id)?.said ?? draft.said)
  const [saved, setSaved] = useState<Saved>(() => {
    const kept = keptOf(id)
    return kept ? { where: 'browser', at: kept.at } : { where: 'node', at: draft.updatedAt }
  })
  const latest = useRef(said)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useCallback(
    async function sendNow(): Promise<boolean> {
      clearTimeout(timer.current)
      if (!keptOf(id)) return true
      const sent = latest.current
      try {
        const path = `/api/v1/incidents/drafts/${encodeURIComponent(id)}/said`
        const taken = await postJson<ReportDraftView>(path, { said: trimmed(sent) })
        if (latest.current !== sent) return await sendNow()
        letGo(id)
        queries.setQueryData(reportDraftQuery(id).queryKey, taken)
        setSaved({ where: 'node', at: taken.updatedAt })
        return true
      } catch (error) {
        if (!(error instanceof Error)) throw error
        if (!(error instanceof Unanswered)) {
          setSaved({ where: 'refused', error })
          return false
        }
        setSaved({ where: 'browser', at: keptOf(id)?.at ?? new Date().toISOString() })
        timer.current = setTimeout(() => void sendNow(), AGAIN_MS)
        return false
      }
    },
    [id, queries],
  )
  const change = (part: Change) => {
    const next = without({ ...latest.current, ...part })
    latest.current = next
    setSaid(next)
    keep(id, next)
    setSaved({ where: 'writing' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE_MS)
  }
  useEffect(() => {
    // Words of an earlier window that the node never got.
    if (keptOf(id)) void send()
    return () => clearTimeout(timer.current)
  }, [id, send])
  return { said, saved, change, send }
}

/** A field that is emptied is not said. */
export type Change = { readonly [K in keyof ReportSaid]?: ReportSaid[K] | undefined }

const without = (said: Change): ReportSaid =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))

/** White space around words is nobody's word. */
const trimmed = (said: ReportSaid): ReportSaid =>
  Object.fromEntries(
    Object.entries(said)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== ''),
  )

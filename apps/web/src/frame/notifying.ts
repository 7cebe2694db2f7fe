import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'
import type { RemindersView } from '../../../node/src/api.ts'
import { remindersQuery } from '../api/queries.ts'
import { useSay } from '../i18n/use-say.ts'
import { isExercise, toNotify } from './to-notify.ts'

/** Whether this browser tells what is due: it cannot, its person forbade it, does not wish it, or does. */
type Notifying = 'cannot' | 'forbidden' | 'off' | 'on'

/** What was told, where it is wished for: in this browser only. */
const KEY = 'entente-notify'
const TAG = 'entente-reminders'

const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another window of the same browser.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function stateNow(): Notifying {
  if (!('Notification' in window)) return 'cannot'
  if (Notification.permission === 'denied') return 'forbidden'
  return Notification.permission === 'granted' && localStorage.getItem(KEY) !== null ? 'on' : 'off'
}

export const useNotifyState = (): Notifying => useSyncExternalStore(subscribe, stateNow)

/** Asks the browser's person, who pressed a button for it. */
export async function beginNotifying(): Promise<void> {
  if ((await Notification.requestPermission()) === 'granted')
    localStorage.setItem(KEY, JSON.stringify([]))
  changed()
}

export function endNotifying(): void {
  localStorage.removeItem(KEY)
  changed()
}

/** The browser shows what a calendar would: which kind of thing is due and by when; nothing of a case or a text. */
export function useNotifying(isIn: boolean): void {
  const intl = useIntl()
  const say = useSay()
  const navigate = useNavigate()
  const isOn = useNotifyState() === 'on'
  const { data } = useQuery({
    ...remindersQuery,
    enabled: isIn && isOn,
    // It is of use while nobody looks at the page.
    refetchIntervalInBackground: true,
  })
  useEffect(() => {
    if (!data || !isOn) return
    const fresh = takeFresh(data)
    const [one] = fresh
    if (!one) return
    const by = (at: string) =>
      intl.formatMessage(
        { id: 'reminders.notify.by' },
        { at: intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) },
      )
    const says =
      fresh.length === 1
        ? say(one.says)
        : intl.formatMessage({ id: 'reminders.notify.several' }, { count: fresh.length })
    const title = isExercise(fresh)
      ? `${intl.formatMessage({ id: 'frame.exercise' })} ${says}`
      : says
    show(title, one.at === undefined ? '' : by(one.at), () => void navigate({ to: '/reminders' }))
  }, [data, isOn, intl, say, navigate])
}

/** What no window of this browser told yet, which then counts as told. */
function takeFresh(view: RemindersView): RemindersView['reminders'] {
  const { fresh, told } = toNotify(view, toldBefore())
  localStorage.setItem(KEY, JSON.stringify(told))
  return fresh
}

function toldBefore(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    // Somebody wrote into this browser's store: everything is told once more.
    return []
  }
}

function show(title: string, body: string, open: () => void): void {
  try {
    const shown = new Notification(title, { body, tag: TAG, lang: document.documentElement.lang })
    shown.addEventListener('click', () => {
      window.focus()
      open()
      shown.close()
    })
  } catch (error) {
    // Some telephones have notifications of installed applications only: the page says the same.
    if (!(error instanceof TypeError)) throw error
    endNotifying()
  }
}

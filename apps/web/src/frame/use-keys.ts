import { useEffect, useRef } from 'react'
import { usePreferences } from './preferences.tsx'

/** Keys typed into a field, into a dialog or with a modifier belong to somebody else. */
const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element &&
    event.target.closest('input, textarea, select, [role="dialog"], [popover]') !== null)

/** Single keys that do something on this page, unless this person has switched them off. */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>) {
  const { keys: on } = usePreferences()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent) => {
      if (!isTaken(event)) latest.current[event.key]?.(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [on])
}

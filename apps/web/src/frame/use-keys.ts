import { useEffect, useRef } from 'react'

/** Keys typed into a field, into a dialog or with a modifier belong to somebody else. */
const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element &&
    event.target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)

/** Single keys that do something on this page. */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTaken(event)) latest.current[event.key]?.(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

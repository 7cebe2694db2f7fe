import { useState } from 'react'

const KEY = 'entente-public-charter'

/**
 * The charter id that a person compared with a copy from elsewhere, kept on this device: from then on
 * a page of another coalition, or one that a node invented, does not verify here.
 */
export function useKnownCharter() {
  const [known, setKnown] = useState(() => localStorage.getItem(KEY) ?? undefined)
  return {
    known,
    remember: (id: string) => {
      localStorage.setItem(KEY, id)
      setKnown(id)
    },
    forget: () => {
      localStorage.removeItem(KEY)
      setKnown(undefined)
    },
  }
}

import type { en } from './en/index.ts'
import type { Locale } from './locale.ts'

/** Every message the page can say. */
export type MessageId = keyof typeof en

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId
    }
  }
}

/** Loads what the first page says in one language; the other never travels, and what few pages say travels with them. */
export async function loadCatalogue(locale: Locale): Promise<Record<MessageId, string>> {
  switch (locale) {
    case 'en':
      return whole((await import('./en/first.ts')).first)
    case 'es':
      return whole((await import('./es/first.ts')).first)
  }
}

/** What is not in it is said only by pages that bring it along (`with-words.tsx`). */
const whole = (words: Partial<Record<MessageId, string>>) => words as Record<MessageId, string>

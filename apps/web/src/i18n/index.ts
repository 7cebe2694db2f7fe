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

/** Loads one language's catalogue; the other never travels. */
export async function loadCatalogue(locale: Locale): Promise<Record<MessageId, string>> {
  switch (locale) {
    case 'en':
      return (await import('./en/index.ts')).en
    case 'es':
      return (await import('./es/index.ts')).es
  }
}

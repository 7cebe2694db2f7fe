import type { IntlShape } from 'react-intl'

/** `in English`: a language that the page has no word for is said by its code. */
export const sayLanguage = (intl: IntlShape, lang: string): string =>
  lang === 'en' || lang === 'es'
    ? intl.formatMessage({ id: `public.lang.${lang}` })
    : intl.formatMessage({ id: 'public.lang.other' }, { lang })

import { useQuery } from '@tanstack/react-query'
import { usePreferences } from '../../frame/preferences.tsx'

/** What an act of a kind is called in the common language; its own name until the terms are here. */
export function useKindWord(): (kind: string) => string {
  const { locale } = usePreferences()
  const terms = useQuery({
    queryKey: ['terms'],
    queryFn: async () => (await import('../lexicon/terms.ts')).findTerm,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (kind) => terms.data?.(kind)?.label[locale] ?? kind
}

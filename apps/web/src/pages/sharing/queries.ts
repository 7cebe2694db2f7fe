import { queryOptions } from '@tanstack/react-query'
import type { AskedRelease, Audiences, ReleasePreview } from '../../../../node/src/api.ts'
import { Refused, getJson, postJson } from '../../api/client.ts'

const retry = (failures: number, error: Error) => !(error instanceof Refused) && failures < 2

export const audiencesQuery = queryOptions({
  queryKey: ['audiences'],
  queryFn: async () => (await getJson<Audiences>('/api/v1/audiences')).audiences,
  retry,
})

/** Asks the test by which things leave; nothing leaves by asking. */
export const previewQuery = (asked: AskedRelease) =>
  queryOptions({
    queryKey: ['release', asked],
    queryFn: () => postJson<ReleasePreview>('/api/v1/releases/preview', asked),
    retry,
  })

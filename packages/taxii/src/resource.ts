/** Section 4.1.1. */
export type Discovery = {
  readonly title: string
  readonly description?: string
  readonly contact?: string
  readonly default?: string
  readonly api_roots?: readonly string[]
}

/** Section 4.2.1. `max_content_length` counts octets. */
export type ApiRoot = {
  readonly title: string
  readonly description?: string
  readonly versions: readonly string[]
  readonly max_content_length: number
}

/** Section 5.2.1, as it is for one client. */
export type Collection = {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly alias?: string
  readonly can_read: boolean
  readonly can_write: boolean
  readonly media_types?: readonly string[]
}

/** Section 4.3.1: what became of one object of a request. */
export type StatusDetails = {
  readonly id: string
  readonly version: string
  readonly message?: string
}

/** Section 4.3.1. */
export type Status = {
  readonly id: string
  readonly status: 'complete' | 'pending'
  readonly request_timestamp?: string
  readonly total_count: number
  readonly success_count: number
  readonly successes?: readonly StatusDetails[]
  readonly failure_count: number
  readonly failures?: readonly StatusDetails[]
  readonly pending_count: number
  readonly pendings?: readonly StatusDetails[]
}

/** A completed request. Lists hold at least one item (section 2), or are left out. */
export function statusOf(
  id: string,
  at: string,
  done: {
    readonly successes: readonly StatusDetails[]
    readonly failures: readonly StatusDetails[]
  },
): Status {
  const { successes, failures } = done
  return {
    id,
    status: 'complete',
    request_timestamp: at,
    total_count: successes.length + failures.length,
    success_count: successes.length,
    ...(successes.length > 0 ? { successes } : {}),
    failure_count: failures.length,
    ...(failures.length > 0 ? { failures } : {}),
    pending_count: 0,
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Credentials are needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  406: 'No answer of that kind',
  413: 'Too large',
  415: 'Not this kind of content',
  422: 'Refused',
  429: 'Too many requests',
  500: 'A defect of this server',
  503: 'Not at the moment',
}

/** Section 3.6.1: the error message object. `http_status` is a text there. */
export function errorMessage(status: number, code: string, description: string): string {
  return JSON.stringify({
    title: TITLES[status] ?? 'Refused',
    description,
    error_code: code,
    http_status: String(status),
  })
}

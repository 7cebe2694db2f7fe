import type { Problem } from '../../../node/src/api.ts'
import { Refused, Unanswered } from './client.ts'

/** Whoever sent the file stopped it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * Sends a file as it is and says how much of it has gone, from 0 to 1: the one thing that `fetch` does not
 * tell. What it holds is for the node to read. `signal` stops it.
 */
export const sendFile = <T>(
  path: string,
  file: Blob,
  onPart: (part: number) => void,
  signal?: AbortSignal,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => {
      request.abort()
      reject(new Stopped('expected the whole file to be sent, got a person who stopped it'))
    }
    signal?.addEventListener('abort', stop)
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', stop))
    request.open('POST', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onPart(total > 0 ? loaded / total : 0),
    )
    request.upload.addEventListener('load', () => onPart(1))
    request.addEventListener('error', () =>
      reject(new Unanswered('expected an answer of the node, got none')),
    )
    request.addEventListener('load', () => {
      const said: unknown = request.response
      if (request.status >= 200 && request.status < 300) resolve(said as T)
      else reject(new Refused(problemOf(request.status, said)))
    })
    request.send(file)
  })

const problemOf = (status: number, said: unknown): Problem =>
  typeof said === 'object' && said !== null && 'detail' in said && 'code' in said
    ? (said as Problem)
    : {
        type: 'about:blank',
        title: '',
        status,
        detail: `expected an answer, got status ${status}`,
        code: 'answer.status',
      }

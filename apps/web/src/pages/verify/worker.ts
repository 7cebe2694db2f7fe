import type { Answer, Question } from './report.ts'

/** zod would try whether it may compile code; the page's policy forbids it, and the try is reported. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const answer = (said: Answer) => postMessage(said)

/** How much there is to verify; a text of another form is refused by the verification itself. */
function count(text: string): { strands: number; entries: number } | undefined {
  try {
    const { strands } = JSON.parse(text) as { strands: readonly { entries: readonly string[] }[] }
    return {
      strands: strands.length,
      entries: strands.reduce((sum, { entries }) => sum + entries.length, 0),
    }
  } catch {
    return undefined
  }
}

async function verify({ text, charter }: Question): Promise<Answer> {
  const counted = count(text)
  if (counted) answer({ kind: 'begun', ...counted })
  // Loaded here and not above, so that the setting at the top comes first.
  const [accord, { crypto }, { reportOf }, { certificateReportOf }] = await Promise.all([
    import('@entente/accord'),
    import('../../crypto.ts'),
    import('./report.ts'),
    import('./certificate-report.ts'),
  ])
  const { AccordError, recordKind, verifyBundle, verifyCertificate } = accord
  const against = { crypto, ...(charter === undefined ? {} : { charterId: charter }) }
  try {
    if (recordKind(text) === 'certificate')
      return { kind: 'certified', report: certificateReportOf(verifyCertificate(text, against)) }
    return { kind: 'verified', report: reportOf(verifyBundle(text, against)) }
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    const { code, message, place } = error
    return { kind: 'refused', refusal: { code, message, place } }
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  verify(data).then(answer, (error: unknown) =>
    answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) }),
  )
})

/** A member bundle, as a stranger could edit it with any tool. */
type Bundle = {
  charter: string
  strands: { origin: string; checkpoint: string; entries: string[] }[]
  claim: { digest: string }
}

const edit = (text: string, change: (bundle: Bundle) => void): string => {
  const bundle = JSON.parse(text) as Bundle
  change(bundle)
  return JSON.stringify(bundle)
}

/** Takes the last act out of the longest strand. */
export const withoutLastAct = (text: string) =>
  edit(text, ({ strands }) => {
    strands.toSorted((a, b) => b.entries.length - a.entries.length)[0]!.entries.pop()
  })

/** Claims another result than the acts give. */
export const withOtherClaim = (text: string) =>
  edit(text, ({ claim }) => {
    claim.digest = claim.digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  })

/** Turns one nation's consent into an objection inside the signed bytes. */
export const withOtherVoice = (text: string) =>
  edit(text, ({ strands }) => {
    for (const { entries } of strands)
      for (const [at, entry] of entries.entries()) {
        const envelope = JSON.parse(Buffer.from(entry, 'base64').toString()) as { payload: string }
        const payload = Buffer.from(envelope.payload, 'base64').toString()
        if (!payload.includes('"national":"complies"')) continue
        envelope.payload = Buffer.from(
          payload.replace('"national":"complies"', '"national":"objects"'),
        ).toString('base64')
        entries[at] = Buffer.from(JSON.stringify(envelope)).toString('base64')
        return
      }
    throw new Error('expected a voice that complies in the record, got none')
  })

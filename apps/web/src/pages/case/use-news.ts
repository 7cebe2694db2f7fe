import { useEffect, useRef } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import type { SilenceShown, VersionState } from '@entente/accord'
import { useToast } from '../../frame/toast.tsx'
import type { CaseFile, Step } from './case-file.ts'

/** What stands over the gate, in one sentence. */
export function gateTitle(
  intl: IntlShape,
  step: Step,
  version: VersionState,
  silence?: SilenceShown,
): string {
  const the = intl.formatMessage({ id: `step.the.${step.kind}` })
  if (silence?.earlier)
    return intl.formatMessage(
      { id: silence.comesTo === 'adopted' ? 'gate.title.earlier' : 'gate.title.broken' },
      { the },
    )
  if (version.adopted.length > 0 || version.standing !== 'open')
    return intl.formatMessage({ id: `gate.title.${version.standing}` }, { the })
  if (silence?.comesTo === 'neither')
    return intl.formatMessage({ id: 'gate.title.undecided' }, { the })
  if (isRunning(version)) return intl.formatMessage({ id: 'gate.title.running' }, { the })
  return intl.formatMessage(
    { id: version.gate.open ? 'gate.title.open-gate' : 'gate.title.shut' },
    { the },
  )
}

/** Nothing is against it, and its silence or vote is not over by the clock of whoever looks at it. */
export const isRunning = ({ gate, adopted }: VersionState): boolean =>
  adopted.length === 0 &&
  gate.open &&
  gate.notBefore !== undefined &&
  gate.notBefore * 1000 > Date.now()

/** Says what others brought about while the page is open: a value never changes without a sentence. */
export function useNews(file: CaseFile, step: Step | undefined, version: VersionState | undefined) {
  const intl = useIntl()
  const { say } = useToast()
  const known = useRef<{ acts: ReadonlySet<string>; version: string; gate: string } | undefined>(
    undefined,
  )
  useEffect(() => {
    const before = known.current
    const state = version ? `${version.gate.open} ${version.standing}` : ''
    known.current = {
      acts: new Set(file.view.acts.map(({ party, index }) => `${party} ${index}`)),
      version: version?.id ?? '',
      gate: state,
    }
    if (!before) return
    const parties = file.view.acts
      .filter(({ party, index }) => party !== file.us && !before.acts.has(`${party} ${index}`))
      .map(({ party }) => file.nameOf(party))
    const news = [
      ...(parties.length > 0
        ? [intl.formatMessage({ id: 'news.acts' }, { names: intl.formatList(new Set(parties)) })]
        : []),
      ...(step && version && before.version === version.id && before.gate !== state
        ? [`${gateTitle(intl, step, version, file.view.silences[version.id])}.`]
        : []),
    ]
    if (news.length > 0) say(news.join(' '))
  }, [file, step, version, intl, say])
}

import type { CaseFile } from '../federation/index.ts'
import type { Alarms } from './alarms.ts'
import type { AlarmsView, AlarmView } from './api.ts'
import { gravityOf, severityOf } from './kinds.ts'
import type { KeptAlarm } from './store.ts'
import { wordsOf } from './words.ts'

type Charters = readonly Pick<CaseFile, 'charter'>[]

/** What goes on unseen first, then what ended unseen, each the gravest and the latest first. */
export function alarmsView(alarms: Pick<Alarms, 'list'>, files: Charters): AlarmsView {
  const kept = alarms.list().toSorted((a, b) => order(a, b))
  return {
    alarms: kept.map((alarm) => alarmView(alarm, files)),
    open: kept.filter((alarm) => attention(alarm) === 0).length,
  }
}

/** 0: it goes on and nobody has seen to it; 1: it ended, unseen; 2: somebody has. */
const attention = ({ acknowledged, ended }: KeptAlarm): number =>
  acknowledged ? 2 : ended === undefined ? 0 : 1

const order = (a: KeptAlarm, b: KeptAlarm): number =>
  attention(a) - attention(b) ||
  gravityOf(a.kind) - gravityOf(b.kind) ||
  b.lastSeen.localeCompare(a.lastSeen) ||
  a.id.localeCompare(b.id)

function alarmView({ case: caseId, evidence, ...alarm }: KeptAlarm, files: Charters): AlarmView {
  const charters = files.map(({ charter }) => charter)
  const within = charters.find(({ id }) => id === caseId)
  const partyName = [...(within ? [within] : []), ...charters]
    .flatMap(({ parties }) => parties)
    .find(({ id }) => id === alarm.party)?.name
  return {
    ...alarm,
    severity: severityOf(alarm.kind),
    ...(partyName === undefined ? {} : { partyName }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(within === undefined ? {} : { caseTitle: within.title }),
    ...wordsOf(alarm.kind, partyName ?? alarm.party),
    evidence: alarm.kind === 'false-object' ? withoutContent(evidence) : evidence,
  }
}

/** Alarms are for everybody here; what an object says is only for those who handle objects. */
const withoutContent = ({ got: _got, ...rest }: AlarmView['evidence']): AlarmView['evidence'] =>
  rest

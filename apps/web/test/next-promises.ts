import { expect } from 'vitest'
import type { Next, NextCode, PartyId, RuleName, VersionState } from '@entente/accord'
import {
  comply,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
} from '../../../packages/accord/test/case.ts'
import { played, type Certificate, type World } from './next-worlds.ts'

type InBoth = { readonly en: string; readonly es: string }

/** What a page says of one state: its words, whom it names and until when, and what has to be true for the words to be. */
export type Said = {
  readonly what: InBoth
  readonly then: InBoth | ((rule: RuleName) => InBoth)
  readonly from: (world: World) => readonly PartyId[] | 'anybody'
  /** Seconds; undefined where the page says that there is no date. */
  readonly by: (world: World) => number | undefined
  /** Plays the world on, and asks the decision whether it comes to what was said. */
  readonly comes: (world: World, next: Next) => void
}

/** As certificates would see it now: a voice past its end is silence. */
const seen = ({ version, pastEnd }: World): VersionState => pastEnd ?? version
const saying = (version: VersionState, ...effective: readonly string[]): readonly PartyId[] =>
  (Object.keys(version.voices) as PartyId[]).filter((id) =>
    effective.includes(version.voices[id]!.effective),
  )
const FOR = ['complies', 'complies-with-statement', 'complies-with-reservation']
const UNSETTLED = ['silent', 'awaits-instructions', 'objects']
const AGAINST = [...UNSETTLED, 'abstains', 'abstains-constructively']
const electors = ({ voices }: VersionState) => Object.keys(voices) as PartyId[]
const isIn = (version: VersionState, id: PartyId) => version.voices[id]!.effective !== 'withdrawn'

const none = () => undefined
const nobody = () => []
const anybody = () => 'anybody' as const
const author = ({ version }: World) => [version.by]
const expiry = ({ version }: World) => version.expiry
const over = (world: World) => seen(world).gate.notBefore!
/** When what came of it can be certified: now, or once its time is over. */
const due = (world: World) => Math.max(world.now, seen(world).gate.notBefore ?? 0)

const each = (parties: readonly PartyId[], ...acts: readonly Drafted[]) =>
  Object.fromEntries(parties.map((id) => [id, acts]))
const sizes = ({ strands }: World) =>
  Object.fromEntries(Object.entries(strands).map(([id, acts]) => [id, acts.length]))

/** Whether it is adopted once these parties comply, and it is certified. */
function isAdoptedWith(world: World, parties: readonly PartyId[], at = due(world)) {
  const isLate = world.version.rule === 'silence' && world.now >= world.version.expiry!
  const early = isLate ? { early: world.early ?? sizes(world) } : {}
  const more = each(parties, comply(world.version.id))
  return played(world, more, [{ result: 'adopted', at, ...early }]).adopted.length > 0
}
const isBroken = (version: VersionState) => (version.broken?.length ?? 0) > 0
/** With nothing more said: the state once a certificate is tried. */
const tried = (world: World, certificate: Certificate) => played(world, {}, [certificate])

const FINAL = ['broken', 'ended', 'lapsed', 'superseded']

/** Whatever anybody says or certifies, it is over and binds nobody. */
function isOver(world: World) {
  const { version } = world
  expect(version.inForce).toBe(false)
  const all = played(
    world,
    each(electors(version), comply(version.id)),
    (['adopted', 'ended', 'lapsed', 'expired'] as const).map((result) => ({
      result,
      at: 9_000,
      early: sizes(world),
      ...(result === 'lapsed' && { window: 1 }),
    })),
  )
  expect(FINAL).toContain(all.standing)
  expect(all.inForce).toBe(false)
}

const ends = (version: VersionState): readonly { readonly id: PartyId; readonly until: number }[] =>
  electors(version).flatMap((id) => {
    const { until, ranOut } = version.voices[id]!
    return until === undefined || ranOut || !isIn(version, id) ? [] : [{ id, until }]
  })
const windowAt = ({ version, charter, now }: World) =>
  Math.floor((now - version.expiry!) / charter.period!)
/** Who has not reaffirmed for the window that is over (0) or for the next one (1). */
const unreaffirmed = (world: World, later: 0 | 1) => {
  const window = later === 0 ? windowAt(world) : Math.max(1, windowAt(world) + 1)
  return electors(world.version).filter(
    (id) => isIn(world.version, id) && !world.version.reaffirmed?.[id]?.includes(window),
  )
}
const lapsedAt = (world: World, at: number, window: number, who: readonly PartyId[] = []) =>
  played(world, each(who, reaffirm(world.version.id, window)), [{ result: 'lapsed', at, window }])
    .standing === 'lapsed'

const ranOut = (world: World, id: PartyId, at: number) =>
  tried(world, { result: 'expired', of: world.version.voices[id]!.act!, at }).voices[id]!

const unacknowledged = (world: World) =>
  saying(seen(world), 'silent').filter(
    (id) =>
      !seen(world).voices[id]!.ranOut &&
      (!world.version.acknowledged!.includes(id) || world.silence?.late.includes(id)),
  )
const short = (world: World) =>
  electors(seen(world)).filter((id) => {
    const { until, ranOut: isOut } = seen(world).voices[id]!
    return isOut || (until !== undefined && until <= over(world))
  })

const AFTER_ALL = {
  en: 'This version binds nobody and does not come back: only a new one goes on with the matter.',
  es: 'Esta versión no obliga a nadie y no vuelve: solo una nueva continúa el asunto.',
}

export const SAID: Readonly<Record<NextCode, Said>> = {
  broken: {
    what: { en: 'its silence is broken', es: 'su silencio está roto' },
    then: AFTER_ALL,
    from: nobody,
    by: none,
    comes: isOver,
  },
  broke: {
    what: { en: 'what is on record breaks its silence', es: 'lo que consta rompe su silencio' },
    then: {
      en: 'No voice mends that: silence does not adopt this version, and only a new one helps.',
      es: 'Ninguna voz lo remedia: el silencio no adopta esta versión y solo una nueva ayuda.',
    },
    from: nobody,
    by: none,
    comes: (world) => {
      const { version } = world
      expect(isAdoptedWith(world, electors(version), over(world))).toBe(false)
      expect(isAdoptedWith(world, [], over(world))).toBe(false)
      const all = played(world, each(electors(version), comply(version.id)))
      expect(all.standing).toBe('broken')
    },
  },
  ended: {
    what: { en: 'its end is certified', es: 'su fin está certificado' },
    then: AFTER_ALL,
    from: nobody,
    by: none,
    comes: isOver,
  },
  lapsed: {
    what: {
      en: 'it lapsed for want of reaffirmation',
      es: 'caducó por falta de reafirmación',
    },
    then: AFTER_ALL,
    from: nobody,
    by: none,
    comes: isOver,
  },
  superseded: {
    what: {
      en: 'a later version was adopted in its place',
      es: 'en su lugar se adoptó una versión posterior',
    },
    then: {
      en: 'This version binds nobody and does not come back, whatever becomes of the later one.',
      es: 'Esta versión no obliga a nadie y no vuelve, pase lo que pase con la posterior.',
    },
    from: nobody,
    by: none,
    comes: isOver,
  },
  left: {
    what: {
      en: 'it is not the current version of its step',
      es: 'no es la versión vigente de su paso',
    },
    then: {
      en: 'No voice given from now on adopts it, and none carries over to another version.',
      es: 'Ninguna voz que se dé desde ahora la adopta y ninguna pasa a otra versión.',
    },
    from: nobody,
    by: none,
    comes: (world) => {
      expect(world.version.current).toBe(false)
      expect(isAdoptedWith(world, electors(world.version))).toBe(false)
    },
  },
  collected: {
    what: { en: 'each nation’s own word', es: 'la palabra propia de cada nación' },
    then: {
      en: 'Nothing opens or shuts by it: each nation speaks for itself.',
      es: 'Con ello nada se abre ni se cierra: cada nación habla por sí misma.',
    },
    from: (world) => saying(seen(world), 'silent'),
    by: none,
    comes: (world) => {
      const all = each(electors(world.version), comply(world.version.id))
      const said = played(world, all, [{ result: 'adopted', at: 9_000 }])
      expect([said.standing, said.adopted, said.gate.reasons]).toEqual(['open', [], []])
    },
  },
  overdue: {
    what: {
      en: 'their consent, said anew, which was due already',
      es: 'su consentimiento, dicho de nuevo, que ya debía haberse dado',
    },
    then: {
      en: 'Without them its rule is not met: until they do, anybody can certify that it lapsed.',
      es: 'Sin ellos no se cumple su regla: mientras no lo digan, cualquiera puede certificar que caducó.',
    },
    from: (world) => unreaffirmed(world, 0),
    by: none,
    comes: (world, { from }) => {
      const window = windowAt(world)
      expect(lapsedAt(world, world.now, window)).toBe(true)
      expect(lapsedAt(world, world.now, window, from as readonly PartyId[])).toBe(false)
    },
  },
  reaffirm: {
    what: { en: 'their consent, said anew', es: 'su consentimiento, dicho de nuevo' },
    then: {
      en: 'After that its lapse can be certified, where its rule is not met without them.',
      es: 'Después puede certificarse su caducidad, si su regla no se cumple sin ellos.',
    },
    from: (world) => unreaffirmed(world, 1),
    by: (world) => world.version.expiry! + Math.max(1, windowAt(world) + 1) * world.charter.period!,
    comes: (world, { from, by }) => {
      const window = Math.max(1, windowAt(world) + 1)
      const who = from as readonly PartyId[]
      const without = played(world, each(who, withdraw(world.version.id))).gate.open
      expect(lapsedAt(world, by!, window)).toBe(!without)
      expect(lapsedAt(world, by! - 1, window)).toBe(false)
      expect(lapsedAt(world, by!, window, who)).toBe(false)
    },
  },
  renew: {
    what: {
      en: 'a voice in the place of the one that ends',
      es: 'una voz en lugar de la que termina',
    },
    then: {
      en: 'After that it can be certified as run out, and counts as silence.',
      es: 'Después puede certificarse que expiró, y cuenta como silencio.',
    },
    from: ({ version }) => {
      const first = Math.min(...ends(version).map(({ until }) => until))
      return ends(version).flatMap(({ id, until }) => (until === first ? [id] : []))
    },
    by: ({ version }) => Math.min(...ends(version).map(({ until }) => until)),
    comes: (world, { from, by }) => {
      for (const id of from as readonly PartyId[]) {
        expect(ranOut(world, id, by!)).toMatchObject({ effective: 'silent', ranOut: true })
        expect(ranOut(world, id, by! - 1)).toEqual(world.version.voices[id])
      }
    },
  },
  'run-out': {
    what: {
      en: 'a voice in the place of the one whose end has come',
      es: 'una voz en lugar de aquella cuyo fin ha llegado',
    },
    then: {
      en: 'Once it is certified to have run out, it counts as silence.',
      es: 'Cuando se certifique que expiró, cuenta como silencio.',
    },
    from: ({ version, now }) =>
      ends(version).flatMap(({ id, until }) => (until <= now ? [id] : [])),
    by: none,
    comes: (world, { from }) => {
      for (const id of from as readonly PartyId[])
        expect(ranOut(world, id, world.now)).toMatchObject({ effective: 'silent', ranOut: true })
    },
  },
  holds: {
    what: { en: 'the text is in force', es: 'el texto está en vigor' },
    then: {
      en: 'It holds until a consent is withdrawn or changed.',
      es: 'Rige hasta que se retire o cambie un consentimiento.',
    },
    from: nobody,
    by: none,
    comes: (world) => {
      const { version } = world
      const certified = played(
        world,
        {},
        (['adopted', 'ended', 'lapsed', 'expired'] as const).map((result) => ({
          result,
          at: 9_000,
          ...(result === 'lapsed' && { window: 1 }),
        })),
      )
      expect(certified).toMatchObject({ standing: version.standing, inForce: true })
      for (const gone of [withdraw(version.id), comply(version.id, 'objects')]) {
        const lost = played(world, each(saying(version, ...FOR), gone))
        expect(['weakened', 'suspended']).toContain(lost.standing)
      }
    },
  },
  restore: {
    what: {
      en: 'a voice with which the rule is met again',
      es: 'una voz con la que vuelva a cumplirse la regla',
    },
    then: {
      en: 'Meanwhile it binds nobody, and once they kept it so for the charter’s time of cure, its end can be certified.',
      es: 'Entretanto no obliga a nadie y, si lo mantienen así durante el plazo de subsanación de la carta, puede certificarse su fin.',
    },
    from: ({ version, ...world }) => {
      const unsettled = saying(version, ...UNSETTLED)
      const isEnough = played({ version, ...world }, each(unsettled, comply(version.id))).inForce
      return isEnough ? unsettled : saying(version, ...AGAINST)
    },
    by: none,
    comes: (world, { from }) => {
      const { charter, version, now } = world
      expect(version.inForce).toBe(false)
      expect(played(world, each(from as readonly PartyId[], comply(version.id))).inForce).toBe(true)
      const since = { at: now, sizes: sizes(world) }
      const ended = (at: number) => tried(world, { result: 'ended', at, since }).standing
      expect(ended(now + charter.cure + 1)).toBe('ended')
      expect(ended(now + charter.cure)).toBe('suspended')
    },
  },
  unrestorable: {
    what: { en: 'a certificate that it ended', es: 'un certificado de que terminó' },
    then: {
      en: 'Meanwhile it binds nobody. Who withdrew cannot come back to it, and without them the rule cannot be met.',
      es: 'Entretanto no obliga a nadie. Quien se retiró no puede volver a él, y sin ellos la regla no puede cumplirse.',
    },
    from: anybody,
    by: none,
    comes: (world) => {
      const { version, now } = world
      expect(version.inForce).toBe(false)
      expect(saying(version, 'withdrawn')).not.toEqual([])
      expect(played(world, each(electors(version), comply(version.id))).inForce).toBe(false)
      expect(tried(world, { result: 'ended', at: now }).standing).toBe('ended')
    },
  },
  declare: {
    what: { en: 'a certificate that it is adopted', es: 'un certificado de que está adoptado' },
    then: {
      en: 'With it the text is in force; until then it is not.',
      es: 'Con él el texto entra en vigor; antes no lo está.',
    },
    from: anybody,
    by: none,
    comes: (world) => {
      expect(world.version.inForce).toBe(false)
      expect(tried(world, certificateIn(world)).inForce).toBe(true)
    },
  },
  'declare-while': {
    what: {
      en: 'a certificate that it is adopted, as long as the voices last by which it is',
      es: 'un certificado de que está adoptado, mientras duren las voces por las que lo está',
    },
    then: {
      en: 'With it the text is in force. After that a voice counts as silence, and the rule is met no more.',
      es: 'Con él el texto entra en vigor. Después una voz cuenta como silencio y la regla deja de cumplirse.',
    },
    from: anybody,
    by: (world) =>
      ends(seen(world))
        .map(({ until }) => until)
        .toSorted((a, b) => a - b)
        .find((at) => !isAdoptedWith(world, [], Math.max(at, world.version.expiry!))),
    comes: (world, { by }) => {
      expect(isAdoptedWith(world, [], by! - 1)).toBe(true)
      expect(isAdoptedWith(world, [], by!)).toBe(false)
    },
  },
  'declare-earlier': {
    what: {
      en: 'a certificate that it was adopted when its silence was over',
      es: 'un certificado de que quedó adoptado cuando terminó su silencio',
    },
    then: {
      en: 'Only what was on record then adopts it. What was said since counts after that, and may suspend it at once.',
      es: 'Solo lo que constaba entonces lo adopta. Lo dicho desde entonces cuenta después y puede suspenderlo de inmediato.',
    },
    from: anybody,
    by: none,
    comes: (world) => {
      const { early = {}, closed = {}, now } = world
      expect(tried(world, { result: 'adopted', at: now, early }).adopted).toEqual([])
      expect(isBroken(tried(world, { result: 'expired', at: now, early, cites: closed }))).toBe(
        false,
      )
      const then = tried(world, { result: 'adopted', at: now, early, cites: closed })
      expect(then.adopted).toHaveLength(1)
      expect(then.inForce).toBe(then.gate.open)
    },
  },
  'declare-broken': {
    what: {
      en: 'a certificate that the silence is broken',
      es: 'un certificado de que el silencio está roto',
    },
    then: {
      en: 'Silence adopts this version no more; only a new one helps.',
      es: 'El silencio ya no adopta esta versión; solo una versión nueva ayuda.',
    },
    from: anybody,
    by: none,
    comes: (world) => {
      const { closed: cites = {}, early = sizes(world) } = world
      const broken = tried(world, { result: 'expired', at: world.now, early, cites })
      expect(isBroken(broken)).toBe(true)
      expect(isAdoptedWith(world, electors(world.version))).toBe(false)
    },
  },
  undecided: {
    what: { en: 'a new version', es: 'una versión nueva' },
    then: {
      en: 'From what is on record now this one can be certified neither as adopted nor as broken, and no voice changes that. A node that holds a tree from when the silence was over may still certify what was on record then.',
      es: 'Con lo que consta ahora esta no puede certificarse ni adoptada ni rota, y ninguna voz lo cambia. Un nodo que guarde un árbol de cuando terminó el silencio aún puede certificar lo que constaba entonces.',
    },
    from: author,
    by: none,
    comes: (world) => {
      const early = world.early ?? sizes(world)
      for (const id of electors(world.version))
        for (const voice of ['complies', 'abstains'] as const) {
          const more = each([id], comply(world.version.id, voice))
          const at = world.now
          expect(played(world, more, [{ result: 'adopted', at, early }]).adopted).toEqual([])
          expect(
            isBroken(played(world, more, [{ result: 'expired', at, early, breaks: early }])),
          ).toBe(false)
        }
    },
  },
  acknowledge: {
    what: {
      en: 'a voice, or the acknowledgement of the text',
      es: 'una voz, o el acuse de recibo del texto',
    },
    then: {
      en: 'Without either the silence is broken.',
      es: 'Sin ninguno de los dos, el silencio se rompe.',
    },
    from: unacknowledged,
    by: ({ version, charter }) => version.expiry! - charter.notice,
    comes: (world, { from }) => {
      expect(isBroken(tried(world, { result: 'expired', at: over(world) }))).toBe(true)
      const had = played(world, each(from as readonly PartyId[], receipt(world.version.id)))
      expect(had.gate.reasons.map(({ code }) => code)).not.toContain('unacknowledged')
    },
  },
  answer: {
    what: {
      en: 'a voice; a receipt no longer helps',
      es: 'una voz; un acuse de recibo ya no sirve',
    },
    then: {
      en: 'Without one, silence cannot adopt the text.',
      es: 'Sin ella, el silencio no puede adoptar el texto.',
    },
    from: unacknowledged,
    by: expiry,
    comes: (world, { from }) => {
      const more = each(from as readonly PartyId[], receipt(world.version.id))
      const certificate = { result: 'adopted', at: over(world), early: sizes(world) } as const
      expect(played(world, {}, [certificate]).adopted).toEqual([])
      expect(played(world, more, [certificate]).adopted).toEqual([])
    },
  },
  instruct: {
    what: { en: 'the word of their capitals', es: 'la palabra de sus capitales' },
    then: {
      en: 'Whoever still waits then breaks the silence.',
      es: 'Quien siga esperando entonces rompe el silencio.',
    },
    from: (world) => saying(seen(world), 'awaits-instructions'),
    by: expiry,
    comes: (world) => {
      expect(isBroken(tried(world, { result: 'expired', at: over(world) }))).toBe(true)
    },
  },
  outlast: {
    what: {
      en: 'a voice that holds beyond the end; the one they gave does not',
      es: 'una voz que dure más allá del fin; la que dieron no dura',
    },
    then: {
      en: 'At the end it counts as no voice, and the text cannot be adopted without it.',
      es: 'Al final no cuenta como voz, y sin ella el texto no puede adoptarse.',
    },
    from: short,
    by: (world) => (world.version.rule === 'silence' ? expiry(world) : over(world)),
    comes: (world) => {
      expect(isAdoptedWith(world, [], over(world))).toBe(false)
    },
  },
  silence: {
    what: { en: 'a voice, if they are against it', es: 'una voz, si están en contra' },
    then: {
      en: 'Their silence will be consent unless they speak before then; an objection breaks it until what came of it can be certified.',
      es: 'Su silencio será consentimiento, salvo que hablen antes; una objeción lo rompe hasta que pueda certificarse lo que resulte.',
    },
    from: (world) => saying(seen(world), 'silent'),
    by: expiry,
    comes: (world) => {
      expect(isAdoptedWith(world, [], over(world))).toBe(true)
      isBrokenByObjection(world)
    },
  },
  objection: {
    what: {
      en: 'all have spoken, and any may still object',
      es: 'todos han hablado y cualquiera puede aún objetar',
    },
    then: {
      en: 'Unless one does before what came of it can be certified, the text can be declared adopted.',
      es: 'Si nadie lo hace antes de que pueda certificarse lo que resulte, el texto puede declararse adoptado.',
    },
    from: nobody,
    by: expiry,
    comes: (world) => {
      expect(saying(seen(world), 'silent', 'awaits-instructions')).toEqual([])
      expect(isAdoptedWith(world, [], over(world))).toBe(true)
      isBrokenByObjection(world)
    },
  },
  grace: {
    what: {
      en: 'the time to consent is over, and an objection still breaks the silence',
      es: 'ha pasado el tiempo de consentir y una objeción aún rompe el silencio',
    },
    then: {
      en: 'Then it shows whether the text can be certified as adopted, as broken, or as neither.',
      es: 'Entonces se ve si el texto puede certificarse como adoptado, como roto o como ninguna de las dos cosas.',
    },
    from: nobody,
    by: over,
    comes: (world) => {
      const now = isAdoptedWith(world, electors(world.version), over(world) - 1)
      expect(now).toBe(false)
      isBrokenByObjection(world)
    },
  },
  vote: {
    what: { en: 'their voices', es: 'sus voces' },
    then: {
      en: 'Then, or as soon as all have spoken, it can be declared adopted, unless one of them brakes the vote; who is silent then is not for it.',
      es: 'Entonces, o en cuanto todos hayan hablado, puede declararse adoptado, salvo que uno de ellos frene la votación; quien calle no está a favor.',
    },
    from: (world) => saying(seen(world), 'silent'),
    by: expiry,
    comes: (world, { from }) => {
      const { version, now } = world
      const who = from as readonly PartyId[]
      expect(isAdoptedWith(world, [], version.expiry!)).toBe(true)
      expect(isAdoptedWith(world, [], version.expiry! - 1)).toBe(false)
      const said = (vital: boolean) =>
        played(world, each(who, comply(version.id, 'objects', 'objects', { vital })), [
          { result: 'adopted', at: now },
        ]).adopted.length
      expect([said(false), said(true)]).toEqual([1, 0])
    },
  },
  brake: {
    what: {
      en: 'another voice in the place of reasons of national policy',
      es: 'otra voz en lugar de las razones de política nacional',
    },
    then: {
      en: 'No vote is taken while it stands.',
      es: 'No se vota mientras siga en pie.',
    },
    from: (world) => electors(seen(world)).filter((id) => seen(world).voices[id]!.vital === true),
    by: (world) => {
      const until = electors(seen(world)).flatMap((id) =>
        seen(world).voices[id]!.vital ? [seen(world).voices[id]!.until ?? Infinity] : [],
      )
      return Math.max(...until) === Infinity ? undefined : Math.max(...until)
    },
    comes: (world, { from, by }) => {
      const others = electors(world.version).filter((id) => !from.includes(id))
      expect(isAdoptedWith(world, others)).toBe(false)
      expect(isAdoptedWith(world, electors(world.version))).toBe(true)
      const without = {
        ...each(others, comply(world.version.id)),
        ...each(from as readonly PartyId[], withdraw(world.version.id)),
      }
      if (by !== undefined)
        expect(isAdoptedWith(world, others, by)).toBe(played(world, without).gate.open)
    },
  },
  voices: {
    what: {
      en: 'both voices, or other ones than they gave',
      es: 'ambas voces, u otras que las que dieron',
    },
    then: (rule) =>
      rule === 'qualified-majority'
        ? {
            en: 'It opens once enough members with enough population are for it.',
            es: 'Se abre cuando estén a favor suficientes miembros con suficiente población.',
          }
        : rule === 'participants-only'
          ? {
              en: 'It opens once enough of those it names are in.',
              es: 'Se abre cuando participen suficientes de los que nombra.',
            }
          : {
              en: 'It opens once every member has spoken, none keeps it shut and one is for it.',
              es: 'Se abre cuando todos los miembros hayan hablado, ninguno lo cierre y uno esté a favor.',
            },
    from: (world) => saying(seen(world), ...UNSETTLED),
    by: none,
    comes: (world, { from }) => {
      expect(isAdoptedWith(world, [])).toBe(false)
      // Where all have spoken then, it need not wait for the end of the vote.
      const opens = [world.now, due(world)].map((at) =>
        isAdoptedWith(world, from as readonly PartyId[], at),
      )
      expect(opens).toContain(true)
    },
  },
  change: {
    what: {
      en: 'a voice for it, in the place of the one they gave',
      es: 'una voz a favor, en lugar de la que dieron',
    },
    then: {
      en: 'As voices stand it cannot be adopted; else only a new version helps.',
      es: 'Tal como están las voces no puede adoptarse; si no, solo una versión nueva ayuda.',
    },
    from: (world) => saying(seen(world), ...AGAINST),
    by: (world) => (world.version.rule === 'silence' ? expiry(world) : undefined),
    comes: (world, { from }) => {
      expect(isAdoptedWith(world, [])).toBe(false)
      expect(isAdoptedWith(world, from as readonly PartyId[])).toBe(true)
      if (world.version.rule !== 'silence')
        expect(isAdoptedWith(world, saying(seen(world), ...UNSETTLED))).toBe(false)
    },
  },
  stuck: {
    what: { en: 'a new version', es: 'una versión nueva' },
    then: {
      en: 'No voice can open this one any more.',
      es: 'Ninguna voz puede ya abrir esta.',
    },
    from: author,
    by: none,
    comes: (world) => {
      expect(isAdoptedWith(world, electors(world.version))).toBe(false)
    },
  },
}

/** An objection of any elector breaks the silence until the grace is over, and at its end no more. */
function isBrokenByObjection(world: World) {
  for (const id of electors(world.version).filter((one) => one !== world.version.by)) {
    const broken = played(world, each([id], comply(world.version.id, 'objects')), [
      { result: 'expired', at: over(world), early: sizes(world) },
    ])
    expect(isBroken(broken)).toBe(true)
    expect(broken.standing).toBe('broken')
  }
}

const certificateIn = (world: World): Certificate => ({
  result: 'adopted',
  at: due(world),
  ...(world.early && { early: world.early }),
})

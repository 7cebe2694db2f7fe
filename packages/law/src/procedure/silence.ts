import type { InLanguages, Verification } from '@entente/lexicon'
import type { Source } from '../source.ts'

/** Whether an act breaks a silence; `not-stated` where the text, as far as it was read, says nothing of it. */
export type Breaks = 'yes' | 'not-stated'

/** One organisation's way of adopting a text by silence, as far as its own rules say. */
export type SilenceModel = {
  readonly id: 'eu-coreu' | 'osce' | 'nato'
  readonly name: InLanguages
  readonly source: Source
  readonly breaks: { readonly objection: Breaks; readonly amendment: Breaks }
}

const AS_OF = '2026-11-23'

const source = (provision: {
  readonly id: string
  readonly instrument: string
  readonly provision: string
  readonly citation: InLanguages
  readonly restatement: InLanguages
  readonly seenAt: string
  readonly verification: Verification
  readonly since: string
}): Source => ({ asOf: AS_OF, ...provision })

/** The Union’s: texts of the common foreign and security policy, by the COREU network. */
const coreu: SilenceModel = {
  id: 'eu-coreu',
  name: { en: 'COREU silence procedure', es: 'procedimiento de silencio COREU' },
  source: source({
    id: 'council-rop-12-2-d',
    since: '2009',
    instrument: 'Rules of Procedure of the Council (Decision 2009/937)',
    provision: 'Article 12(2)(d)',
    citation: {
      en: 'Council Rules of Procedure, Article 12(2)(d)',
      es: 'Reglamento interno del Consejo, artículo 12, apartado 2, letra d)',
    },
    restatement: {
      en: 'A text put by COREU is deemed adopted at the end of the period that the Presidency lays down according to urgency, except where a member of the Council objects.',
      es: 'Un texto presentado por COREU se considera adoptado al final del plazo que fija la Presidencia según la urgencia, salvo que un miembro del Consejo se oponga.',
    },
    seenAt:
      'liquisearch.com, quoting Article 12(2); the consolidated text (CELEX 02009D0937-20220101) was not read',
    verification: 'summary-seen',
  }),
  breaks: { objection: 'yes', amendment: 'not-stated' },
}

/** The Organization for Security and Co-operation in Europe’s. */
const osce: SilenceModel = {
  id: 'osce',
  name: { en: 'OSCE silence procedure', es: 'procedimiento de silencio de la OSCE' },
  source: source({
    id: 'osce-rop-annex-1-a',
    since: '2006',
    instrument: 'OSCE Rules of Procedure (2006)',
    provision: 'Annex 1(A)',
    citation: {
      en: 'OSCE Rules of Procedure (2006), Annex 1(A)',
      es: 'Reglamento de la OSCE (2006), anexo 1(A)',
    },
    restatement: {
      en: 'The chair proposes the silence, whose use itself needs consensus, with the exact day and hour of its end. A written notice of an objection or of an amendment before then breaks it, and the text is not adopted.',
      es: 'La presidencia propone el silencio, cuyo uso requiere a su vez consenso, con el día y la hora exactos de su fin. Un aviso escrito de objeción o de enmienda antes de entonces lo rompe, y el texto no se adopta.',
    },
    seenAt: 'osce.org/ar/node/660025; copies of the Rules of 2006',
    verification: 'text-seen',
  }),
  breaks: { objection: 'yes', amendment: 'yes' },
}

/** The North Atlantic Treaty Organization’s: known by what was reported of one case. */
const nato: SilenceModel = {
  id: 'nato',
  name: { en: 'NATO silence procedure', es: 'procedimiento de silencio de la OTAN' },
  source: source({
    id: 'nato-silence',
    since: 'none',
    instrument: 'Practice of the North Atlantic Council',
    provision: 'none published',
    citation: {
      en: 'NATO silence procedure, as reported of February 2003',
      es: 'procedimiento de silencio de la OTAN, según se informó de febrero de 2003',
    },
    restatement: {
      en: 'The Secretary General circulates a text with a deadline; a letter of objection before the deadline breaks the silence.',
      es: 'El Secretario General distribuye un texto con un plazo; una carta de objeción antes de que venza rompe el silencio.',
    },
    seenAt: 'Congressional Research Service, RS21510',
    verification: 'summary-seen',
  }),
  breaks: { objection: 'yes', amendment: 'not-stated' },
}

export const SILENCE_MODELS = { 'eu-coreu': coreu, osce, nato } as const satisfies {
  readonly [Id in SilenceModel['id']]: SilenceModel
}

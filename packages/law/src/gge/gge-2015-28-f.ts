import { asRestated, readsItNarrowly, readsItWidely } from '../effect.ts'
import { type Dispute, disputed, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'

const dutyToShow: Dispute = {
  id: 'duty-to-show-evidence',
  about: {
    en: 'Must a State that accuses another show its evidence?',
    es: '¿Debe mostrar sus pruebas el Estado que acusa a otro?',
  },
  issue: 'attribution-evidence-duty',
  sides: [
    {
      says: {
        en: 'no: whether to publish is a political choice',
        es: 'no: publicarlas es una decisión política',
      },
      authorities: ['Cyber Law Toolkit, Attribution, introduction', 'Spacil 2023, p. 91'],
      readings: ['no-duty'],
    },
    {
      says: {
        en: 'yes: accusations must be substantiated',
        es: 'sí: las acusaciones deben fundamentarse',
      },
      authorities: ['UN GGE 2015, para. 28(f)'],
      readings: ['substantiation-required'],
    },
  ],
}

export const substantiation = rule({
  id: 'gge-2015-28-f',
  source: {
    id: 'gge-2015-28-f',
    instrument: 'Report of the UN Group of Governmental Experts, A/70/174 (2015)',
    provision: 'Paragraph 28(f)',
    citation: {
      en: 'UN GGE 2015, A/70/174, para. 28(f)',
      es: 'GEG de la ONU 2015, A/70/174, párr. 28 f)',
    },
    restatement: {
      en: 'That an activity came from the territory or infrastructure of a State may be insufficient to attribute it; accusations should be substantiated. Most States that spoke see no legal duty to publish.',
      es: 'Que una actividad proceda del territorio o la infraestructura de un Estado puede ser insuficiente para atribuírsela; las acusaciones deben fundamentarse. La mayoría de los Estados que se han pronunciado no ve un deber jurídico de publicar.',
    },
    url: 'https://undocs.org/A/70/174',
    seenAt: 'quoted in Spacil 2023, p. 91',
    verification: 'text-seen',
    asOf: '2026-11-23',
  },
  authorities: ['UN GGE 2021, A/76/135, norm (b)'],
  question: {
    en: 'Is the accusation substantiated towards others?',
    es: '¿Está fundamentada la acusación ante los demás?',
  },
  facts: ['evidencePublished'],
  disputes: [dutyToShow],
  view: {
    issue: 'attribution-evidence-duty',
    dispute: dutyToShow,
    effects: {
      'no-duty': readsItWidely,
      'substantiation-required': readsItNarrowly,
      addressed: asRestated,
      silent: asRestated,
      unknown: asRestated,
    },
  },
  test: ({ evidencePublished }) => {
    if (evidencePublished === undefined) return unknown('evidencePublished')
    return evidencePublished === 'none'
      ? disputed(dutyToShow, 'no evidence is published', 'no se publica ninguna prueba')
      : satisfied('evidence is published', 'se publican pruebas')
  },
})

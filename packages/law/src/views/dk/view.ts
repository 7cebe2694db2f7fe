import { published, type View } from '../../view.ts'

/** The published view of: Denmark. What no source that was read says is `unknown`. */
export const dk: View = {
  holder: published('DK', 'state', { en: 'Denmark', es: 'Dinamarca' }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        "Denmark's Position Paper on the Application of International Law in Cyberspace, NJIL 2023, p. 447 ff.",
      date: '2023-07-04',
      url: 'https://database.cyberpolicyportal.org/en/entity/6ekwy2l14g8?page=2',
    },
    {
      title: "Denmark's Position Paper on the Application of International Law in Cyberspace",
      date: '2023-07',
      url: 'https://perma.cc/6D5U-ZXJ8',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone rule with a threshold of more than negligible effect, judged case by case.',
        es: 'Una regla por sí misma, con el umbral de un efecto más que insignificante, que se aprecia caso por caso.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': {
      value: 'above-a-minimum',
      says: {
        en: 'A stand-alone rule with a threshold of more than negligible effect, judged case by case.',
        es: 'Una regla por sí misma, con el umbral de un efecto más que insignificante, que se aprecia caso por caso.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Paper covers non-intervention as binding.',
        es: 'El documento trata la no intervención como vinculante.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Denmark_(2023)',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Injury, death or significant physical damage is prima facie force; severe economic effects (financial system) cannot be ruled out.',
        es: 'Las lesiones, la muerte o los daños físicos significativos son prima facie fuerza; no pueden descartarse efectos económicos graves (sistema financiero).',
      },
      source: 'Denmark 2023, via https://cjwi.org/fa/wp-json/wp/v2/posts/1605',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Customary right; by cyber or other means, also against a non-cyber or cyber wrong; only to bring back compliance; not in anticipation; effects should be reversible.',
        es: 'Un derecho consuetudinario; por medios cibernéticos o de otro tipo, también contra un ilícito no cibernético o cibernético; solo para lograr que se vuelva al cumplimiento; no de forma anticipada; los efectos deberían ser reversibles.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q1, Q2, Q2a, Q2b, Q3: Yes; Q12: No; Q14: Yes',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-always',
      says: {
        en: 'Notice to the responsible state is required in principle, but not absolutely.',
        es: 'El aviso al Estado responsable se exige en principio, pero no de forma absoluta.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q24b: Yes; Q24.b.i absolute: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'open',
      says: {
        en: 'Addresses collective action and help by non-injured states without a definite answer (coded ambiguous on collective action, on assistance and on multilateral-treaty breaches).',
        es: 'Trata la acción colectiva y la ayuda de Estados no lesionados sin respuesta definitiva (codificado como ambiguo en la acción colectiva, en la asistencia y en las violaciones de tratados multilaterales).',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q20, Q21, Q22: Ambiguity',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'open',
      says: {
        en: 'Addressed without a definite answer (2023; draft coding).',
        es: 'Se trata sin respuesta definitiva (2023; codificación en borrador).',
      },
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'open',
      says: {
        en: 'Addressed without a definite answer (2023; draft coding).',
        es: 'Se trata sin respuesta definitiva (2023; codificación en borrador).',
      },
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'open',
      says: {
        en: 'Addressed without a definite answer (2023; draft coding).',
        es: 'Se trata sin respuesta definitiva (2023; codificación en borrador).',
      },
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Countermeasures may not involve force.',
        es: 'Las contramedidas no pueden implicar la fuerza.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q10: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Cyber attack with effects like a kinetic one qualifies; state practice supports self-defence against a non-state actor in some instances.',
        es: 'Cuenta como ataque armado un ciberataque con efectos como los de uno cinético; la práctica de los Estados apoya en algunos casos la legítima defensa contra un actor no estatal.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row DNK, Q1, Q3, Q4, Q12b',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row DNK, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'silent',
      says: {
        en: 'The toolkit list of positions that address necessity does not include this one.',
        es: 'La lista del Toolkit de las posiciones que tratan el estado de necesidad no incluye esta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Paper covers IHL among its issues.',
        es: 'El documento incluye el derecho internacional humanitario entre sus cuestiones.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Denmark_(2023)',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
        es: 'La autoridad soberana sobre la infraestructura se ejerce con sujeción al derecho internacional de los derechos humanos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}

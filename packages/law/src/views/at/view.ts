import { published, type View } from '../../view.ts'

/** The published view of: Austria. What no source that was read says is `unknown`. */
export const at: View = {
  holder: published('AT', 'state', { en: 'Austria', es: 'Austria' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Cyber Activities and International Law (final)',
      date: '2024-04-23',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Austria_(2024)',
    },
    { title: 'OEWG statement', date: '2020-02', url: 'https://instant.com.pk/uk/65560/' },
    {
      title: 'Position Paper: Cyber Activities and International Law',
      date: '2024-04',
      url: 'https://perma.cc/J6LL-59E9',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Obligation to respect sovereignty is a separate rule, breached by violating territorial integrity or interfering with inherently governmental functions.',
        es: 'La obligación de respetar la soberanía es una regla aparte, que se infringe al violar la integridad territorial o al interferir en funciones inherentemente gubernamentales.',
      },
      source:
        'Just Security 2024, https://justsecurity.org/96993/austrias-stance-cyber-operations-international-law',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Non-intervention treated as a rule distinct from sovereignty; progressive reading discussed.',
        es: 'La no intervención se trata como una regla distinta de la soberanía; se analiza una lectura progresista.',
      },
      source:
        'Just Security 2024, https://justsecurity.org/96993/austrias-stance-cyber-operations-international-law',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Scale and effects; non-violent effects such as loss of function or economic harm may qualify.',
        es: 'Escala y efectos; pueden considerarse uso de la fuerza efectos no violentos, como la pérdida de funcionalidad o el perjuicio económico.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row AUT, Q6.3: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'General due diligence obligation (Corfu Channel) is one of conduct and applies to cyber activities.',
        es: 'La obligación general de diligencia debida (Canal de Corfú) es de comportamiento y se aplica a las actividades cibernéticas.',
      },
      source:
        'Austria 2024, via https://cyberlaw.ccdcoe.org/wiki/National_position_of_Austria_(2024)?curid=584&diff=4208&oldid=4190',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Victim states may react by proportionate countermeasures; preventive measures such as planted logic bombs cannot be justified.',
        es: 'Los Estados víctimas pueden reaccionar con contramedidas proporcionadas; no pueden justificarse medidas preventivas como las bombas lógicas colocadas de antemano.',
      },
      source:
        'Austria 2024 p. 9, via https://cyberlaw.ccdcoe.org/wiki/National_position_of_Austria_(2024)?curid=584&diff=4208&oldid=4190; Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Charter and customary right, also against non-state actors without state involvement where the host is unwilling or unable, and before an imminent attack; accumulation accepted; must be reported to the Security Council.',
        es: 'Un derecho según la Carta y la costumbre, también contra actores no estatales sin participación de un Estado cuando el Estado anfitrión no quiere o no puede actuar, y antes de un ataque inminente; se acepta la acumulación; debe informarse al Consejo de Seguridad.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint:
        'row AUT, NSA, unwilling/unable, anticipatory, aggregation: Yes; citation Austria 2024 p. 7',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'also-added-up',
      says: {
        en: 'Charter and customary right, also against non-state actors without state involvement where the host is unwilling or unable, and before an imminent attack; accumulation accepted; must be reported to the Security Council.',
        es: 'Un derecho según la Carta y la costumbre, también contra actores no estatales sin participación de un Estado cuando el Estado anfitrión no quiere o no puede actuar, y antes de un ataque inminente; se acepta la acumulación; debe informarse al Consejo de Seguridad.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint:
        'row AUT, NSA, unwilling/unable, anticipatory, aggregation: Yes; citation Austria 2024 p. 7',
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
        en: 'Paper covers international humanitarian law and neutrality.',
        es: 'El documento abarca el derecho internacional humanitario y la neutralidad.',
      },
      source:
        'Vindobona 2024, https://www.vindobona.org/article/austrias-progressive-stance-on-cyber-operations-and-international-law',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereignty may not be misused to justify human rights violations within borders.',
        es: 'No puede abusarse de la soberanía para justificar violaciones de los derechos humanos dentro de las fronteras.',
      },
      source: 'Austria OEWG 2020, https://instant.com.pk/uk/65560/',
      on: '2020-02',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}

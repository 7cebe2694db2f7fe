import { published, type View } from '../../view.ts'

/** The published view of: United Kingdom. What no source that was read says is `unknown`. */
export const gb: View = {
  holder: published('GB', 'state', {
    en: 'United Kingdom of Great Britain and Northern Ireland',
    es: 'Reino Unido de Gran Bretaña e Irlanda del Norte',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Wright, Cyber and International Law in the 21st Century',
      date: '2018-05-23',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_the_United_Kingdom',
    },
    {
      title: 'Statement in A/76/136',
      date: '2021-06',
      url: 'https://database.cyberpolicyportal.org/en/entity/fk7hpc2b55e?page=2',
    },
    { title: 'Braverman, International Law in Future Frontiers', date: '2022-05-19', url: 'none' },
    { title: 'Wright speech', date: '2018-05-23', url: 'https://perma.cc/U39M-962P' },
    { title: 'UK statement', date: '2021-06', url: 'https://perma.cc/RJL8-DV4L' },
  ],
  readings: {
    sovereignty: {
      value: 'principle',
      says: {
        en: 'No cyber-specific rule on violating territorial sovereignty beyond non-intervention.',
        es: 'Ninguna regla específica de lo cibernético sobre la violación de la soberanía territorial más allá de la no intervención.',
      },
      source:
        'https://cyberlaw.ccdcoe.org/wiki/National_position_of_the_United_Kingdom; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Electoral manipulation, parliament and financial stability are examples; boundary not clear.',
        es: 'La manipulación electoral, el parlamento y la estabilidad financiera son ejemplos; el límite no está claro.',
      },
      source: 'http://tokyogringo.myjp.net/2018/05/24-0146.html',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: {
      value: 'also-loss-of-control',
      says: {
        en: 'Depriving a State of control over matters within its domaine réservé is coercion.',
        es: 'Privar a un Estado del control de asuntos de su dominio reservado es coacción.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row GBR, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Charter in its entirety incl. art 2(4).',
        es: 'La Carta en su totalidad, incluido el artículo 2(4).',
      },
      source: 'https://database.cyberpolicyportal.org/en/entity/cduzbi9qyum?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'voluntary',
      says: {
        en: 'Listed (with Israel) among the states that frame it as a voluntary norm of responsible behaviour in their position.',
        es: 'Figura (con Israel) entre los Estados que en su posición la presentan como una norma voluntaria de comportamiento responsable.',
      },
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, first paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'International law does not require disclosure of evidence.',
        es: 'El derecho internacional no exige revelar las pruebas.',
      },
      source:
        'The Problem With Ill-Substantiated Public Cyber Attribution (2022) (github:LuanoRodrigues/AssistAcad:Files/md_files/7CJPMXT8.md)',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Has expressly confirmed that the law of countermeasures applies to cyber operations.',
        es: 'Ha confirmado expresamente que el derecho de las contramedidas se aplica a las operaciones cibernéticas.',
      },
      source:
        'Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': {
      value: 'not-required',
      says: {
        en: 'Not legally obliged to give prior notice, incl. calling on the state, in all circumstances; must be necessary and proportionate.',
        es: 'No hay obligación jurídica de avisar previamente, lo que incluye requerir al Estado, en todas las circunstancias; debe ser necesario y proporcionado.',
      },
      source:
        'https://www.theregister.com/2021/06/11/uk_ungge_cyber_norms_submission/; https://cyberlaw.ccdcoe.org/wiki/Talk:Countermeasures',
      on: '2021-06',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-notification': {
      value: 'not-required',
      says: {
        en: 'Not legally obliged to give prior notice, incl. calling on the state, in all circumstances; must be necessary and proportionate.',
        es: 'No hay obligación jurídica de avisar previamente, lo que incluye requerir al Estado, en todas las circunstancias; debe ser necesario y proporcionado.',
      },
      source:
        'https://www.theregister.com/2021/06/11/uk_ungge_cyber_norms_submission/; https://cyberlaw.ccdcoe.org/wiki/Talk:Countermeasures',
      on: '2021-06',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'Draft table codes Ambiguity on the duty and No on its being absolute (2018, 2021 and 2022 papers).',
          es: 'La tabla en borrador codifica ambigüedad en el deber y un no en que sea absoluto (documentos de 2018, 2021 y 2022).',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-countermeasures': {
      value: 'open',
      says: {
        en: 'States should consider how the framework can accommodate calls of injured states for help.',
        es: 'Los Estados deberían considerar cómo puede el marco dar cabida a las peticiones de ayuda de los Estados lesionados.',
      },
      source:
        'Schmitt, Ireland Takes Key Stands on International Law in Cyberspace, EJIL:Talk! 2023, https://www.ejiltalk.org/ireland-takes-key-stands-on-international-law-in-cyberspace/ (continuation seen in translation at https://wsdatabasein.com/state-practice-shows-that) quoting the 2022 Attorney General; Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 p.106 (less explicit, in favour)',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': {
      value: 'open',
      says: {
        en: 'States may consider how the law could accommodate calls of an injured state for help (2022).',
        es: 'Los Estados pueden considerar cómo podría el derecho dar cabida a las peticiones de ayuda de un Estado lesionado (2022).',
      },
      source: 'Attorney General, 19 May 2022, https://perma.cc/69JF-VV9Y; Spacil 2023, p. 106',
      on: '2022-05-19',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'open',
      says: { en: 'Same passage (2022).', es: 'El mismo pasaje (2022).' },
      source: 'Attorney General, 19 May 2022, https://perma.cc/69JF-VV9Y; Spacil 2023, p. 106',
      on: '2022-05-19',
      basis: 'sourced',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Countermeasures may not amount to a use of force.',
        es: 'Las contramedidas no pueden constituir un uso de la fuerza.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Operations of equivalent scale to an armed attack trigger art 51.',
        es: 'Las operaciones de escala equivalente a un ataque armado activan el artículo 51.',
      },
      source:
        'https://database.cyberpolicyportal.org/en/entity/cduzbi9qyum?page=2; http://tokyogringo.myjp.net/2018/05/24-0146.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
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
        en: 'IHL applies to cyber operations in armed conflict.',
        es: 'El derecho internacional humanitario se aplica a las operaciones cibernéticas en un conflicto armado.',
      },
      source: 'https://database.cyberpolicyportal.org/en/entity/cduzbi9qyum?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Rights offline must be protected online.',
        es: 'Los derechos que existen fuera de línea deben protegerse en línea.',
      },
      source: 'https://database.cyberpolicyportal.org/en/entity/cduzbi9qyum?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}

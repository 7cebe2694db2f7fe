import { published, type View } from '../../view.ts'

/** The published view of: France. What no source that was read says is `unknown`. */
export const fr: View = {
  holder: published('FR', 'state', { en: 'France', es: 'Francia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'International law applied to operations in cyberspace (Ministry of the Armies)',
      date: '2019-09-09',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
    },
    {
      title: 'Contribution to the UN',
      date: '2021',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2021)',
    },
    {
      title: 'International Law Applied to Operations in Cyberspace (paper shared with the OEWG)',
      date: '2021',
      url: 'https://perma.cc/9N3U-3CU8',
    },
  ],
  note: {
    en: 'EEAS paper of 13 July 2022 records that a French Presidency reflection paper triggered the EU debate on third-party countermeasures.',
    es: 'El documento del SEAE de 13 de julio de 2022 recoge que un documento de reflexión de la Presidencia francesa dio lugar al debate de la UE sobre las contramedidas de terceros.',
  },
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Any cyberattack against French systems or effects on French territory by a state may violate sovereignty.',
        es: 'Todo ciberataque contra sistemas franceses o todo efecto en territorio francés, por parte de un Estado, puede violar la soberanía.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'A 2022 document softens it: any cyber attack "could" breach sovereignty; the author asks France to clarify.',
          es: 'Un documento de 2022 lo suaviza: todo ciberataque «podría» violar la soberanía; la autora pide a Francia que lo aclare.',
        },
        source:
          'Gery, GEODE, 2024-09-24, https://geode.science/position-francaise-souverainete-cyberespace-interpretation-nuancee-avec-aude-gery/',
      },
    },
    'sovereignty-threshold': {
      value: 'also-below',
      says: {
        en: 'Any cyberattack against French systems or effects on French territory by a state may violate sovereignty.',
        es: 'Todo ciberataque contra sistemas franceses o todo efecto en territorio francés, por parte de un Estado, puede violar la soberanía.',
      },
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
      basis: 'sourced',
      reliability: 'none',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations.',
        es: 'La prohibición se aplica a las operaciones cibernéticas.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row FRA, Q3 applies to cyber: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Operations without physical effects may also be force, by criteria beyond physical damage.',
        es: 'Las operaciones sin efectos físicos también pueden ser fuerza, según criterios que van más allá de los daños físicos.',
      },
      source:
        'University of Lodz, Poland will decide about the war in cyberspace itself, https://uni.lodz.pl/en/students-zone/news/details/poland-will-decide-about-the-war-in-cyberspace-itself; https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'States must ensure their domain is not used for wrongful acts; failure does not by itself allow force against them.',
        es: 'Los Estados deben velar por que su ámbito no se utilice para hechos ilícitos; no hacerlo no permite por sí solo la fuerza contra ellos.',
      },
      source:
        'https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html; Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'Attribution is a national political decision.',
        es: 'La atribución es una decisión política nacional.',
      },
      source:
        'France 2019 section 1.3, https://vdocuments.net/international-law-applied-to-operations-in-cyberspace-law-including-the-united.html; Cyber Law Toolkit, Attribution (list of states), https://cyberlaw.ccdcoe.org/wiki/Attribution',
      on: '2019-09-09',
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
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-always',
      says: {
        en: 'Urgent cyber countermeasures may be taken without prior notification, as an exception to the general duty.',
        es: 'Las contramedidas cibernéticas urgentes pueden tomarse sin notificación previa, como excepción al deber general.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.100',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'rejects',
      says: {
        en: 'Expressly rejects collective countermeasures as a lawful response.',
        es: 'Rechaza expresamente las contramedidas colectivas como respuesta lícita.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint:
        'p.106; also Summary of Schmitt & Watts on collective countermeasures, https://intelwar.press/?p=37480',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: {
          en: 'Rejection also coded for the 2021 OEWG paper (Q20 No; Q21, on assistance, No), not only for that of 2019.',
          es: 'El rechazo está codificado también para el documento de 2021 ante el Grupo de Trabajo de Composición Abierta (un no en Q20 y un no en Q21, sobre la asistencia), y no solo para el de 2019.',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-own-right': {
      value: 'rejects',
      says: {
        en: 'Collective countermeasures are not a lawful answer (2019, 2021); reopened for discussion in 2022.',
        es: 'Las contramedidas colectivas no son una respuesta lícita (2019, 2021); el debate se reabrió en 2022.',
      },
      source:
        'Position paper, 9 September 2019, in Spacil 2023, p. 106; paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'rejects',
      says: {
        en: 'Coded No in a draft table for the 2021 paper.',
        es: 'Codificado con un no en una tabla en borrador para el documento de 2021.',
      },
      source:
        'Paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'rejects',
      says: {
        en: 'Coded No in a draft table for the 2021 paper.',
        es: 'Codificado con un no en una tabla en borrador para el documento de 2021.',
      },
      source:
        'Paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q21)',
      basis: 'reported',
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
      value: 'accepted-preemptive',
      says: {
        en: 'Significant scale or severity may be an armed attack; allows preemptive self-defence.',
        es: 'Una escala o gravedad significativas pueden ser un ataque armado; admite la legítima defensa preemptiva.',
      },
      source:
        'France 2019 section 1.2; https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': {
      value: 'also-added-up',
      says: {
        en: 'Only the most grave uses of force are an armed attack; operations that each fall below it may add up to one.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado; operaciones que por separado no lo alcanzan pueden sumarse hasta serlo.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row FRA, only the most grave, aggregation: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'addressed',
      says: {
        en: 'The published position addresses the plea of necessity as a possible basis for response.',
        es: 'La posición publicada trata el estado de necesidad como posible base de una respuesta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'sourced',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Part II applies IHL to cyber operations in armed conflict.',
        es: 'La parte II aplica el derecho internacional humanitario a las operaciones cibernéticas en un conflicto armado.',
      },
      source: 'France 2019 contents',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}

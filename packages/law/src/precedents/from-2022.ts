import { LISTED_FOR_EFFECT, type Precedent } from './precedent.ts'

export const from2022: readonly Precedent[] = [
  {
    id: 'ka-sat-2022',
    entry: 'CASE-12',
    name: { en: 'Viasat KA-SAT', es: 'Viasat KA-SAT' },
    from: '2022-02-24',
    happened: {
      en: 'A wiper on satellite modems an hour before an invasion; outages in other States, 5,800 wind turbines without remote control.',
      es: 'Un borrador en módems de satélite una hora antes de una invasión; cortes en otros Estados, 5800 aerogeneradores sin control remoto.',
    },
    answered: {
      en: 'Joint attribution; the Union named a State for the first time and announced further steps.',
      es: 'Atribución conjunta; la Unión nombró a un Estado por primera vez y anunció nuevos pasos.',
    },
    teaches: [
      {
        en: 'In an armed conflict humanitarian law applies to the operation as such.',
        es: 'En un conflicto armado se aplica a la operación como tal el derecho humanitario.',
      },
      {
        en: 'States with outages are possibly injured themselves.',
        es: 'Los Estados con cortes son posiblemente Estados lesionados.',
      },
    ],
    rules: ['tallinn-part-iv', 'arsiwa-42', 'tallinn-4-territory', 'arsiwa-51'],
    facts: [
      { id: 'armedConflict', value: 'international', from: 'an hour before the invasion' },
      { id: 'conflictNexus', value: true, from: 'humanitarian law applies to it as such' },
    ],
    sources: [
      'https://en.interfax.com.ua/news/general/831068.html',
      'https://www.politico.eu/article/eu-countries-blame-ukraine-satellite-hack-on-russia/',
      'https://divbracket.com/trending-news/11172.html?amp=1',
      'https://thelocalread.com/eu-condemns-russian-cyberattacks-on-ukraine/',
    ],
  },
  {
    id: 'costa-rica-2022',
    entry: 'CASE-13',
    name: { en: 'Costa Rica ransomware', es: 'Secuestro de datos en Costa Rica' },
    from: '2022-04-12',
    to: '2022-06',
    happened: {
      en: 'Ransomware of criminal groups on 27 public bodies; tax and customs were paralysed.',
      es: 'Programas de secuestro de grupos criminales en 27 organismos públicos; tributos y aduanas, paralizados.',
    },
    answered: {
      en: 'A state of emergency, a reward, and technical assistance at the victim’s request.',
      es: 'Estado de emergencia, una recompensa y asistencia técnica a petición de la víctima.',
    },
    teaches: [
      {
        en: 'No attribution to a State: countermeasures are closed, necessity and due diligence remain.',
        es: 'Sin atribución a un Estado: las contramedidas quedan cerradas; restan el estado de necesidad y la diligencia debida.',
      },
    ],
    rules: ['arsiwa-8', 'corfu-channel-22', 'arsiwa-25', 'tfeu-222'],
    facts: [
      { id: 'actor', value: 'private-group', from: 'attributed to criminal groups' },
      { id: 'link', value: 'none', from: 'no attribution to a State' },
      { id: 'breaksObligation', value: false, from: 'assistance at the victim’s request' },
    ],
    sources: [
      'https://www.lawfaremedia.org/article/a-victim-s-perspective-on-international-law-in-cyberspace',
      'https://www.chathamhouse.org/2024/05/countermeasures-international-law-and-their-role-cyberspace/01-introduction',
      'https://www.newdelhitimes.com/international-political-scenario-for-costa-rica-13-20-may-2022',
    ],
  },
  {
    id: 'albania-2022',
    entry: 'CASE-14',
    name: { en: 'Albania / Homeland Justice', es: 'Albania / Homeland Justice' },
    from: '2022-07-15',
    happened: {
      en: 'A wiper and ransomware on electronic government; a second wave in September.',
      es: 'Un borrador y un programa de secuestro contra la administración electrónica; una segunda ola en septiembre.',
    },
    answered: {
      en: 'Diplomatic relations were severed; sanctions of an ally; a statement of the alliance.',
      es: 'Se rompieron las relaciones diplomáticas; sanciones de un aliado; declaración de la alianza.',
    },
    teaches: [
      {
        en: 'The strongest retorsion so far; Article 5 was discussed in public and not invoked.',
        es: 'La retorsión más fuerte hasta ahora; del artículo 5 se habló en público y no se invocó.',
      },
      {
        en: 'Systems were restored: that bears on sovereignty and on proportionality.',
        es: 'Los sistemas se restablecieron: eso pesa en la soberanía y en la proporcionalidad.',
      },
    ],
    rules: ['retorsion', 'nat-5', 'tallinn-4-functions'],
    facts: [
      { id: 'effect', value: 'temporary-loss', from: 'systems restored, no irreversible wiping' },
      { id: 'breaksObligation', value: false, from: 'relations severed: no legal basis needed' },
      { id: 'allianceDecision', value: 'none', from: 'Article 5 was not invoked' },
    ],
    sources: [
      'https://www.taiwannews.com.tw/en/news/4651056',
      'https://tiranapost.net/lajme-nga-bota/nato-reagon-per-nderprerjen-e-marredhenieve-diplomatike-me-iranin-i518151',
      'https://themedialine.org/headlines/albania-cuts-ties-with-iran-after-accusing-tehran-of-massive-cyberattack/',
      'https://www.secureworld.io/industry-news/cyberattack-albania-iran',
    ],
  },
  {
    id: 'spd-2022',
    entry: 'CASE-15',
    name: {
      en: 'APT28 against SPD and Czech institutions',
      es: 'APT28 contra el SPD e instituciones checas',
    },
    from: '2022-03',
    to: '2023',
    happened: {
      en: 'Mail accounts of a party’s leadership and of firms compromised through an unknown flaw.',
      es: 'Cuentas de correo de la dirección de un partido y de empresas, comprometidas por un fallo desconocido.',
    },
    answered: {
      en: 'Statements of two nations, the Union and the alliance on one day; an ambassador recalled for a week.',
      es: 'Declaraciones de dos naciones, la Unión y la alianza el mismo día; un embajador llamado a consultas una semana.',
    },
    teaches: [
      {
        en: 'A summons and a recall need no legal basis: retorsion.',
        es: 'Una convocatoria y una llamada a consultas no necesitan base jurídica: retorsión.',
      },
      {
        en: 'Statements on the same day are a model for the timeline of a common position.',
        es: 'Declarar el mismo día es un modelo de calendario para una posición común.',
      },
    ],
    rules: ['retorsion', 'council-10289-23', 'tallinn-32', 'nicaragua-205'],
    facts: [
      { id: 'breaksObligation', value: false, from: 'summons and recall: no legal basis needed' },
    ],
    sources: [
      'https://kyivindependent.com/germany-temporarily-recalls-ambassador-from-russia-after-cyberattacks',
      'http://tvp.pl/tvp-world/kategorie/politics/germany-recalls-its-envoy-in-russia-over-cyberattack-accusations/77383812',
    ],
  },
  {
    id: 'unit-29155',
    entry: 'CASE-18',
    name: { en: 'GRU Unit 29155 against Estonia', es: 'Unidad 29155 del GRU contra Estonia' },
    from: '2020-11',
    happened: {
      en: 'Intrusion in three ministries and agencies; 350 GB of documents taken.',
      es: 'Intrusión en tres ministerios y organismos; se sustrajeron 350 GB de documentos.',
    },
    answered: {
      en: 'Arrest warrants and a joint advisory; then three officers listed by the Union.',
      es: 'Órdenes de detención y un aviso conjunto; después, tres agentes en la lista de la Unión.',
    },
    teaches: [
      {
        en: 'A listing needs a file of evidence that can be shown to a court of the Union.',
        es: 'Una inclusión en lista exige un expediente de pruebas que pueda mostrarse a un tribunal de la Unión.',
      },
    ],
    rules: ['listing-file', 'own-evidence', 'bosnia-209'],
    facts: [
      ...LISTED_FOR_EFFECT,
      {
        id: 'listingFile',
        value: true,
        from: 'listed with reasons, after a criminal investigation',
      },
      { id: 'breaksObligation', value: false, from: 'travel ban and asset freeze of persons' },
    ],
    sources: [
      'https://lawfaremedia.org/article/inside-the-fourth-eu-cyber-sanctions-package',
      'https://news.err.ee/1609587836/eu-sanctions-3-gru-members-for-cyberattacks-against-estonia',
      'https://news.postimees.ee/8180505/eu-sanctions-three-members-of-russia-s-gru-who-committed-cyberattacks-against-estonia',
    ],
    caveat: {
      en: 'One source dates the attack to May 2020, another to November 2020: both are kept. The day of attribution is general knowledge.',
      es: 'Una fuente fecha el ataque en mayo de 2020 y otra en noviembre de 2020: se conservan ambas. El día de la atribución es conocimiento general.',
    },
  },
  {
    id: 'czech-mfa-2022',
    entry: 'CASE-19',
    name: { en: 'Czech MFA / APT31', es: 'Ministerio de Exteriores checo / APT31' },
    from: '2022',
    happened: {
      en: 'Espionage on an unclassified network of a foreign ministry.',
      es: 'Espionaje en una red no clasificada de un ministerio de Exteriores.',
    },
    answered: {
      en: 'An ambassador summoned; statements of the Union and the alliance on the same day.',
      es: 'Un embajador convocado; declaraciones de la Unión y la alianza el mismo día.',
    },
    teaches: [
      {
        en: 'The Union used the language of due diligence again.',
        es: 'La Unión usó de nuevo el lenguaje de la diligencia debida.',
      },
      {
        en: 'A nation’s first attribution to an actor that a State backs, on the joint assessment of four services.',
        es: 'La primera atribución de una nación a un actor respaldado por un Estado, con la evaluación conjunta de cuatro servicios.',
      },
    ],
    rules: ['corfu-channel-22', 'vcdr-22', 'tallinn-32', 'retorsion'],
    facts: [{ id: 'breaksObligation', value: false, from: 'summons: no legal basis needed' }],
    sources: [
      'https://www.politico.eu/article/prague-accuses-china-of-hacking-czech-foreign-ministry/',
      'https://d2698.cms.socastsrm.com/2025/05/28/czech-republic-says-china-was-behind-cyberattack-on-ministry-summons-ambassador',
      'https://www.euinsider.eu/news/czech-government-condemns-china-following-cyberattack-on-foreign-ministry',
      'https://naijapremiumgist.com/eu-nato-condemn-alleged-chinas-cyberattack-on-czech-republic',
    ],
    caveat: {
      en: 'One source names a former High Representative as the one who spoke; two others name the one in office, and are followed.',
      es: 'Una fuente dice que habló un antiguo Alto Representante; otras dos nombran a quien ocupaba el cargo, y se siguen estas.',
    },
  },
  {
    id: 'salt-typhoon',
    entry: 'CASE-20',
    name: { en: 'Salt Typhoon', es: 'Salt Typhoon' },
    from: '2021',
    to: '2025',
    happened: {
      en: 'Espionage on telecommunications, lodging, transport and military networks in more than eighty countries.',
      es: 'Espionaje en telecomunicaciones, alojamiento, transporte y redes militares de más de ochenta países.',
    },
    answered: {
      en: 'A designation, and a joint technical advisory of thirteen nations that names three companies.',
      es: 'Una designación y un aviso técnico conjunto de trece naciones que nombra a tres empresas.',
    },
    teaches: [
      {
        en: 'A technical attribution without a legal characterisation.',
        es: 'Una atribución técnica sin calificación jurídica.',
      },
      {
        en: 'Contractors raise Articles 5 and 8.',
        es: 'Los contratistas plantean los artículos 5 y 8.',
      },
    ],
    rules: ['arsiwa-5', 'arsiwa-8', 'gge-2015-28-f', 'tallinn-32'],
    facts: [],
    sources: [
      'https://www.thaicert.or.th/en/2025/08/29/salt-typhoon-a-global-hacking-campaign-linked-to-chinese-technology-companies',
      'https://www.tradingkey.com/es/news/cryptocurrencies/251047347-cryptopolitan',
      'https://www.techradar.com/pro/security/chinese-cybersecurity-firm-sanctioned-by-us-treasury-over-alleged-links-to-salt-typhoon-hackers',
    ],
  },
  {
    id: 'polish-grid-2025',
    entry: 'CASE-21',
    name: { en: 'Polish energy grid', es: 'Red eléctrica polaca' },
    from: '2025-12-24',
    to: '2025-12-31',
    happened: {
      en: 'An attack on a power plant and on renewables that failed to cause an outage; destruction of equipment control was reported.',
      es: 'Un ataque a una central y a renovables que no llegó a causar un corte; se informó de la destrucción del control de equipos.',
    },
    answered: {
      en: 'Strong reasons to believe, said to be no absolute accusation; stronger defences.',
      es: 'Fuertes motivos para creerlo, sin acusación absoluta; defensas reforzadas.',
    },
    teaches: [
      {
        en: 'Whether it was a breach turns on the effects, and on words of graded certainty.',
        es: 'Si fue una violación depende de los efectos y de palabras de certeza graduada.',
      },
    ],
    rules: [
      'tallinn-4-territory',
      'charter-2-4',
      'bosnia-209',
      'arsiwa-22-cyber',
      'arsiwa-49-1-prior',
    ],
    facts: [],
    sources: [
      'https://www.thestar.com.my/news/world/2026/01/15/reasons-to-believe-russia-behind-cyberattack-on-polish-power-system-pm-says',
      'https://criminalwatch.com/polish-government-points-to-russia-in-major-cyberattack-on-national-power-grid',
      'https://www.thetechstreetnow.com/~/russia-hacked-the-polish-electricity-grid-now-what/3976164746607746234',
    ],
  },
  {
    id: 'integrity-technology',
    entry: 'CASE-22',
    name: {
      en: 'Integrity Technology, Anxun (i-Soon), Emennet Pasargad listings',
      es: 'Integrity Technology, Anxun (i-Soon) y Emennet Pasargad en la lista',
    },
    from: '2022',
    to: '2024',
    happened: {
      en: 'Tools for a botnet, hacking for hire, theft of data and hijacked billboards by private companies.',
      es: 'Herramientas para una red de bots, intrusiones de alquiler, robo de datos y carteles secuestrados por empresas privadas.',
    },
    answered: {
      en: 'Sanctions of the United Kingdom and listings of the Union; called unlawful and unilateral by the State concerned.',
      es: 'Sanciones del Reino Unido e inclusiones en la lista de la Unión; el Estado afectado las llamó ilegales y unilaterales.',
    },
    teaches: [
      {
        en: 'Private contractors can be listed: attribution to a State is deliberately not needed.',
        es: 'Los contratistas privados pueden incluirse en lista: la atribución a un Estado deliberadamente no hace falta.',
      },
    ],
    rules: ['eu-2019-796-1-1', 'arsiwa-5', 'arsiwa-8'],
    facts: LISTED_FOR_EFFECT,
    sources: [
      'https://srnnews.com/eu-sanctions-chinese-and-iranian-companies-for-cyber-attacks',
      'http://www.sinodaily.com/afp/260317094315.no4elg1k.html',
      'https://blog.rankiteo.com/eur1773757760-eu-member-states-critical-infrastructure-cyber-attack-january-2022',
    ],
    caveat: {
      en: 'One blog names another company as listed; two agencies do not: it is treated as wrong.',
      es: 'Un blog nombra a otra empresa como incluida; dos agencias no: se trata como error.',
    },
  },
]

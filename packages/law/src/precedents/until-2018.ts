import { LISTED_BY_UNION, LISTED_FOR_EFFECT, type Precedent } from './precedent.ts'

export const until2018: readonly Precedent[] = [
  {
    id: 'estonia-2007',
    entry: 'CASE-01',
    name: { en: 'Estonia DDoS campaign', es: 'Campaña de denegación de servicio contra Estonia' },
    from: '2007-04-27',
    to: '2007-05',
    happened: {
      en: 'Floods of traffic against government, banks and media after a statue was moved; patriotic hackers, with tacit approval alleged.',
      es: 'Inundaciones de tráfico contra gobierno, bancos y medios tras el traslado de una estatua; piratas patrióticos, con aprobación tácita alegada.',
    },
    answered: {
      en: 'It asked for help; a centre of excellence was founded in 2008.',
      es: 'Pidió ayuda; en 2008 se fundó un centro de excelencia.',
    },
    teaches: [
      {
        en: 'Tacit approval is not direction or control; due diligence was the realistic way.',
        es: 'La aprobación tácita no es dirección ni control; la diligencia debida era la vía realista.',
      },
    ],
    rules: ['arsiwa-8', 'corfu-channel-22', 'retorsion'],
    facts: [
      { id: 'actor', value: 'private-group', from: 'attributed to patriotic hackers' },
      { id: 'effect', value: 'temporary-loss', from: 'a DDoS campaign of some weeks' },
    ],
    sources: [
      'Johnson & Schmitt 2021 p.15 in github:LuanoRodrigues/AssistAcad:Files/md_files/CBN4QWJQ.md',
      'https://cyberlaw.ccdcoe.org/wiki/Scenario_05:_State_investigates_and_responds_to_cyber_operations_against_private_actors_in_its_territory',
    ],
    caveat: {
      en: 'Exact dates, and that a request for legal assistance was refused: general knowledge.',
      es: 'Las fechas exactas, y que se denegó una petición de asistencia jurídica: conocimiento general.',
    },
  },
  {
    id: 'sony-2014',
    entry: 'CASE-02',
    name: { en: 'Sony Pictures', es: 'Sony Pictures' },
    from: '2014-11',
    happened: {
      en: 'A destructive intrusion and a leak of data at a private company.',
      es: 'Una intrusión destructiva y una filtración de datos en una empresa privada.',
    },
    answered: {
      en: 'Attribution in public, and national sanctions.',
      es: 'Atribución pública y sanciones nacionales.',
    },
    teaches: [
      {
        en: 'A private target; data destroyed, nobody injured; called vandalism, and not force.',
        es: 'Un objetivo privado; datos destruidos, nadie herido; se habló de vandalismo y no de fuerza.',
      },
    ],
    rules: ['tallinn-4-territory', 'arsiwa-4'],
    facts: [],
    sources: ['none'],
    caveat: {
      en: 'Not verified; background only.',
      es: 'Sin verificar; solo como contexto.',
    },
  },
  {
    id: 'bundestag-2015',
    entry: 'CASE-03',
    name: { en: 'German Bundestag hack', es: 'Intrusión en el Bundestag alemán' },
    from: '2015-04',
    to: '2015-05',
    happened: {
      en: 'Espionage on the network of a parliament; it was off for days.',
      es: 'Espionaje en la red de un parlamento, que estuvo días apagada.',
    },
    answered: {
      en: 'An arrest warrant, an ambassador summoned, listings by the Union and the United Kingdom; entry bans in return.',
      es: 'Una orden de detención, un embajador convocado, inclusiones en lista por la Unión y el Reino Unido; prohibiciones de entrada en respuesta.',
    },
    teaches: [
      {
        en: 'Five years lay between act and listing: the object of countermeasures does not bind sanctions.',
        es: 'Entre hecho y lista pasaron cinco años: el objeto de las contramedidas no vincula a las sanciones.',
      },
      {
        en: 'The State accused said that no evidence was given: whether it must be is disputed.',
        es: 'El Estado acusado dijo que no se dieron pruebas: si hay que darlas se discute.',
      },
    ],
    rules: ['gge-2015-28-f', 'eu-2019-796-1-1', 'retorsion', 'tallinn-4-functions'],
    facts: [
      { id: 'actor', value: 'state-organ', from: 'attributed to a unit of the GRU' },
      { id: 'effect', value: 'temporary-loss', from: 'data taken, and the network off for days' },
      { id: 'breaksObligation', value: false, from: 'summons: no legal basis needed' },
    ],
    sources: [
      'https://www.euractiv.com/section/global-europe/news/eu-uk-slap-sanctions-on-russian-spies-for-hacking-german-parliament/',
      'https://www.rferl.org/a/30907514.html',
      'https://outlookseries.com/A0777/Security/3733.htm',
    ],
  },
  {
    id: 'wannacry-2017',
    entry: 'CASE-04',
    name: { en: 'WannaCry', es: 'WannaCry' },
    from: '2017-05-12',
    happened: {
      en: 'Ransomware that spread by itself; hospitals were affected.',
      es: 'Programa de secuestro que se propagaba solo; hubo hospitales afectados.',
    },
    answered: {
      en: 'Statements on the same day, an indictment, and the listing of a company by the Union.',
      es: 'Declaraciones el mismo día, una acusación penal y la inclusión de una empresa en la lista de la Unión.',
    },
    teaches: [
      {
        en: 'Whether a company acts for the State is a question of Article 8: support is not enough, effective control has to be shown.',
        es: 'Si una empresa actúa por el Estado es cuestión del artículo 8: no basta el apoyo, hay que demostrar control efectivo.',
      },
    ],
    rules: ['arsiwa-8', 'bosnia-209', 'eu-2019-796-1-1'],
    facts: [
      { id: 'actor', value: 'private-group', from: 'attributed to Lazarus Group and a company' },
    ],
    sources: [
      'Mikanagi 2021 p.1020 in github:LuanoRodrigues/AssistAcad:Files/md_files/9ASBYUZD.md',
      'github:LuanoRodrigues/AssistAcad:Files/md_files/3654M8FV.md',
      'https://dig.watch/updates/eu-sanctions-north-korea-china-and-russia-over-cybercrimes',
    ],
  },
  {
    id: 'notpetya-2017',
    entry: 'CASE-05',
    name: { en: 'NotPetya', es: 'NotPetya' },
    from: '2017-06-27',
    happened: {
      en: 'Destructive malware disguised as ransomware spread over the world from Ukraine.',
      es: 'Un programa destructivo con apariencia de secuestro se extendió por el mundo desde Ucrania.',
    },
    answered: {
      en: 'Statements of attribution over five days; a listing by the Union in 2020.',
      es: 'Declaraciones de atribución en cinco días; inclusión en la lista de la Unión en 2020.',
    },
    teaches: [
      {
        en: 'Many States were injured at once: each may act separately.',
        es: 'Muchos Estados resultaron lesionados a la vez: cada uno puede actuar separadamente.',
      },
      {
        en: 'A State that denies a rule of sovereignty spoke of disregard for sovereignty.',
        es: 'Un Estado que niega una norma de soberanía habló de desprecio por la soberanía.',
      },
      {
        en: 'It spread without distinction, which raises proportionality.',
        es: 'Se extendió sin distinción, lo que plantea la proporcionalidad.',
      },
    ],
    rules: ['arsiwa-42', 'tallinn-4-territory', 'arsiwa-51', 'eu-2019-796-1-1'],
    facts: [
      { id: 'actor', value: 'state-organ', from: 'attributed to the military of a State' },
      { id: 'effect', value: 'permanent-loss', from: 'destructive malware' },
    ],
    sources: [
      'http://www.itv.com/news/2018-02-15/russia-was-behind-destructive-cyber-attack-on-ukraine-uk-government-says/',
      'https://securityaffairs.com/69122/malware/uk-blames-russia-notpetya.html',
      'https://news.hitb.org/content/all-five-eyes-countries-formally-accuse-russia-orchestrating-notpetya-attack',
    ],
  },
  {
    id: 'cloud-hopper',
    entry: 'CASE-06',
    name: { en: 'Operation Cloud Hopper', es: 'Operación Cloud Hopper' },
    from: '2014',
    to: '2018',
    happened: {
      en: 'Economic espionage through providers of managed services.',
      es: 'Espionaje económico a través de proveedores de servicios gestionados.',
    },
    answered: {
      en: 'Two persons and an entity listed by the Union; no State was named.',
      es: 'Dos personas y una entidad incluidas en la lista de la Unión; no se nombró a ningún Estado.',
    },
    teaches: [
      {
        en: 'A listing attributes nothing to a State: the regime keeps sanctions and attribution apart.',
        es: 'La inclusión en lista no atribuye nada a un Estado: el régimen separa sanciones y atribución.',
      },
    ],
    rules: ['tallinn-32', 'eu-2019-796-1-1'],
    facts: LISTED_FOR_EFFECT,
    sources: [
      'https://www.wrbl.com/news/international/eu-in-first-ever-cyber-sanctions-hits-russian-intelligence/',
      'https://www.euronews.com/my-europe/2020/07/31/eu-issues-first-ever-sanctions-against-cyber-attacks',
    ],
    caveat: {
      en: 'The period of activity and the name of the company: general knowledge.',
      es: 'El periodo de actividad y el nombre de la empresa: conocimiento general.',
    },
  },
  {
    id: 'opcw-2018',
    entry: 'CASE-07',
    name: {
      en: 'OPCW close access operation (attempt)',
      es: 'Operación de cercanía contra la OPAQ (tentativa)',
    },
    from: '2018-04-13',
    happened: {
      en: 'Officers tried to reach the wireless network of an international organisation from a car before the building.',
      es: 'Unos agentes intentaron acceder a la red inalámbrica de una organización internacional desde un coche ante el edificio.',
    },
    answered: {
      en: 'Four officers expelled; the case told in a press conference; four persons listed by the Union for the attempt.',
      es: 'Cuatro agentes expulsados; el caso, contado en rueda de prensa; cuatro personas en la lista de la Unión por la tentativa.',
    },
    teaches: [
      {
        en: 'Agents present on the territory are the clearest breach of sovereignty.',
        es: 'Agentes presentes en el territorio son la violación más clara de la soberanía.',
      },
      { en: 'Attempts can be listed.', es: 'Las tentativas pueden incluirse en la lista.' },
      {
        en: 'A host State has duties towards the organisation.',
        es: 'El Estado anfitrión tiene deberes con la organización.',
      },
    ],
    rules: ['tallinn-4-territory', 'vcdr-22', 'eu-2019-796-1-1'],
    facts: [
      { id: 'agentsOnTerritory', value: true, from: 'four officers in a car on the spot' },
      { id: 'effect', value: 'none', from: 'an attempt' },
      ...LISTED_BY_UNION,
      { id: 'attemptedOnly', value: true, from: 'listed for an attempted attack' },
      { id: 'potentialEffect', value: true, from: 'listed for a potentially significant effect' },
      { id: 'breaksObligation', value: false, from: 'expulsion: no legal basis needed' },
    ],
    sources: [
      'https://www.wrbl.com/news/international/eu-in-first-ever-cyber-sanctions-hits-russian-intelligence/',
      'https://www.justsecurity.org/66562/the-netherlands-releases-a-tour-de-force-on-international-law-in-cyberspace-analysis/',
    ],
    caveat: {
      en: 'The days of disclosure and of expulsion: general knowledge.',
      es: 'Los días de la revelación y de la expulsión: conocimiento general.',
    },
  },
]

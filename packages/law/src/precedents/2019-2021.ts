import type { Precedent } from './precedent.ts'

export const from2019To2021: readonly Precedent[] = [
  {
    id: 'georgia-2019',
    entry: 'CASE-08',
    name: {
      en: 'Georgia website and broadcast disruption',
      es: 'Interrupción de webs y emisoras en Georgia',
    },
    from: '2019-10-28',
    happened: {
      en: 'Up to 15,000 sites defaced, and two television stations off the air.',
      es: 'Hasta 15 000 sitios alterados y dos cadenas de televisión sin emitir.',
    },
    answered: {
      en: 'Coordinated statements; help with defence was promised.',
      es: 'Declaraciones coordinadas; se prometió ayuda a la defensa.',
    },
    teaches: [
      {
        en: 'Disruption without destruction: temporary loss of functionality is the disputed zone of sovereignty.',
        es: 'Interrupción sin destrucción: la pérdida temporal de funcionalidad es la zona discutida de la soberanía.',
      },
    ],
    rules: ['tallinn-4-territory', 'gge-2015-28-f', 'arsiwa-46', 'arsiwa-47'],
    facts: [
      { id: 'actor', value: 'state-organ', from: 'attributed to a unit of the GRU' },
      { id: 'effect', value: 'temporary-loss', from: 'disruption without destruction' },
    ],
    sources: [
      'https://www.insurancejournal.com/news/international/2020/02/21/558986.htm',
      'https://www.euractiv.com/section/eastern-europe/news/georgia-reports-massive-cyber-attack-carried-out-by-russia/',
      'https://initialnews.com/scribble/index.php?url=https%3A%2F%2Fedition.cnn.com%2F2020%2F02%2F20%2Fpolitics%2Frussia-georgia-hacking',
    ],
    caveat: {
      en: 'The statement of the Union was announced; its text was not seen.',
      es: 'La declaración de la Unión se anunció; su texto no se vio.',
    },
  },
  {
    id: 'solarwinds-2020',
    entry: 'CASE-09',
    name: { en: 'SolarWinds', es: 'SolarWinds' },
    from: '2020-03',
    to: '2020-12',
    happened: {
      en: 'Espionage through the supply chain of a management software.',
      es: 'Espionaje a través de la cadena de suministro de un programa de gestión.',
    },
    answered: {
      en: 'Ten diplomats expelled and sanctions; declarations of solidarity by the Union and the alliance.',
      es: 'Diez diplomáticos expulsados y sanciones; declaraciones de solidaridad de la Unión y la alianza.',
    },
    teaches: [
      {
        en: 'Pure espionage: the answer was framed as retorsion, not as countermeasures.',
        es: 'Puro espionaje: la respuesta se presentó como retorsión, no como contramedidas.',
      },
      {
        en: 'The Union’s declaration was a stability measure of its toolbox.',
        es: 'La declaración de la Unión fue una medida de estabilidad de su conjunto de instrumentos.',
      },
    ],
    rules: ['tallinn-32', 'retorsion', 'council-10289-23'],
    facts: [
      { id: 'effect', value: 'data-taken', from: 'espionage' },
      { id: 'espionage', value: 'pure', from: 'pure espionage' },
      { id: 'breaksObligation', value: false, from: 'framed as retorsion' },
      { id: 'toolbox', value: 'stability', from: 'category three of the toolbox' },
    ],
    sources: [
      'https://www.dw.com/en/us-expels-russian-diplomats-and-issues-sanctions-over-solarwinds-hacking-attack/a-57215141',
      'https://mediaboss.net/european-union-2/the-eus-response-to-solarwinds-council-on-foreign-relations.php',
      'https://www.rosbalt.ru/world/2021/04/15/1897544.html',
    ],
  },
  {
    id: 'exchange-2021',
    entry: 'CASE-10',
    name: { en: 'Microsoft Exchange / Hafnium', es: 'Microsoft Exchange / Hafnium' },
    from: '2021-01',
    to: '2021-03',
    happened: {
      en: 'Mail servers exploited in masses; web shells on about 250,000 of them.',
      es: 'Explotación masiva de servidores de correo; puertas traseras en unos 250 000.',
    },
    answered: {
      en: 'Statements on one day, in diverging words; an indictment.',
      es: 'Declaraciones el mismo día, con palabras divergentes; una acusación penal.',
    },
    teaches: [
      {
        en: 'The Union chose the language of due diligence instead of attributing the conduct.',
        es: 'La Unión eligió el lenguaje de la diligencia debida en vez de atribuir el comportamiento.',
      },
      {
        en: 'The statements of that day were coherent neither in substance nor in form.',
        es: 'Las declaraciones de ese día no fueron coherentes ni en el fondo ni en la forma.',
      },
    ],
    rules: ['corfu-channel-22', 'gge-2015-28-f', 'arsiwa-46', 'arsiwa-47'],
    facts: [
      {
        id: 'fromTerritory',
        value: true,
        from: 'the Union: undertaken from the territory of the State',
      },
    ],
    sources: [
      'https://www.maltatoday.com.mt/news/world/110985/eu_joins_us_uk_in_accusing_china_of_malicious_cuber_activities',
      'https://letstalkcyber.org/news/eu-us-nato-and-five-eyes-attribute-microsoft-exchange-hack-to-china',
      'https://readkong.com/page/the-19th-of-july-divided-or-united-in-cyberspace-from-the-8027238',
      'https://news.antiwar.com/2021/07/19/us-uk-eu-and-nato-claim-china-was-behind-microsoft-hack/',
    ],
  },
  {
    id: 'hse-2021',
    entry: 'CASE-11',
    name: {
      en: 'Irish Health Service Executive ransomware',
      es: 'Secuestro de datos del servicio de salud irlandés',
    },
    from: '2021-05-14',
    happened: {
      en: 'Ransomware of a criminal group on a national health service.',
      es: 'Programa de secuestro de un grupo criminal contra un servicio nacional de salud.',
    },
    answered: {
      en: 'The foreign minister raised it with the State from which the group operated.',
      es: 'El ministro de Exteriores lo planteó al Estado desde el que operaba el grupo.',
    },
    teaches: [
      {
        en: 'A group without a tie to a State: only due diligence, necessity and criminal law remain.',
        es: 'Un grupo sin vínculo con un Estado: solo quedan la diligencia debida, el estado de necesidad y el derecho penal.',
      },
      {
        en: 'A health service is critical infrastructure and bears on fundamental rights.',
        es: 'Un servicio de salud es infraestructura crítica y atañe a derechos fundamentales.',
      },
    ],
    rules: ['arsiwa-8', 'corfu-channel-22', 'arsiwa-25'],
    facts: [
      { id: 'actor', value: 'private-group', from: 'a criminal group' },
      { id: 'link', value: 'none', from: 'without a tie to a State' },
    ],
    sources: ['http://cyberlaw.ccdcoe.org/wiki/Main_Page?diff=prev&oldid=3179'],
    caveat: {
      en: 'That two members of the group were listed in 2024: general knowledge.',
      es: 'Que en 2024 se incluyó en lista a dos miembros del grupo: conocimiento general.',
    },
  },
  {
    id: 'finnish-parliament-2020',
    entry: 'CASE-16',
    name: { en: 'Finnish Parliament / APT31', es: 'Parlamento finlandés / APT31' },
    from: '2020-09',
    to: '2021-01',
    happened: {
      en: 'Espionage on the mail of a parliament.',
      es: 'Espionaje del correo de un parlamento.',
    },
    answered: {
      en: 'A criminal investigation; sanctions of two other States.',
      es: 'Una investigación penal; sanciones de otros dos Estados.',
    },
    teaches: [
      {
        en: 'Attribution came through criminal proceedings: evidence fit for a court before a political attribution.',
        es: 'La atribución vino de un proceso penal: pruebas aptas para un tribunal antes de una atribución política.',
      },
    ],
    rules: ['bosnia-209', 'own-evidence'],
    facts: [],
    sources: [
      'https://securityaffairs.com/161102/apt/finnish-police-linked-apt31-to-the-2021-parliament-attack.html',
      'https://www.redpacketsecurity.com/finland-confirms-apt31-hackers-behind-2021-parliament-breach/',
      'https://cybernews.com/news/finland-blames-china-parlaiment-hack/',
    ],
  },
  {
    id: 'electoral-commission-2021',
    entry: 'CASE-17',
    name: {
      en: 'UK Electoral Commission and MPs / APT31',
      es: 'Comisión Electoral y diputados del Reino Unido / APT31',
    },
    from: '2021',
    to: '2022',
    happened: {
      en: 'The register of voters was read, and members of parliament were reconnoitred.',
      es: 'Se accedió al registro de votantes y se reconoció a diputados.',
    },
    answered: {
      en: 'Sanctions, and statements in support.',
      es: 'Sanciones y declaraciones de apoyo.',
    },
    teaches: [
      {
        en: 'Data of an electoral body taken without manipulation: intervention is not obvious.',
        es: 'Datos de un órgano electoral sustraídos sin manipulación: la intervención no es evidente.',
      },
    ],
    rules: ['nicaragua-205', 'tallinn-32', 'retorsion'],
    facts: [
      { id: 'domain', value: 'elections', from: 'an electoral body' },
      { id: 'coercion', value: 'none', from: 'data taken without manipulation' },
    ],
    sources: [
      'https://www.techtimes.com/articles/302961/20240326/finland-points-china-linked-hackers-behind-2021-breach.htm',
      'https://www.redpacketsecurity.com/finland-confirms-apt31-hackers-behind-2021-parliament-breach/',
    ],
  },
  {
    id: 'colonial-pipeline-2021',
    entry: 'CASE-23',
    name: { en: 'Colonial Pipeline', es: 'Colonial Pipeline' },
    from: '2021-05-07',
    happened: {
      en: 'Ransomware stopped a fuel pipeline.',
      es: 'Un programa de secuestro detuvo un oleoducto.',
    },
    answered: {
      en: 'Law enforcement, and pressure on the State that may tolerate the group.',
      es: 'Acción policial y presión sobre el Estado que podría tolerar al grupo.',
    },
    teaches: [
      {
        en: 'A group, and no State: it bears on due diligence and on a State that makes it possible.',
        es: 'Un grupo, y ningún Estado: atañe a la diligencia debida y al Estado que lo hace posible.',
      },
    ],
    rules: ['corfu-channel-22', 'arsiwa-8'],
    facts: [{ id: 'actor', value: 'private-group', from: 'group named; not a State' }],
    sources: ['https://cyberlaw.ccdcoe.org/wiki/Main_Page?oldid=4334'],
  },
]

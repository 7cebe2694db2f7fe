import type { Audience, Text } from '@entente/accord'

/**
 * What technicians, decision-makers and citizens are told, in our own words. It asserts nothing that the
 * exercise does not; what is published fact in it is sourced in `examples/quiet-modem`.
 */

const technicalEn: Text = {
  lang: 'en',
  title: 'VESTA terminals with overwritten flash memory: what to look for and what to keep',
  clauses: [
    {
      id: 'happened/1',
      text: 'This is an exercise. On 24 February a wiper overwrote key data in the flash memory of many satellite terminals of the VESTA network at once. An overwritten terminal does not reach the network any more.',
    },
    {
      id: 'happened/2',
      text: 'It reached them from the management segment of the network, by commands that looked like ordinary maintenance. A misconfigured VPN appliance had given remote access to that segment.',
    },
    {
      id: 'concerned/1',
      text: 'Whoever runs VESTA terminals, or steers or watches plants through them: some 5,800 wind turbines in Alder and Birch lost their remote control. The plants themselves were not attacked.',
    },
    {
      id: 'do/1',
      text: 'Keep one overwritten terminal as it is. Take an image of its flash memory before anybody restores it, and note who held it and when.',
    },
    {
      id: 'do/2',
      text: 'Try a factory reset on a terminal of which you have an image. The operator says that it restores terminals; a statement of nations says that some cannot be repaired. Tell your CSIRT which you saw.',
    },
    {
      id: 'do/3',
      text: 'Look at every VPN appliance that leads to a management network. Update it, take away default and legacy sign-ins, and let nobody in with a password alone.',
    },
    {
      id: 'do/4',
      text: 'Keep the management network apart. Nobody reaches it from an office network, and a command to many terminals at once needs a second person.',
    },
    {
      id: 'do/5',
      text: 'Match what was shared with your assets at home. The indicators are with the CSIRT of your nation under their TLP label; your inventory stays with you.',
    },
    {
      id: 'help/1',
      text: 'Report to the CSIRT of your nation. An early warning needs no finished analysis, and to notify does not of itself increase your liability (NIS2, Article 23(1)).',
    },
  ],
}

const technicalEs: Text = {
  lang: 'es',
  title: 'Terminales VESTA con la memoria flash sobrescrita: qué buscar y qué conservar',
  clauses: [
    {
      id: 'happened/1',
      text: 'Esto es un ejercicio. El 24 de febrero un programa borrador sobrescribió a la vez datos esenciales de la memoria flash de muchos terminales de satélite de la red VESTA. Un terminal sobrescrito ya no llega a la red.',
    },
    {
      id: 'happened/2',
      text: 'Llegó a ellos desde el segmento de gestión de la red, con órdenes que parecían de mantenimiento corriente. Un equipo de VPN mal configurado había dado acceso remoto a ese segmento.',
    },
    {
      id: 'concerned/1',
      text: 'A quien explota terminales VESTA, o maneja o vigila instalaciones a través de ellos: unos 5.800 aerogeneradores de Alder y Birch perdieron el control remoto. Las instalaciones mismas no fueron atacadas.',
    },
    {
      id: 'do/1',
      text: 'Conserve un terminal sobrescrito tal como está. Saque una imagen de su memoria flash antes de que nadie lo restaure, y anote quién lo tuvo y cuándo.',
    },
    {
      id: 'do/2',
      text: 'Pruebe el restablecimiento de fábrica en un terminal del que tenga imagen. El operador dice que así se recuperan; una declaración de naciones dice que algunos no tienen arreglo. Diga a su CSIRT qué ha visto.',
    },
    {
      id: 'do/3',
      text: 'Revise todo equipo de VPN que lleve a una red de gestión. Actualícelo, retire los accesos de fábrica y los heredados, y no deje entrar a nadie solo con una contraseña.',
    },
    {
      id: 'do/4',
      text: 'Mantenga aparte la red de gestión. Nadie llega a ella desde la red de oficina, y una orden a muchos terminales a la vez necesita a una segunda persona.',
    },
    {
      id: 'do/5',
      text: 'Compare en casa lo compartido con sus activos. Los indicadores los tiene el CSIRT de su nación bajo su etiqueta TLP; su inventario se queda con usted.',
    },
    {
      id: 'help/1',
      text: 'Notifique al CSIRT de su nación. Una alerta temprana no necesita un análisis terminado, y el mero hecho de notificar no aumenta su responsabilidad (NIS2, artículo 23, apartado 1).',
    },
  ],
}

const decisionEn: Text = {
  lang: 'en',
  title: 'The outage of the VESTA network: what to decide this week',
  clauses: [
    {
      id: 'happened/1',
      text: 'This is an exercise. On 24 February tens of thousands of satellite terminals of the VESTA network were made unusable from afar. Some 5,800 wind turbines in Alder and Birch went on turning and could not be steered; subscribers in Cedar lost their connection.',
    },
    {
      id: 'happened/2',
      text: 'The effects went beyond the country at which the activity appears to have been aimed. Nations say for themselves whom they hold responsible; this advisory does not depend on it.',
    },
    {
      id: 'concerned/1',
      text: 'Whoever answers for electricity, telecommunications, health care or public administration, and for anything else that is steered over a satellite link.',
    },
    {
      id: 'do/1',
      text: 'Ask which of your services hang on one network. For each, decide who works by hand, and for how long, while it is away.',
    },
    {
      id: 'do/2',
      text: 'Name one person who reports. Where NIS2 applies, the early warning is due within 24 hours of becoming aware (Article 23(4)).',
    },
    {
      id: 'do/3',
      text: 'Have your suppliers’ access looked through. Each has an owner, an end date and a second factor, or it ends.',
    },
    {
      id: 'do/4',
      text: 'Practise the plan once this year with names and phone numbers on paper. What was down on 24 February was the network, not the phone list.',
    },
    {
      id: 'do/5',
      text: 'Do not order anything done to whoever you think it was. What nations may do in answer is a matter of law, and each of them decides it for itself.',
    },
    {
      id: 'help/1',
      text: 'The CSIRT of your nation advises on the technical side, your regulator on what you must report.',
    },
  ],
}

const decisionEs: Text = {
  lang: 'es',
  title: 'La caída de la red VESTA: qué decidir esta semana',
  clauses: [
    {
      id: 'happened/1',
      text: 'Esto es un ejercicio. El 24 de febrero decenas de miles de terminales de satélite de la red VESTA quedaron inservibles a distancia. Unos 5.800 aerogeneradores de Alder y Birch siguieron girando sin que se pudieran manejar; hubo abonados de Cedar que perdieron la conexión.',
    },
    {
      id: 'happened/2',
      text: 'Los efectos pasaron del país al que parece haber apuntado la actividad. Cada nación dice por sí misma a quién considera responsable; este aviso no depende de ello.',
    },
    {
      id: 'concerned/1',
      text: 'A quien responde de la electricidad, las telecomunicaciones, la sanidad o la administración pública, y de cualquier otra cosa que se maneje por un enlace de satélite.',
    },
    {
      id: 'do/1',
      text: 'Pregunte cuáles de sus servicios dependen de una sola red. Decida para cada uno quién trabaja a mano, y cuánto tiempo, mientras falte.',
    },
    {
      id: 'do/2',
      text: 'Nombre a una persona que notifique. Donde rige NIS2, la alerta temprana vence a las 24 horas de tener conocimiento (artículo 23, apartado 4).',
    },
    {
      id: 'do/3',
      text: 'Haga revisar los accesos de sus proveedores. Cada uno tiene responsable, fecha de fin y segundo factor, o se acaba.',
    },
    {
      id: 'do/4',
      text: 'Practique el plan una vez este año, con nombres y teléfonos en papel. Lo que faltó el 24 de febrero fue la red, no la lista de teléfonos.',
    },
    {
      id: 'do/5',
      text: 'No mande hacer nada contra quien crea que ha sido. Lo que las naciones pueden hacer en respuesta es cuestión de derecho, y cada una lo decide por sí misma.',
    },
    {
      id: 'help/1',
      text: 'El CSIRT de su nación aconseja en lo técnico; su regulador, en lo que debe notificar.',
    },
  ],
}

export const advisoryEn: Text = {
  lang: 'en',
  title: 'Your satellite internet box stopped working? Do this first',
  clauses: [
    {
      id: 'concerned/1',
      text: 'This is an exercise. On 24 February an attack made many boxes (modems) of one satellite network unusable. If yours shows no lights, or one red light that stays on, it may be one of them. Your computer and your phone are not affected.',
    },
    {
      id: 'do/1',
      text: 'Do not throw the box away. Experts can still learn from it.',
    },
    {
      id: 'do/2',
      text: 'Call your provider on the number that is printed on your bill, and ask for help or for another box.',
    },
    {
      id: 'do/3',
      text: 'Nobody needs your password. A caller who asks for it, or for money, is a fraud. Hang up.',
    },
    {
      id: 'do/4',
      text: 'If you depend on the connection for care or an alarm, use your phone’s hotspot until the box works again, and tell your care service today.',
    },
    {
      id: 'happened/1',
      text: 'Someone entered the network that controls the boxes and sent them a command that erased their memory. Nations say for themselves whom they hold responsible; this advisory does not depend on it.',
    },
    {
      id: 'help/1',
      text: 'Your provider helps with the box, your police with a fraud. This page needs no account, and asks for nothing.',
    },
  ],
}

const advisoryEs: Text = {
  lang: 'es',
  title: '¿Ha dejado de funcionar su equipo de internet por satélite? Haga esto primero',
  clauses: [
    {
      id: 'concerned/1',
      text: 'Esto es un ejercicio. El 24 de febrero un ataque dejó inservibles muchos equipos (módems) de una red de satélites. Si el suyo no enciende ninguna luz, o solo una roja que no se apaga, puede ser uno de ellos. Su ordenador y su teléfono no están afectados.',
    },
    {
      id: 'do/1',
      text: 'No tire el equipo. Los expertos aún pueden aprender de él.',
    },
    {
      id: 'do/2',
      text: 'Llame a su proveedor al número que figura en su factura y pida ayuda u otro equipo.',
    },
    {
      id: 'do/3',
      text: 'Nadie necesita su contraseña. Quien llame para pedírsela, o para pedirle dinero, quiere engañarle. Cuelgue.',
    },
    {
      id: 'do/4',
      text: 'Si depende de la conexión para recibir cuidados o para una alarma, comparta la conexión de su teléfono hasta que el equipo vuelva a funcionar, y avise hoy a su servicio de cuidados.',
    },
    {
      id: 'happened/1',
      text: 'Alguien entró en la red que controla los equipos y les envió una orden que borró su memoria. Cada nación dice por sí misma a quién considera responsable; este aviso no depende de ello.',
    },
    {
      id: 'help/1',
      text: 'Su proveedor ayuda con el equipo; la policía, con un engaño. Esta página no necesita cuenta y no pide nada.',
    },
  ],
}

/** One advisory, in the language in which it was written and in the other one. */
export type Advisory = {
  readonly audience: Audience
  readonly first: Text
  readonly translated: Text
}
export const forTechnicians: Advisory = {
  audience: 'technicians',
  first: technicalEn,
  translated: technicalEs,
}
export const forDecisionMakers: Advisory = {
  audience: 'decision-makers',
  first: decisionEn,
  translated: decisionEs,
}
export const forCitizens: Advisory = {
  audience: 'citizens',
  first: advisoryEn,
  translated: advisoryEs,
}

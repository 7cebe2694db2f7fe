/** La coalición de un nodo que se ha unido, sus personas y sus identificadores. */
export const coalition = {
  'id.words': '{what}: 32 palabras para leer en voz alta',
  'id.code': 'Para fotografiar',
  'id.code.label': 'Código QR de {what}: {id}',
  'id.digits': 'Lo mismo en cifras',
  'person-role.drafter': 'redacción',
  'person-role.drafter.does': 'Escribe; no firma nada',
  'person-role.legal-adviser': 'asesoría jurídica',
  'person-role.legal-adviser.does':
    'Escribe, autoriza o devuelve lo que otros escribieron; no firma nada',
  'person-role.signatory': 'firmante',
  'person-role.signatory.does': 'Escribe y firma',
  'person-role.deputy': 'suplente',
  'person-role.deputy.does': 'Firma solo lo que otra persona escribió o autorizó',
  'person-role.administrator': 'administración',
  'person-role.administrator.does': 'Deja entrar a otros; no firma nada',
  'nav.coalition': 'Coalición',
  'coalition.title': 'Coalición',
  'coalition.none': 'Este nodo no participa en ninguna coalición.',
  'coalition.parties': 'Partes',
  'coalition.stands': 'La coalición está en pie: todas las partes se han unido.',
  'coalition.awaits':
    'La coalición no está aún en pie: faltan aquí los actos de claves de algunas partes.',
  'coalition.joined': 'se ha unido',
  'coalition.not-joined': 'no se ha unido aún',
  'coalition.addresses.hint':
    'Diga dónde responde el nodo de cada parte. La página pregunta cada segundo quién lo ha hecho.',
  'coalition.addresses.whose': 'Quien administra este nodo dice dónde responden los demás.',
  'coalition.address': 'Dónde responde el nodo de {name}',
  'coalition.address.save': 'Guardar',
  'coalition.address.remove': 'Olvidarla',
  'coalition.moved.followed':
    'El registro de {name} firmó que su nodo se trasladó de {from} a {to} (conocido aquí {at}); se le pregunta allí. Pregunte a {name} por otra vía si es así.',
  'coalition.moved.refused':
    'Rechazado aquí: el registro de {name} firmó que su nodo se trasladó de {from} a {to} (conocido aquí {at}). Se le pregunta donde dice el operador de este nodo.',
  'coalition.moved.held':
    'El registro de {name} firmó que su nodo se trasladó de {from} a {to} (conocido aquí {at}). Este nodo no lo sigue allí por sí solo: pregunte a {name} por otra vía.',
  'coalition.moved.confirm': 'Confirmar: {name} se trasladó allí',
  'coalition.moved.refuse': 'Rechazar: preguntar a {name} en la dirección anterior',
  'coalition.fixed': 'Esta dirección se dio al arrancar el nodo.',
  'coalition.status.self': 'Este nodo.',
  'coalition.status.reachable': 'Responde en {address}.',
  'coalition.status.refused': 'Rechazado: lo que envió {address} no se verifica.',
  'coalition.status.unreachable':
    '{has, select, yes {No responde en {address}} other {Sin dirección todavía}}{seen, select, yes {; visto por última vez {at}.} other {.}}',
  'coalition.card': 'Identificador de la ficha de {name}',
  'coalition.charter': 'Lo acordado',
  'coalition.people': 'Personas de este nodo',
  'coalition.people.hint':
    'Un enlace deja entrar a una persona, una vez, durante 15 minutos. No se lo dé a nadie más.',
  'coalition.people.whose': 'Quien administra deja entrar a otros.',
  'coalition.person.link': 'Enlace de un solo uso',
  'coalition.person.link.of': 'Enlace de un solo uso para {name}',
  'coalition.person.link.made': 'Para {name}, una vez, durante 15 minutos:',
  'coalition.person.remove': 'Dejar fuera',
  'coalition.person.remove.of': 'Dejar fuera a {name}',
  'coalition.person.add': 'Dejar entrar a alguien',
  'open-case.any': 'Abrir un caso',
  'open-case.any.what': 'Toma las reglas de la coalición. Quien queda fuera no se entera.',
  'open-case.left-out':
    '{count, plural, one {Una parte queda fuera: a su nodo no se le dice nada.} other {# partes quedan fuera: a sus nodos no se les dice nada.}}',
  'open-case.any.opened': '«{title}» está abierto, con {parties}.',
  'refused.id.malformed':
    'Eso no es un identificador: son sha256: y 64 cifras, o 32 palabras de la lista. Pida que se lo lean otra vez, palabra por palabra.',
  'refused.card.not-compared':
    'Lo que le leyeron no es el identificador de esta ficha. Pida que se lo lean otra vez; si sigue así, no se fíe de quien le dio el archivo.',
  'refused.card.malformed':
    'Este archivo no es la ficha de una parte, o lo cambiaron por el camino.',
  'refused.card.twice':
    'Ya hay aquí una ficha de esta parte, o es su propio código. Quite la primera y compare ambas.',
  'refused.charter.not-compared':
    'Lo que le leyeron no es el identificador de esta carta. Pida que se lo lean otra vez; si sigue así, no se fíe de quien le dio el archivo.',
  'refused.charter.not-own':
    'Esta carta no nombra a su parte como su propia ficha: otras claves, otro nombre u otro peso. Pida una hecha con su ficha.',
  'refused.charter.malformed': 'Este archivo no es una carta, o lo cambiaron por el camino.',
  'refused.party.exists': 'En este directorio ya vive una parte.',
  'refused.authority.taken': 'Dos autoridades tienen el mismo nombre corto, o una se llama root.',
  'refused.person.exists': 'Dos personas tienen el mismo nombre corto.',
  'refused.person.last': 'Tiene que quedar alguien que deje entrar a otros.',
  'refused.peer.address':
    'Eso no es la dirección de un nodo: http:// o https://, una máquina y, si hace falta, un puerto.',
  'refused.setup.closed':
    'La preparación se abrió en otro sitio o ha terminado. Abra un enlace nuevo.',
  'refused.case.unready':
    'Aquí no constan aún los actos de claves de algunas partes. Inténtelo cuando se hayan unido.',
} as const

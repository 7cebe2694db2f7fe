/** Verificación: un expediente comprobado en este navegador, y lo que eso prueba. */
export const verify = {
  'verify.title': 'Verificar un expediente',
  'verify.lead':
    'Un expediente contiene todas las hebras de un caso: quién dijo qué, en qué orden y quién lo vio cuándo. Un certificado público muestra quién respalda un texto publicado. Este navegador comprueba uno u otro por sí mismo: el archivo no sale de aquí y ningún servidor responde por él.',
  'verify.record': '1. El expediente',
  'verify.file': 'Un archivo de expediente (paquete de miembro) o un certificado público',
  'verify.file.choose': 'Elegir un archivo …',
  'verify.file.drop': 'Elija un archivo o suéltelo aquí.',
  'verify.taken.file': 'Tomado: {name}, {size, number} KiB, de este dispositivo.',
  'verify.taken.node':
    'Tomado: el expediente que el nodo de {name} tiene ahora, {size, number} KiB.',
  'verify.from-node': 'O un caso de este nodo ({node})',
  'verify.from-node.record': 'Tomar su expediente',
  'verify.from-node.id': 'Tomar el identificador de su carta',
  'verify.from-node.download': 'Descargar el expediente',
  'verify.charter': '2. El identificador de la carta, por otra vía',
  'verify.charter.id': 'Identificador de la carta',
  'verify.charter.own': 'Identificador de la carta en el expediente',
  'verify.charter.hint':
    'En papel, por teléfono, de un colega de otra nación: por cualquier vía que no sea el archivo. Todo lo que se prueba se prueba del caso con este identificador.',
  'verify.charter.malformed':
    'Un identificador es «sha256:» y 64 cifras de 0 a 9 y de la a a la f.',
  'verify.charter.from-node':
    'Este identificador se ha tomado del nodo de {node}. Muestra que el expediente es del caso tal como lo tiene este nodo. Para fiarse de él, compárelo con uno que haya llegado por otra vía.',
  'verify.do': 'Verificar',
  'verify.do.first': 'Elija antes un expediente.',
  'verify.running': 'Leyendo el expediente …',
  'verify.running.count':
    'Verificando {acts, plural, one {# acto} other {# actos}} en {strands, plural, one {# hebra} other {# hebras}} …',
  'verify.elsewhere': 'Compruébelo en otra máquina',
  'verify.elsewhere.why':
    'Esta página viene de un nodo, y un nodo podría servir una página que mintiera. En una máquina de confianza, con Entente de una fuente de confianza, el mismo archivo da la misma respuesta, sin red:',
  'verify.elsewhere.exits':
    'Termina con <code>0</code> si todo queda probado, con <code>1</code> si se rechaza el expediente o no se da el identificador.',
  'verify.proved': 'Probado',
  'verify.proved.what':
    '{acts, plural, one {El único acto} other {Los # actos}} en {strands, plural, one {# hebra} other {# hebras}} de «{title}» {acts, plural, one {está firmado, en orden y atestiguado} other {están firmados, en orden y atestiguados}}, y no falta nada.',
  'verify.proved.by-node':
    '{acts, plural, one {El único acto} other {Los # actos}} en {strands, plural, one {# hebra} other {# hebras}} de «{title}» {acts, plural, one {está firmado, en orden y atestiguado} other {están firmados, en orden y atestiguados}}, y no falta nada, para el identificador de carta que dio este nodo. Compárelo por otra vía.',
  'verify.alone': 'Solo coherente consigo mismo: aún no se ha probado nada',
  'verify.alone.what':
    'El expediente concuerda consigo mismo. Cualquiera puede hacer uno así con naciones y claves inventadas. Dé el identificador de la carta que tenga por otra vía; si es el de abajo, el expediente queda probado.',
  'verify.refused': 'Rechazado: este expediente no se verifica',
  'verify.refused.code': 'Código',
  'verify.refused.index': 'Lugar en la hebra',
  'verify.refused.act': 'Acto',
  'verify.refused.detail': 'En detalle',
  'verify.refused.then':
    'No se puede confiar en nada de este archivo. Pida a dos naciones un expediente nuevo; si los suyos se verifican, conserve este archivo como evidencia contra quien se lo dio.',
  'verify.broken': 'La verificación se ha interrumpido',
  'verify.broken.what':
    'Es un defecto de esta página y no dice nada del expediente: {message}. Use la orden en otra máquina.',
  'verify.case': 'Caso',
  'verify.exercise': 'ejercicio',
  'verify.state': 'Estado, recalculado',
  'verify.does': 'Lo que esto prueba',
  'verify.does.charter':
    'Las partes, sus claves raíz, los testigos y las reglas son los de la <strong>carta con este identificador</strong>.',
  'verify.does.signatures':
    'Cada acto que cuenta lo firmó una clave de su parte cuyo mandato lo permitía <strong>en ese lugar</strong> de su hebra.',
  'verify.does.presence-and-absence':
    'Estos actos están en las hebras, inalterados y en este orden, y <strong>ningún otro lo está</strong> hasta el {until}: así que también el silencio queda probado.',
  'verify.does.witnessed':
    'Al menos <strong>{quorum} de {witnesses} testigos</strong> cofirmaron cada hebra en los momentos que se indican abajo.',
  'verify.does.state':
    'Las puertas y las vigencias se siguen de los actos según las reglas de la carta: se han <strong>calculado aquí</strong> de nuevo.',
  'verify.does.certificates':
    'Los certificados que cuentan citan árboles que se cofirmaron cuando dicen.',
  'verify.not': 'Lo que no prueba',
  'verify.not.charter':
    '<strong>Que este sea el caso que usted cree.</strong> Quien hizo el archivo puede haberlo inventado todo.',
  'verify.not.content':
    'Que lo que dicen los actos sea verdad o sea lícito: de eso responden sus autores.',
  'verify.not.later': 'Lo que se dijo después: pida un expediente más reciente.',
  'verify.not.claimed-times': 'Las horas que los autores dan de sus propios actos.',
  'verify.not.holders':
    'Qué persona actuó, ni que lo hiciera libremente: prueba la clave, y un acto de clave dice quién la tiene.',
  'verify.not.objects':
    'Los objetos nombrados como evidencia: en el expediente solo están sus identificadores y resúmenes.',
  'verify.not.witnesses':
    'Que no mintieran juntos más testigos de los que soporta el quórum de la carta.',
  'verify.standings': 'Voces y vigencia',
  'verify.standings.none': 'En este caso no se presentó ningún texto.',
  'verify.member': 'Nación',
  'verify.version': 'versión {number}',
  'verify.standing': 'Vigencia',
  'verify.strands': 'Las hebras y sus testigos',
  'verify.strand': 'Hebra',
  'verify.strand.acts': 'Actos',
  'verify.strand.cosigned': 'Cofirmada por',
  'verify.strand.times': 'Cuándo, según sus relojes',
  'verify.strand.between': 'de {first} a {last}',
  'verify.void': 'Asientos que no cuentan para nada',
  'verify.void.entry': '{name}, lugar {index}:',
  'verify.code.json.malformed':
    'Algo del expediente no es JSON tal como deben serlo los datos firmados.',
  'verify.code.json.not-canonical':
    'Hay datos firmados escritos en otra forma que la única que puede firmarse.',
  'verify.code.json.too-deep': 'Hay datos anidados a más profundidad de la que admite un acto.',
  'verify.code.json.too-large': 'Hay datos mayores de lo que admite un acto.',
  'verify.code.charter.malformed': 'La carta no es una que estas reglas sepan leer.',
  'verify.code.charter.other':
    'Este es otro caso: la carta del expediente no tiene el identificador que usted ha dado.',
  'verify.code.charter.unknown-rules':
    'La carta nombra reglas que esta página no tiene. Los casos antiguos nunca se juzgan con reglas nuevas.',
  'verify.code.charter.parties': 'Las partes de la carta no encajan entre sí.',
  'verify.code.charter.population': 'Las poblaciones de la carta no permiten ponderar votos.',
  'verify.code.charter.rule-data': 'La carta nombra una regla sin los números con los que cuenta.',
  'verify.code.charter.keys': 'Una clave de la carta está mal formada o aparece dos veces.',
  'verify.code.charter.quorum':
    'El quórum de la carta no es uno que sus testigos puedan formar con seguridad.',
  'verify.code.charter.custody':
    'La carta pide una custodia de claves para un acto que ninguna autoridad firma.',
  'verify.code.charter.key-act': 'Un acto de clave que lleva la carta no se verifica.',
  'verify.code.amends.case': 'La carta enmienda un caso distinto de aquel con el que se compara.',
  'verify.code.amends.cut':
    'La carta asume claves en un corte que no es de este expediente o que va más allá de su certificado.',
  'verify.code.amends.keys':
    'La carta asume otros actos de claves que los que cuentan en su corte.',
  'verify.code.amends.origin': 'La carta da a una hebra un nombre que otra ya tenía.',
  'verify.code.amends.not-adopted': 'La coalición no adoptó esta carta en este expediente.',
  'verify.code.charter.not-public': 'La carta no es la de un caso que cualquiera pueda leer.',
  'verify.code.envelope.malformed': 'Un asiento no es un acto firmado.',
  'verify.code.envelope.not-canonical': 'Un asiento se escribió en otra forma después de firmarse.',
  'verify.code.envelope.base64': 'Un asiento contiene bytes que no se pueden leer.',
  'verify.code.envelope.type': 'Un asiento está firmado como algo que no es un acto.',
  'verify.code.envelope.too-large': 'Un asiento es mayor de lo que puede ser un acto.',
  'verify.code.act.unsigned': 'Un acto no lleva la firma de una clave que cuente.',
  'verify.code.act.signature': 'Un acto se cambió después de firmarse: su firma no corresponde.',
  'verify.code.act.second-signature':
    'Una segunda firma de un acto es falsa: el acto se cambió, o firmó alguien sin esa clave.',
  'verify.code.act.second-missing': 'A un acto le falta la segunda firma que pide la carta.',
  'verify.code.act.malformed': 'Un acto no dice lo que debe decir un acto de su clase.',
  'verify.code.act.unknown-kind':
    'Un acto es de una clase que las reglas de este caso no tienen: puede que la conozca una versión posterior.',
  'verify.code.act.other-party': 'Un acto de una parte está en la hebra de otra.',
  'verify.code.act.elsewhere': 'Se ha puesto en este caso un acto de otro.',
  'verify.code.act.not-competent': 'Un acto lo firmó una autoridad sin mandato para ello.',
  'verify.code.act.twice': 'Un mismo acto está dos veces en la hebra.',
  'verify.code.act.after-leave': 'Un acto de una parte que había dejado el caso.',
  'verify.code.act.stale-prev': 'Un acto no sigue a la última palabra de su parte sobre el asunto.',
  'verify.code.disclosure.malformed': 'Una revelación no tiene ninguna forma que pueda leerse.',
  'verify.code.disclosure.stray': 'Una revelación no pertenece a ningún acto de este registro.',
  'verify.code.act.not-on-record': 'Un acto retira lo que su parte no había dejado constar antes.',
  'verify.code.act.not-public':
    'En un caso público hay un acto de una clase que no admite un caso público.',
  'verify.code.version.expiry': 'A un texto le falta el vencimiento que su regla necesita.',
  'verify.code.version.participants':
    'Un texto no nombra a sus participantes como su regla los necesita.',
  'verify.code.version.not-silence': 'Se movió el fin de un texto que no está sometido a silencio.',
  'verify.code.key.form': 'Una clave no es de las que todo verificador juzgaría igual.',
  'verify.code.key.custody':
    'Un acto lo firmó una clave guardada con menos seguridad de la que pide la carta.',
  'verify.code.mandate.expired':
    'Un acto se firmó en virtud de un mandato cuyo fin está certificado.',
  'verify.code.key-request.malformed': 'Una solicitud de clave no tiene una forma legible.',
  'verify.code.key-request.unproved': 'Una solicitud de clave no está firmada por esa clave.',
  'verify.code.key.twice': 'El nombre de una clave se dio dos veces.',
  'verify.code.strand.unknown':
    'El expediente contiene una hebra de alguien que no es parte del caso.',
  'verify.code.strand.missing':
    'Falta la hebra de una parte, así que su silencio no queda probado.',
  'verify.code.strand.doubled': 'La hebra de una parte está dos veces en el expediente.',
  'verify.code.strand.size':
    'Una hebra contiene más o menos asientos de los que vieron sus testigos.',
  'verify.code.strand.order': 'Las hebras están en otro orden que el de la carta.',
  'verify.code.strand.foreign-entry': 'Una hebra contiene un asiento que no es de su parte.',
  'verify.code.strand.root':
    'Se ha cambiado una hebra: sus asientos no son los que vieron los testigos.',
  'verify.code.checkpoint.malformed': 'El punto de control de una hebra no se puede leer.',
  'verify.code.checkpoint.origin': 'Una hebra lleva el punto de control de otra.',
  'verify.code.checkpoint.unsigned': 'A un punto de control le falta la firma de su propia hebra.',
  'verify.code.checkpoint.log-signature':
    'Un punto de control se cambió después de que lo firmara su hebra.',
  'verify.code.checkpoint.cosignature':
    'La cofirma de un testigo no corresponde: se cambió el árbol o su hora.',
  'verify.code.checkpoint.cosignature-twice': 'Un mismo testigo se cuenta dos veces.',
  'verify.code.checkpoint.quorum': 'Demasiado pocos testigos vieron una hebra tal como está aquí.',
  'verify.code.attachment.missing': 'Falta en el archivo un adjunto que nombra un acto.',
  'verify.code.attachment.malformed': 'No se puede leer lo que adjunta un acto.',
  'verify.code.bundle.timestamp':
    'Un sello de tiempo del archivo no es sobre un corte de sus hebras.',
  'verify.code.bundle.attachment': 'Un adjunto del archivo no es aquel cuyo nombre lleva.',
  'verify.code.certificate.cut': 'Un certificado cita un corte que no encaja con la carta.',
  'verify.code.certificate.note': 'Un certificado lleva un árbol que no se puede leer.',
  'verify.code.certificate.tree': 'Un certificado lleva un árbol que no es el de la hebra.',
  'verify.code.public-certificate.malformed': 'Este archivo no es un certificado público.',
  'verify.code.public-certificate.too-large':
    'Este archivo es mayor de lo que puede ser un certificado público.',
  'verify.code.public-certificate.base64': 'El certificado contiene bytes que no se pueden leer.',
  'verify.code.public-certificate.order':
    'El certificado muestra los actos de una parte en otro orden que el de su hebra.',
  'verify.code.filing.unproved': 'Lo que se muestra no prueba que los testigos vieran este acto.',
  'verify.code.public-certificate.proof':
    'Una prueba no lleva de su acto al árbol que vieron los testigos.',
  'verify.code.public-certificate.stray':
    'El certificado contiene un acto que no tiene lugar en él.',
  'verify.code.public-certificate.texts':
    'Las partes del certificado no publican todas el mismo texto.',
  'verify.code.public-certificate.unpublished': 'Se nombra a una parte que aquí no publica nada.',
  'verify.code.bundle.malformed': 'Este archivo no es el expediente de un caso.',
  'verify.code.bundle.too-large': 'Este archivo es mayor de lo que puede ser un expediente.',
  'verify.code.bundle.base64': 'El expediente contiene bytes que no se pueden leer.',
  'verify.code.bundle.claim':
    'El expediente afirma otro resultado que el que dan sus actos al calcularlos.',
} as const

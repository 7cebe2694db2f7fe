/** Pruebas: lo que el nodo conserva, y un objeto tal como llegó. */
export const evidence = {
  'evidence.title': 'Inteligencia',
  'evidence.search.label': 'Buscar en los objetos',
  'evidence.search.do': 'Buscar',
  'evidence.table': 'Objetos encontrados',
  'evidence.column.modified': 'Modificado',
  'evidence.column.versions': 'Versiones',
  'evidence.more': 'Mostrar más',
  'evidence.nothing.all': 'Mostrar todo lo que hay aquí',
  'evidence.empty.title': 'Este nodo todavía no conserva ningún objeto',
  'evidence.empty.why':
    'Los objetos entran por importación. Un objeto que otra nación nombra como evidencia se queda en esa nación: aquí se ven en el caso su identificador, su resumen y su grado.',
  'evidence.empty.how': 'Para traer objetos, ejecute en la máquina del nodo:',
  'evidence.empty.formats':
    'FILE es un conjunto STIX 2.1, sin comprimir o comprimido con <code>gzip</code>. Los bytes se conservan tal como se reciben y nada se sobrescribe.',
  'evidence.unmarked': 'el objeto no lleva marca',
  'evidence.marking.other': 'otra marca',
  'evidence.marking.tag': 'por su etiqueta «{tag}»',
  'evidence.marking.unread':
    'la etiqueta «{tag}» no es ninguna que se conozca aquí: no sale a ninguna parte',
  'evidence.known-good': 'Valores conocidos como inofensivos',
  'evidence.known-good.what':
    '{count, plural, one {Un valor suyo está} other {# valores suyos están}} en listas de advertencia: lo que hay en ellas lo usa mucha gente. Es un indicio, no un veredicto.',
  'evidence.versions': '{count, plural, one {Una versión} other {# versiones}}',
  'evidence.version.undated': 'sin fecha propia',
  'evidence.translated': 'Traducido al {language} por un',
  'evidence.translated.by': 'contenido de idioma de STIX',
  'evidence.original': 'Como se escribió, en {language}',
  'evidence.newest': 'la más reciente',
  'evidence.in-conflict': 'en conflicto',
  'evidence.added': 'Añadido',
  'evidence.source': 'Procede de',
  'evidence.bytes': 'Bytes tal como se recibieron: {size, plural, one {# byte} other {# bytes}}',
  'evidence.bytes.copy': 'Copiar',
  'evidence.bytes.copied': 'Copiado.',
  'evidence.bytes.not-copied':
    'El navegador no ha permitido copiar. Seleccione el texto y cópielo a mano.',
  'evidence.conflict': 'Conflicto: dos contenidos con un mismo identificador y una misma fecha',
  'evidence.conflict.what':
    'Ambos dicen ser la misma versión del mismo objeto, y difieren. Se conservan los dos y no se prefiere ninguno: pregunte de dónde vienen.',
  'evidence.conflict.here': 'difiere: ',
  'evidence.conflict.same': '{count, plural, one {una línea igual} other {# líneas iguales}}',
  'evidence.conflict.laid-out':
    'Dispuesto con un miembro por línea para compararlo. Los resúmenes (SHA-256) son de los bytes tal como se recibieron, más abajo.',
  'evidence.relations': 'Relaciones',
  'evidence.relations.this': 'este',
  'evidence.sightings': 'Avistamientos',
  'evidence.sighting':
    '{count, plural, one {visto una vez} many {visto # veces} other {visto # veces}}',
  'evidence.touched': 'Lo que toca aquí',
  'evidence.touched.no-inventory': 'Este nodo no tiene inventario con que compararlo.',
  'evidence.touched.none': 'No toca ningún activo del inventario de aquí.',
  'evidence.touched.suppressed':
    '{count, plural, one {Otro activo se alcanza} other {Otros # activos se alcanzan}} solo por valores de listas de advertencia, y no se cuentan.',
  'evidence.touched.count':
    '{count, plural, one {Toca # activo.} many {Toca # activos.} other {Toca # activos.}}',
  'evidence.touched.stays': 'La lista se queda en este nodo.',
  'evidence.touched.first': 'Se muestran los primeros {count}.',
  'evidence.refers-to': 'Se refiere a',
  'evidence.refers-to.none': 'No se refiere a ningún otro objeto.',
  'evidence.referred-by': 'Se refieren a él',
  'evidence.referred-by.none': 'Ningún objeto de los que hay aquí se refiere a él.',
  'evidence.not-held': 'no está aquí',
  'evidence.not-held.here': 'No está aquí.',
  'evidence.not-held.why':
    'Este nodo no tiene ningún objeto con este identificador. Un objeto va de su custodio a quienes admite su marca; el acto que lo nombra da su resumen.',
  'evidence.not-held.refused': 'El custodio no lo ha dado:',
  'evidence.named-in': 'Nombrado como evidencia',
  'evidence.named-in.none': 'Ningún acto de evidencia de los casos de este nodo lo nombra.',
  'evidence.named-in.by': '{name} lo nombra en «{title}»',
  'evidence.hash.same': 'El resumen del acto es el de los bytes que hay aquí:',
  'evidence.hash.other': 'El resumen del acto es de otros bytes que los que hay aquí:',
  'evidence.hash.unknown': 'Los bytes del custodio tienen el SHA-256:',
  'evidence.remark': 'Ponerle otra etiqueta',
  'evidence.remark.what':
    'Una nueva versión con otra etiqueta de TLP, que espera entre las importaciones. Si llega más lejos que esta, la incorpora otra persona. Lo que ya se entregó con la etiqueta anterior no se retira con ello.',
  'evidence.remark.to': 'Etiqueta',
  'evidence.remark.reason': 'Por qué',
  'evidence.remark.missing': 'Diga por qué: consta con la importación.',
  'evidence.remark.do': 'Dejarla en espera',
  'evidence.hints': 'Qué más tiene algo en común con él',
  'evidence.hints.what':
    'Indicios, cada uno con su número. Ninguno dice que dos cosas sean una, ni quién hizo nada; nada se fusiona.',
  'evidence.hints.none': 'Nada de lo que hay aquí.',
  'evidence.hints.same':
    'El mismo dato ({what}) en {count, plural, one {# objeto más} many {# objetos más} other {# objetos más}}:',
  'evidence.hints.least':
    'El mismo dato ({what}) al menos en {count, plural, one {# objeto más} many {# objetos más} other {# objetos más}}; no se miraron más:',
  'evidence.hints.name': 'nombre o alias',
  'evidence.hints.techniques':
    '{count, plural, one {De su única técnica} many {De sus # técnicas} other {De sus # técnicas}}, quién usa más de las mismas.',
  'evidence.hints.capped': 'Había más usos de los que se miraron.',
  'evidence.hints.object': 'Objeto',
  'evidence.hints.shared': 'Usan ambos',
  'evidence.hints.either': 'Usa alguno',
  'evidence.hints.overlap': 'Coincidencia',
  'hunt.title': 'Buscar en todo el historial',
  'hunt.this': 'Buscar su patrón en todo el historial',
  'hunt.what':
    'Un patrón de STIX se aplica a todo lo observado que guarda este nodo, llegara cuando llegara. De la pregunta no se conserva más que su dirección.',
  'hunt.pattern': "Patrón, como [ipv4-addr:value = '198.51.100.7']",
  'hunt.begin': 'Buscar',
  'hunt.stop': 'Detener',
  'hunt.found':
    '{count, plural, =0 {No se encontró nada} one {# objeto encontrado} many {# objetos encontrados} other {# objetos encontrados}}',
  'hunt.progress': 'Se miraron {looked, number} de {of, number}.',
  'hunt.done': 'Se miraron los {of, number}.',
  'hunt.stopped': 'Detenida tras {looked, number} de {of, number}: lo que sigue no se miró.',
  'hunt.withheld':
    '{count, plural, one {# es TLP:RED y no se miró para su función.} many {# son TLP:RED y no se miraron para su función.} other {# son TLP:RED y no se miraron para su función.}}',
  'hunt.unread':
    '{count, plural, one {# no tiene fecha y no pudo compararse.} many {# no tienen fecha y no pudieron compararse.} other {# no tienen fecha y no pudieron compararse.}}',
  'hunt.more':
    '{count, plural, one {# más no figura} many {# más no figuran} other {# más no figuran}} en la lista.',
} as const

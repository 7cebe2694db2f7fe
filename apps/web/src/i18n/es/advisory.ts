/** Escribir un aviso, publicarlo y retractarse de él. */
export const advisory = {
  'published.title': 'Publicado en este caso',
  'published.write': 'Escribir un aviso',
  'published.anyone': 'Como lo lee cualquiera',
  'published.recall': 'Retractarse …',
  'published.recall.of': 'Retractarse de «{title}» …',
  'advisory.title': 'Escribir un aviso',
  'advisory.lead':
    'Con palabras llanas, para quien tiene que hacer algo ahora. Su nación lo publica por sí misma; cualquiera lo lee sin cuenta.',
  'advisory.audience': 'Para quién se escribe',
  'advisory.with': 'Acompaña a una publicación anterior',
  'advisory.with.none': 'A ninguna',
  'advisory.in.en': 'El texto en inglés',
  'advisory.in.es': 'El texto en español',
  'advisory.field.title': 'Título: una frase en la que se reconozca quien lee',
  'advisory.field.happened': 'Diga qué ha pasado',
  'advisory.field.concerned': 'Diga a quién afecta y en qué se nota',
  'advisory.field.do': 'Diga qué hacer ahora',
  'advisory.field.help': 'Diga dónde pedir ayuda',
  'advisory.lines': 'Un paso por línea. La primera frase de cada uno va en negrita.',
  'advisory.practices':
    '{count, plural, one {Incorporar una buena práctica} other {Incorporar alguna de # buenas prácticas}}',
  'advisory.practices.what':
    'Con nuestras propias palabras, cada una con dónde se encontró. Lo que marque se añade a qué hacer, en cada lengua; allí puede cambiar sus palabras.',
  'advisory.kept':
    'Lo que escribe se guarda en este navegador hasta que se publique, y no se envía a ningún sitio.',
  'advisory.anew': 'Descartarlo y empezar de nuevo',
  'advisory.preview': 'Exactamente lo que leerá cualquiera',
  'advisory.preview.of':
    '{lang, select, es {Vista previa en español} other {Vista previa en inglés}}',
  'advisory.bytes': 'Lo que se firmará, y guardarlo como borrador',
  'advisory.unread': 'Podrá retractarse después. Que se haya leído no se puede deshacer.',
  'advisory.publish': 'Firmar y publicar',
  'advisory.no-title': 'Hace falta un título.',
  'advisory.no-words': 'Hace falta al menos una línea: diga qué hacer ahora.',
  'advisory.no-lang': 'Elija al menos una lengua.',
  'advisory.wrong': 'Esto no se puede publicar: {detail}',
  'advisory.elsewhere': 'Los avisos se publican en el caso público, y este es otro.',
  'advisory.other-draft':
    'Este formulario no tiene lugar para todo lo que dice el borrador. Cámbielo donde se escribió.',
  'recall.title': 'Retractarse de una publicación',
  'recall.what':
    'El texto se queda donde está, con la marca de la retractación, la hora, el nombre de su nación y su motivo. Que se haya leído no se puede deshacer.',
  'recall.nobody-left': 'Nadie más lo respalda.',
  'recall.gone': 'Su nación ya se había retractado de esto.',
  'recall.reason': 'Por qué',
  'recall.reason.hint': 'Cualquiera lo lee, junto al texto y en el canal.',
  'recall.no-reason': 'Diga por qué: se dice a quien lee.',
  'recall.long': 'Como máximo 2.000 caracteres, sin caracteres de control.',
  'recall.sign': 'Firmar y retractarse',
  'recall.filed': 'Retractado.',
  'refused.draft.needed':
    'Su nación quiere que esto se autorice antes. Guárdelo como borrador; otra persona lo autoriza y después se firma.',
  'refused.publication.twice': 'Su nación ya respalda este mismo texto.',
  'refused.publication.recalled': 'Su nación ya se retractó de esto.',
} as const

/** Lo que las naciones se dicen junto a sus voces. */
export const exchange = {
  'verb.comment': 'comentar una cláusula',
  'act.comment': 'comentó la cláusula {clause} de {on}',
  'act.comment.answers': 'respondió a un comentario a la cláusula {clause} de {on}',
  'comment.do': 'Comentar',
  'comment.on': 'la cláusula {clause}',
  'comment.answer': 'Responder',
  'comment.to': 'a lo que dijo {name} sobre la cláusula {clause}',
  'comment.title': 'Comentar la cláusula {clause}',
  'comment.answer.title': 'Responder a un comentario a la cláusula {clause}',
  'comment.what':
    'Un comentario no es una voz: no abre ni cierra nada, no obliga a nadie y se queda con esta versión. Lo leen todas las partes del caso.',
  'comment.says': 'Comentario',
  'comment.error': 'Diga algo, en 4.000 caracteres como mucho.',
  'comment.filed': 'Comentario presentado.',
} as const

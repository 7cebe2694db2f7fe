import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { icj } from './icj.ts'

export const collectiveDefence = rule({
  id: 'nicaragua-193',
  source: icj({
    id: 'nicaragua-193',
    since: '1986-06-27',
    provision: 'Military and Paramilitary Activities, Merits, 1986, paras 193-200',
    citation: {
      en: 'ICJ, Nicaragua, 1986, paras 193-200',
      es: 'CIJ, Nicaragua, 1986, párrs. 193-200',
    },
    restatement: {
      en: 'Others may help in self-defence only if the victim declares itself under armed attack and requests their help.',
      es: 'Otros solo pueden ayudar en legítima defensa si la víctima se declara objeto de un ataque armado y pide su ayuda.',
    },
    url: 'https://www.icj-cij.org/case/70',
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
  }),
  authorities: [],
  question: {
    en: 'Has the victim declared itself attacked, and requested help?',
    es: '¿Se ha declarado atacada la víctima, y ha pedido ayuda?',
  },
  arises: isRaised('victimDeclared', 'helpRequested'),
  facts: ['victimDeclared', 'helpRequested'],
  test: ({ victimDeclared, helpRequested }) => {
    if (victimDeclared === false)
      return notSatisfied('it has not declared itself attacked', 'no se ha declarado atacada')
    if (helpRequested === false) return notSatisfied('it has not asked', 'no lo ha pedido')
    if (victimDeclared === undefined) return unknown('victimDeclared')
    if (helpRequested === undefined) return unknown('helpRequested')
    return satisfied('declared and requested', 'declarado y pedido')
  },
})

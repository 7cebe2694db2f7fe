import type { Situations } from './situation.ts'

/** The rarer routes of attribution, responsibility for another State’s act, and territory alone. */
export const attributionMore: Situations = {
  'arsiwa-6': [
    [
      'a seconded team under the receiving State’s orders alone',
      'ARSIWA 6; Cyber Law Toolkit, Attribution, item 3',
      { actor: 'lent-organ', exclusiveDirection: true },
      'satisfied',
    ],
    [
      'a seconded team that still takes orders from home',
      'ARSIWA 6: exclusive direction',
      { actor: 'lent-organ', exclusiveDirection: false },
      'not-satisfied',
    ],
    ['its own military', 'ARSIWA 4', { actor: 'state-organ' }, 'not-satisfied'],
    ['nobody knows who directed it', 'ours', { actor: 'lent-organ' }, 'unknown'],
  ],
  'arsiwa-7': [
    [
      'a service that disobeyed its orders, on duty',
      'ARSIWA 7',
      { actor: 'state-organ', actorCapacity: true, exceededAuthority: true },
      'satisfied',
    ],
    [
      'an officer who disobeyed for private gain',
      'ARSIWA 7: only conduct in that capacity',
      { actor: 'state-organ', actorCapacity: false, exceededAuthority: true },
      'not-satisfied',
    ],
    [
      'a private group: there is no authority to exceed',
      'ARSIWA 7: organs and empowered entities',
      { actor: 'private-group', exceededAuthority: true },
      'not-satisfied',
    ],
    [
      'orders were kept, and Article 4 decides',
      'ARSIWA 4 and 7',
      { actor: 'state-organ', exceededAuthority: false },
      'not-satisfied',
    ],
    ['nobody knows whether they were on duty', 'ours', { exceededAuthority: true }, 'unknown'],
  ],
  'arsiwa-9': [
    [
      'citizens run what authorities have abandoned, as they must',
      'ARSIWA 9',
      { actor: 'in-default-of-authorities', calledFor: true },
      'satisfied',
    ],
    [
      'nothing called for their stepping in',
      'ARSIWA 9: circumstances call for it',
      { actor: 'in-default-of-authorities', calledFor: false },
      'not-satisfied',
    ],
    ['a private group', 'ARSIWA 8', { actor: 'private-group' }, 'not-satisfied'],
    ['nobody knows who did it', 'ours', {}, 'unknown'],
  ],
  'arsiwa-10': [
    [
      'the movement has become the government',
      'ARSIWA 10',
      { actor: 'insurgents', movementSucceeded: true },
      'satisfied',
    ],
    [
      'the movement was defeated',
      'ARSIWA 10',
      { actor: 'insurgents', movementSucceeded: false },
      'not-satisfied',
    ],
    ['its own military', 'ARSIWA 4', { actor: 'state-organ' }, 'not-satisfied'],
    ['its fate is open', 'ours', { actor: 'insurgents' }, 'unknown'],
  ],
  'arsiwa-16-aid': [
    [
      'infrastructure lent, knowing what for',
      'ARSIWA 16',
      { roleInAct: 'aided', knowledgeOfAct: 'actual', wrongfulIfOwn: true },
      'satisfied',
    ],
    [
      'infrastructure lent, without asking what for',
      'ARSIWA 16 against ILC commentary, art. 16: intent',
      { roleInAct: 'aided', knowledgeOfAct: 'wilful-blindness', wrongfulIfOwn: true },
      'disputed',
    ],
    [
      'infrastructure lent, unaware',
      'ARSIWA 16: knowledge of the circumstances',
      { roleInAct: 'aided', knowledgeOfAct: 'none' },
      'not-satisfied',
    ],
    [
      'an act that would break nothing if it had committed it',
      'ARSIWA 16: wrongful if committed by that State',
      { roleInAct: 'aided', knowledgeOfAct: 'actual', wrongfulIfOwn: false },
      'not-satisfied',
    ],
    ['no part in it', 'ARSIWA 16', { roleInAct: 'none' }, 'not-satisfied'],
    ['its part is not known', 'ours', {}, 'unknown'],
  ],
  'arsiwa-17': [
    [
      'it directed and controlled the act',
      'ARSIWA 17',
      { roleInAct: 'directed', knowledgeOfAct: 'actual', wrongfulIfOwn: true },
      'satisfied',
    ],
    [
      'an obligation that binds the other State and not the one that directs it',
      'ARSIWA 17(b): wrongful if committed by that State',
      { roleInAct: 'directed', knowledgeOfAct: 'actual', wrongfulIfOwn: false },
      'not-satisfied',
    ],
    [
      'whether it is itself bound is not known',
      'ARSIWA 17(b)',
      { roleInAct: 'directed', knowledgeOfAct: 'actual' },
      'unknown',
    ],
    [
      'it directed without knowing the circumstances',
      'ARSIWA 17: with knowledge',
      { roleInAct: 'directed', knowledgeOfAct: 'none' },
      'not-satisfied',
    ],
    [
      'it directed and chose not to know: that it knew is not shown, nor that it did not',
      'ARSIWA 17: with knowledge',
      { roleInAct: 'directed', knowledgeOfAct: 'wilful-blindness', wrongfulIfOwn: true },
      'unknown',
    ],
    ['it only aided', 'ARSIWA 16', { roleInAct: 'aided' }, 'not-satisfied'],
    ['its part is not known', 'ours', {}, 'unknown'],
  ],
  'arsiwa-18': [
    [
      'it coerced the other State, knowing the act',
      'ARSIWA 18',
      { roleInAct: 'coerced', knowledgeOfAct: 'actual' },
      'satisfied',
    ],
    [
      'that it knew the act is not shown',
      'ARSIWA 18: with knowledge',
      { roleInAct: 'coerced', knowledgeOfAct: 'wilful-blindness' },
      'unknown',
    ],
    [
      'it coerced the other State into something else',
      'ARSIWA 18: with knowledge',
      { roleInAct: 'coerced', knowledgeOfAct: 'none' },
      'not-satisfied',
    ],
    ['it only aided', 'ARSIWA 16', { roleInAct: 'aided' }, 'not-satisfied'],
    ['its part is not known', 'ours', {}, 'unknown'],
  ],
  'gge-2015-28-f-territory': [
    [
      'addresses in its territory, and nothing else',
      'GGE 2015, para. 28(f); Tallinn Manual 2.0, rules 15-17',
      { territoryOnly: true },
      'unknown',
    ],
    [
      'persons named by a criminal investigation too',
      'GGE 2015, para. 28(f)',
      { territoryOnly: false },
      'satisfied',
    ],
    ['nobody has said what else there is', 'ours', {}, 'unknown'],
  ],
}

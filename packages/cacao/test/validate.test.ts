import { describe, expect, it } from 'vitest'
import { markingOf, outlineOf, readPlaybook, validatePlaybook } from '../src/index.ts'
import { ALDER_ISOLATE, bytesOf } from './playbook.ts'

type Json = Record<string, unknown>
const copy = (): Json & { workflow: Record<string, Json> } =>
  structuredClone(ALDER_ISOLATE) as never

const START = 'start--6a4d8b07-3f0e-4f2c-8a3e-6a1c5d1e2a01'
const TELL = 'action--1b7c1f53-55b8-4a5c-8f0a-3c1f7e3b4a02'
const ASK = 'if-condition--7d2f9c1a-0b55-4f6e-9f77-1e2d3c4b5a04'
const WITHDRAW = 'action--8c3e4d5f-6a7b-4c8d-9e0f-1a2b3c4d5e06'
const END = 'end--2e9a7c60-4a1b-4c8d-9b3f-5d6e7f8a9b05'
const DISAGREED = 'end--9d4f5e6a-7b8c-4d9e-8f1a-2b3c4d5e6f07'

/** What is found once a change was made to the playbook. */
function found(change: (playbook: ReturnType<typeof copy>) => void): readonly string[] {
  const playbook = copy()
  change(playbook)
  return validatePlaybook(readPlaybook(bytesOf(playbook))).map(
    ({ level, path, reason }) => `${level} ${path} ${reason}`,
  )
}

describe('a playbook that is as the standard has it', () => {
  it('has nothing found in it', () => {
    expect(found(() => undefined)).toEqual([])
  })

  it('is shown step by step, in the order in which they are reached', () => {
    const steps = outlineOf(readPlaybook(bytesOf(ALDER_ISOLATE)))
    expect(steps.map(({ id, distance }) => [id, distance])).toEqual([
      [START, 0],
      [TELL, 1],
      [ASK, 2],
      [END, 2],
      [WITHDRAW, 3],
      [DISAGREED, 3],
      ['end--ae5f6a7b-8c9d-4e0f-9a2b-3c4d5e6f7a08', 4],
    ])
    expect(steps[1]).toMatchObject({
      name: 'Tell the operator',
      commands: [{ type: 'manual', says: 'Call the operator of __server__:value.' }],
      ways: [
        { by: 'on_success', to: ASK },
        { by: 'on_failure', to: END },
      ],
    })
  })
})

/** Each sentence: what was done to the playbook, and the one finding that follows. */
const BREACHES: readonly [string, (playbook: ReturnType<typeof copy>) => void, string][] = [
  [
    'modified before created',
    (playbook) => (playbook['modified'] = '2026-11-01T09:00:00.000Z'),
    'must .modified expected an instant not before created 2026-11-02T09:00:00.000Z, got "2026-11-01T09:00:00.000Z"',
  ],
  [
    'four digits after the point',
    (playbook) => (playbook['created'] = '2026-11-02T09:00:00.0000Z'),
    'must .created expected an instant of RFC 3339 with Z and three digits after the point, got "2026-11-02T09:00:00.0000Z"',
  ],
  [
    'an end before the beginning',
    (playbook) => (playbook['valid_until'] = '2026-11-20T09:00:00.000Z'),
    'must .valid_until expected an instant after valid_from 2026-11-20T09:00:00.000Z, got "2026-11-20T09:00:00.000Z"',
  ],
  [
    'a priority beyond 100',
    (playbook) => (playbook['priority'] = 101),
    'must .priority expected a whole number from 0 to 100, got 101',
  ],
  [
    'a type and no activity',
    (playbook) => delete playbook['playbook_activities'],
    'must .playbook_activities expected an activity, for playbook_types names types, got nothing',
  ],
  [
    'an agent that is not defined',
    (playbook) =>
      (playbook.workflow[TELL]!['agent'] = 'organization--11111111-1111-4111-8111-111111111111'),
    `must .workflow.${TELL}.agent expected one of agent_definitions, got "organization--11111111-1111-4111-8111-111111111111"`,
  ],
  [
    'a marking that is not defined',
    (playbook) => delete playbook['data_marking_definitions'],
    'must .markings[0] expected one of data_marking_definitions, got "marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421"',
  ],
  [
    'a way to a step that is not there',
    (playbook) =>
      (playbook.workflow[START]!['on_completion'] = 'end--11111111-1111-4111-8111-111111111111'),
    `must .workflow.${START}.on_completion expected a step of the workflow, got "end--11111111-1111-4111-8111-111111111111"`,
  ],
  [
    'a way on after an end',
    (playbook) => (playbook.workflow[DISAGREED]!['on_completion'] = END),
    `must .workflow.${DISAGREED} expected no step after an end, got one`,
  ],
  [
    'both ways of going on',
    (playbook) => (playbook.workflow[TELL]!['on_completion'] = ASK),
    `must .workflow.${TELL} expected on_completion, or on_success and on_failure, got both`,
  ],
  [
    'two branches that share an end',
    (playbook) => (playbook.workflow[WITHDRAW]!['on_completion'] = DISAGREED),
    `must .workflow.${ASK}.on_false expected an end of its own, got ${DISAGREED}, which ends on_true too`,
  ],
  [
    'a loop that some way leaves',
    (playbook) => (playbook.workflow[TELL]!['on_failure'] = TELL),
    `should .workflow.${TELL} expected no way back, got a loop ${TELL} → ${TELL}`,
  ],
  [
    'a loop that no way leaves',
    (playbook) => (playbook.workflow[WITHDRAW]!['on_completion'] = WITHDRAW),
    `must .workflow.${WITHDRAW} expected a way to an end, got an endless loop ${WITHDRAW} → ${WITHDRAW}`,
  ],
  [
    'a manual command that says nothing',
    (playbook) => (playbook.workflow[TELL]!['commands'] = [{ type: 'manual' }]),
    `must .workflow.${TELL}.commands[0] expected command or command_b64, got nothing`,
  ],
  [
    'a variable that nobody declares',
    (playbook) => delete playbook['playbook_variables'],
    `should .workflow.${TELL}.commands[0].command expected a variable of the step or the playbook, got "__server__"`,
  ],
  [
    'an address that is none',
    (playbook) =>
      (playbook['playbook_variables'] = {
        __server__: { type: 'ipv4-addr', value: '203.0.113.700' },
      }),
    'should .playbook_variables.__server__.value expected a value of type ipv4-addr, got "203.0.113.700"',
  ],
  [
    'an address with other signs than points',
    (playbook) =>
      (playbook['playbook_variables'] = {
        __server__: { type: 'ipv4-addr', value: '203-0-113-7' },
      }),
    'should .playbook_variables.__server__.value expected a value of type ipv4-addr, got "203-0-113-7"',
  ],
  [
    'an extension that is not defined',
    (playbook) =>
      (playbook['playbook_extensions'] = {
        'extension-definition--11111111-1111-4111-8111-111111111111': {},
      }),
    'must .playbook_extensions.extension-definition--11111111-1111-4111-8111-111111111111 expected one of extension_definitions, got "extension-definition--11111111-1111-4111-8111-111111111111"',
  ],
  [
    'an exception that leads nowhere',
    (playbook) => (playbook['workflow_exception'] = 'end--11111111-1111-4111-8111-111111111111'),
    'must .workflow_exception expected a step of the workflow, got "end--11111111-1111-4111-8111-111111111111"',
  ],
]

describe('what the standard demands', () => {
  it.each(BREACHES)('is said of %s', (_, change, finding) => {
    expect(found(change)).toContain(finding)
  })

  it('is all said at once', () => {
    const all = found((playbook) => {
      playbook['priority'] = -1
      delete playbook['name']
      playbook['created_by'] = 'Alder'
    })
    expect(all).toEqual([
      'must .name expected this property, got nothing',
      'must .created_by expected an identifier identity--UUID, got "Alder"',
      'must .priority expected a whole number from 0 to 100, got -1',
    ])
  })
})

describe('the marking of a playbook', () => {
  const marked = (markings: readonly string[], definitions: Json = {}) =>
    markingOf(
      readPlaybook(bytesOf({ ...ALDER_ISOLATE, markings, data_marking_definitions: definitions })),
    )
  const RED = 'marking-tlp--e828b379-4e03-4974-9ac4-e53a884c97c1'
  const CLEAR = 'marking-tlp--94868c89-83c2-464b-929b-a1a8aa3c8487'
  const STATEMENT = 'marking-statement--d81f86b9-975b-4c0b-875e-810c5ad45a4f'

  it('is the strictest of several', () => {
    expect(marked([CLEAR, RED])).toEqual({ tlp: 'TLP:RED', other: [] })
  })
  it('is none where it has none, and never clear', () => {
    expect(marked([])).toEqual({ other: [] })
  })
  it('holds to what was published where a definition says less under the same id', () => {
    expect(marked([RED], { [RED]: { type: 'marking-tlp', tlpv2_level: 'TLP:CLEAR' } })).toEqual({
      tlp: 'TLP:RED',
      other: [],
    })
    expect(marked([CLEAR], { [CLEAR]: { tlpv2_level: 'TLP:PINK' } })).toEqual({ other: [CLEAR] })
  })
  it('names what else may forbid something', () => {
    expect(marked([CLEAR, STATEMENT])).toEqual({ tlp: 'TLP:CLEAR', other: [STATEMENT] })
  })
})

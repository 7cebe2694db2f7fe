import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { readPlaybook, validatePlaybook } from '../src/index.ts'

const SHARED = sharedPath('data/cacao-openc2')

const playbooks = (folder: string) =>
  globSync(join(SHARED ?? '', folder, '*.json'))
    .toSorted()
    .map((path) => [basename(path), path] as const)
const musts = (path: string) =>
  validatePlaybook(readPlaybook(readFileSync(path))).filter(({ level }) => level === 'must')

/** Playbooks that SOARCA ships: a program that runs them, and takes more than the standard allows. */
describe.skipIf(SHARED === undefined)('the playbooks that SOARCA ships', () => {
  it('are nine that it runs and four that it refuses, and all are read', () => {
    expect([playbooks('cacao20').length, playbooks('cacao20-invalid').length]).toEqual([9, 4])
    for (const [, path] of [...playbooks('cacao20'), ...playbooks('cacao20-invalid')])
      expect(readPlaybook(readFileSync(path)).id).toMatch(/^playbook--/)
  })

  /** By hand, from the files and the standard: what each of the nine breaks. */
  it('break these demands of the standard, and one breaks none', () => {
    const broken = playbooks('cacao20').map(([name, path]) => [
      name,
      [...new Set(musts(path).map((one) => one.path.replace(/--[^.[]*/g, '')))].join(' '),
    ])
    expect(Object.fromEntries(broken)).toEqual({
      'fin-playbook.json':
        '.workflow.action.agent .agent_definitions.soarca-fin-pong-f896bb3b-bb37-429e-8ece-2d4286cf326d.address .modified .agent_definitions.soarca-fin-pong-f896bb3b-bb37-429e-8ece-2d4286cf326d',
      'http-playbook.json': '.created .modified .playbook_activities',
      'manual-playbook.json': '.playbook_activities .agent_definitions.soarca-manual-capability',
      'openc2-playbook.json': '.created .modified .playbook_activities',
      'powershell-playbook.json': '',
      'soarca-test-changed-playbook.json':
        '.created .modified .workflow .playbook_activities .workflow_start .workflow_exception',
      'soarca-test-parallels_playbook.json':
        '.created .modified .playbook_activities .workflow .workflow_start .workflow_exception',
      'soarca-test-playbook.json':
        '.created .modified .agent_definitions.http-api.address.dname[0] .playbook_activities .workflow .workflow_start .workflow_exception',
      'ssh-playbook.json': '.created .modified .playbook_activities',
    })
  })

  it.each([
    ['infinite_playbook.json', /endless loop action--6b23c237-\S+ → action--6b23c237-/],
    [
      'invalid_email_playbook.json',
      /an address of RFC 5321, got "banana@business\.com;`shh hack`"/,
    ],
    ['invalid_playbook.json', /type--UUID of its own type, got "http-api--7e9174ec-/],
    ['missing_step_playbook.json', /a step of the workflow, got "end--6b23c237-[^"]+d558"/],
  ])('%s is found wrong for what is wrong in it', (name, reason) => {
    const path = playbooks('cacao20-invalid').find(([file]) => file === name)![1]
    expect(musts(path).filter((one) => reason.test(one.reason))).toHaveLength(1)
  })

  it('have one id for three of them, and only their content tells them apart', () => {
    const same = playbooks('cacao20').filter(([, path]) =>
      readPlaybook(readFileSync(path)).id.startsWith('playbook--300270f9'),
    )
    expect(same.map(([name]) => name)).toEqual([
      'http-playbook.json',
      'openc2-playbook.json',
      'ssh-playbook.json',
    ])
    const modified = same.map(([, path]) => readPlaybook(readFileSync(path)).modified)
    expect(new Set(modified).size).toBe(1)
  })
})

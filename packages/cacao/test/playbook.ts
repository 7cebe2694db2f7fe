/** An invented playbook: how a national team of Alder notifies an operator and withdraws an access. */
export const ALDER_ISOLATE = {
  type: 'playbook',
  spec_version: 'cacao-2.0',
  id: 'playbook--5f0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
  name: 'Withdraw the access of a rented server',
  description: 'Who is told first, what is withdrawn, and how it is given back.',
  playbook_types: ['mitigation'],
  playbook_activities: ['restrict-access'],
  created_by: 'identity--0d3f4a64-8f0b-4c43-8b1a-2f1d1f6ad001',
  created: '2026-11-02T09:00:00.000Z',
  modified: '2026-11-20T09:00:00.000Z',
  valid_from: '2026-11-20T09:00:00.000Z',
  valid_until: '2027-05-20T09:00:00.000Z',
  priority: 3,
  markings: ['marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
  playbook_variables: {
    __server__: { type: 'ipv4-addr', value: '203.0.113.7', constant: true },
  },
  workflow_start: 'start--6a4d8b07-3f0e-4f2c-8a3e-6a1c5d1e2a01',
  workflow: {
    'start--6a4d8b07-3f0e-4f2c-8a3e-6a1c5d1e2a01': {
      type: 'start',
      on_completion: 'action--1b7c1f53-55b8-4a5c-8f0a-3c1f7e3b4a02',
    },
    'action--1b7c1f53-55b8-4a5c-8f0a-3c1f7e3b4a02': {
      type: 'action',
      name: 'Tell the operator',
      commands: [{ type: 'manual', command: 'Call the operator of __server__:value.' }],
      agent: 'organization--c5b1d2a4-90d2-4d3e-8c55-7a9b6f0e5b03',
      on_success: 'if-condition--7d2f9c1a-0b55-4f6e-9f77-1e2d3c4b5a04',
      on_failure: 'end--2e9a7c60-4a1b-4c8d-9b3f-5d6e7f8a9b05',
    },
    'if-condition--7d2f9c1a-0b55-4f6e-9f77-1e2d3c4b5a04': {
      type: 'if-condition',
      name: 'Did the operator agree?',
      condition: '__agreed__:value == true',
      step_variables: { __agreed__: { type: 'bool', value: 'false' } },
      on_true: 'action--8c3e4d5f-6a7b-4c8d-9e0f-1a2b3c4d5e06',
      on_false: 'end--9d4f5e6a-7b8c-4d9e-8f1a-2b3c4d5e6f07',
      on_completion: 'end--2e9a7c60-4a1b-4c8d-9b3f-5d6e7f8a9b05',
    },
    'action--8c3e4d5f-6a7b-4c8d-9e0f-1a2b3c4d5e06': {
      type: 'action',
      name: 'Withdraw the access',
      commands: [
        {
          type: 'manual',
          command: 'Withdraw the routes to __server__:value, and note how to announce them again.',
          playbook_activity: 'restrict-access',
        },
      ],
      agent: 'organization--c5b1d2a4-90d2-4d3e-8c55-7a9b6f0e5b03',
      on_completion: 'end--ae5f6a7b-8c9d-4e0f-9a2b-3c4d5e6f7a08',
    },
    'end--2e9a7c60-4a1b-4c8d-9b3f-5d6e7f8a9b05': { type: 'end' },
    'end--9d4f5e6a-7b8c-4d9e-8f1a-2b3c4d5e6f07': { type: 'end' },
    'end--ae5f6a7b-8c9d-4e0f-9a2b-3c4d5e6f7a08': { type: 'end' },
  },
  agent_definitions: {
    'organization--c5b1d2a4-90d2-4d3e-8c55-7a9b6f0e5b03': {
      type: 'organization',
      name: 'Alder CSIRT',
      contact: { email: { duty: 'duty@csirt.alder.example' } },
    },
  },
  data_marking_definitions: {
    'marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421': {
      type: 'marking-tlp',
      id: 'marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
      created_by: 'identity--5abe695c-7bd5-4c31-8824-2528696cdbf1',
      created: '2022-10-01T00:00:00.000Z',
      tlpv2_level: 'TLP:AMBER',
    },
  },
} as const

/** The same, that others of the community may have. */
export const ALDER_GREEN = {
  ...ALDER_ISOLATE,
  id: 'playbook--6e0f6e4e-6a7c-4d0e-9a53-0a5d2b7f6c11',
  markings: ['marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
  data_marking_definitions: {
    'marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': {
      type: 'marking-tlp',
      id: 'marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
      created_by: 'identity--5abe695c-7bd5-4c31-8824-2528696cdbf1',
      created: '2022-10-01T00:00:00.000Z',
      tlpv2_level: 'TLP:GREEN',
    },
  },
}

export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value))

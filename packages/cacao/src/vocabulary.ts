/** The open vocabularies of CACAO 2.0 and its closed lists, as far as something is decided by them. */

/** `playbook-type-ov`, section 3.1.1. */
export const PLAYBOOK_TYPES: ReadonlySet<string> = new Set([
  'attack',
  'detection',
  'engagement',
  'investigation',
  'mitigation',
  'notification',
  'prevention',
  'remediation',
])

/** `playbook-activity-type-ov`, section 3.1.2. */
export const ACTIVITIES: ReadonlySet<string> = new Set([
  'compose-content',
  'deliver-content',
  'identify-audience',
  'identify-channel',
  'scan-system',
  'match-indicator',
  'analyze-collected-data',
  'identify-indicators',
  'scan-vulnerabilities',
  'configure-systems',
  'restrict-access',
  'disconnect-system',
  'eliminate-risk',
  'revert-system',
  'restore-data',
  'restore-capabilities',
  'map-network',
  'identify-steps',
  'step-sequence',
  'prepare-engagement',
  'execute-operation',
  'analyze-engagement-results',
])

/** `variable-type-ov`, section 10.18. */
export const VARIABLE_TYPES: ReadonlySet<string> = new Set([
  'bool',
  'dictionary',
  'float',
  'hexstring',
  'integer',
  'ipv4-addr',
  'ipv6-addr',
  'long',
  'mac-addr',
  'hash',
  'md5-hash',
  'sha256-hash',
  'string',
  'uri',
  'uuid',
])

/** `workflow-step-type-enum`, section 4: a closed list. */
export const STEP_TYPES = [
  'start',
  'end',
  'action',
  'playbook-action',
  'parallel',
  'if-condition',
  'while-condition',
  'switch-condition',
] as const
export type StepType = (typeof STEP_TYPES)[number]

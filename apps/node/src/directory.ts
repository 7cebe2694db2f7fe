import type { OpenNode } from './open-node.ts'
import type { Directory } from './sharing/index.ts'

/** Where the names of audiences are looked up at a node that runs. */
export const directoryOf = ({
  caseFiles,
  configNow,
}: Pick<OpenNode, 'caseFiles' | 'configNow'>): Directory => ({
  charters: () => caseFiles.list().map(({ charter }) => charter),
  setting: () => configNow().sharing,
})

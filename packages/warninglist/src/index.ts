export { WarningListError, type WarningListErrorCode } from './error.ts'
export {
  indexWarningLists,
  type Asked,
  type RefusedEntry,
  type WarningLists,
} from './index-lists.ts'
export { OWN_LISTS, type OwnList } from './own-lists.ts'
export { readWarningList, type WarningList } from './read.ts'

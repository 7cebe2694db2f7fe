/** The hives of the registry of Windows by their short names. */
const HIVES: ReadonlyMap<string, string> = new Map([
  ['HKLM', 'HKEY_LOCAL_MACHINE'],
  ['HKCU', 'HKEY_CURRENT_USER'],
  ['HKCR', 'HKEY_CLASSES_ROOT'],
  ['HKU', 'HKEY_USERS'],
  ['HKCC', 'HKEY_CURRENT_CONFIG'],
])

/** A key of the registry with its hive written out, as section 6.17 demands. */
export const wholeKey = (key: string): string =>
  key.replace(/^HK(?:LM|CU|CR|U|CC)\b/i, (hive) => HIVES.get(hive.toUpperCase())!)

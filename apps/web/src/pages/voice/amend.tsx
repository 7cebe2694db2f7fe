/** Written next. */
export const AmendDialog = () => null

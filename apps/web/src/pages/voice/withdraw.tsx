/** Written next. */
export const WithdrawDialog = () => null

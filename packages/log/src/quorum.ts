/** How many of `n` witnesses may lie: floor((n - 1) / 3). */
export const faulty = (n: number): number => Math.floor((n - 1) / 3)

/** How many of `n` witnesses make a tree count, so that two quorums always share an honest one. */
export const quorum = (n: number): number => Math.ceil((n + faulty(n) + 1) / 2)

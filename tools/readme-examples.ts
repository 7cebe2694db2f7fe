/** An example of a readme, where each line that ends in a comment became `assert.deepEqual`; `checked`: how many. */
export type Example = { readonly code: string; readonly checked: number }

export const examplesIn = (readme: string): readonly Example[] =>
  [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => {
    let checked = 0
    const lines = code.split('\n').map((line) => {
      const [, expression, value] = /^(\S.*?) \/\/ (.+)$/.exec(line) ?? []
      if (expression === undefined) return line
      checked += 1
      return `assert.deepEqual(${expression}, ${value!})`
    })
    return { code: lines.join('\n'), checked }
  })

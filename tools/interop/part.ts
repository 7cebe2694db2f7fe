/** One thing that two implementations have to agree on. */
type Check = (name: string, work: () => Promise<void> | void) => Promise<void>

/** What a part has at hand. */
export type Interop = {
  readonly check: Check
  /** Python with the packages of `requirements.txt` in a virtual environment. */
  readonly python: string
  /** A folder of this run. */
  readonly directory: string
  /** What is made by chance follows from it alone. */
  readonly seed: number
}

/** A part of the interoperability run: what our code and others' do with one another. */
export type Part = {
  readonly name: string
  readonly run: (interop: Interop) => Promise<void>
}

import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a new file that only its owner may read, whole or not at all, and never over another. */
export function writeNew(file: string, text: string): void {
  const draft = drafted(file, text)
  try {
    linkSync(draft, file)
  } finally {
    rmSync(draft)
  }
  syncDirectory(file)
}

/** The same over what was there before: whoever reads meanwhile sees the one or the other, whole. */
export function writeOver(file: string, text: string): void {
  renameSync(drafted(file, text), file)
  syncDirectory(file)
}

function drafted(file: string, text: string): string {
  const draft = `${file}.${process.pid}.new`
  const descriptor = openSync(draft, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return draft
}

function syncDirectory(file: string): void {
  const directory = openSync(dirname(file), 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

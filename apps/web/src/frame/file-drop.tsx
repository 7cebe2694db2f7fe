import { useId, useState, type DragEvent } from 'react'
import './file-drop.css'

/** Takes a file by choosing or by dropping it; what became of it is said inside. */
export function FileDrop({
  name,
  choose,
  said,
  accept = '.json,application/json',
  onFile,
}: {
  name: string
  choose: string
  said: string
  /** Kinds of file, as the browser's own choice of files takes them. */
  accept?: string
  onFile: (file: File) => void
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  const read = (file: File | undefined) => {
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    read(event.dataTransfer.files[0])
  }
  return (
    // Dropping is a short cut: the input inside does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="name" id={id}>
        {name}
      </span>
      {/* The browser writes its own button in its own language: this one is in the person's. */}
      <label className="btn">
        {choose}
        <input
          className="hidden"
          type="file"
          accept={accept}
          aria-describedby={id}
          onChange={(event) => {
            read(event.target.files?.[0])
            // The same file again is a new choice.
            event.target.value = ''
          }}
        />
      </label>
      <output className="taken">{said}</output>
    </div>
  )
}

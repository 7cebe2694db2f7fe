import { useEffect, type ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useIntl } from 'react-intl'
import '../style/dialog.css'

type Props = {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly small?: boolean
}

/** A sheet over the page: keeps the focus, gives it back, closes with Escape. */
export function ActDialog({ title, subtitle, onClose, children, footer, small = false }: Props) {
  const intl = useIntl()
  useEffect(() => returnFocus, [])
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={small ? 'dialog-place small-dialog' : 'dialog-place'}>
        <Dialog className="dialog">
          <header>
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {subtitle ? <p className="small quiet">{subtitle}</p> : null}
            </div>
            <Button className="btn bare" onPress={onClose}>
              {intl.formatMessage({ id: 'frame.close' })} <kbd>Esc</kbd>
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer>{footer}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What had the focus may be gone with what the dialog did: then the page has it. */
const returnFocus = () => {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('page')?.focus()
  }, 100)
}

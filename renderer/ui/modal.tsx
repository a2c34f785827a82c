/** A dialog over the window: the focus stays inside until it is answered, and goes back where it was. */
import { type ReactNode, useEffect, useId, useRef } from "react";

interface ModalProps {
  readonly title: string;
  /** Escape was pressed. */
  readonly onCancel: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Modal({ title, onCancel, wide, children }: ModalProps) {
  const host = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = host.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={host}
      className={wide === true ? "modal wide" : "modal"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

/** Line icons of 16 pixels, in the colour of the text around them; never without a word or a label beside them. */
import type { ReactNode } from "react";

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const UndoIcon = () => (
  <Icon>
    <path d="M6 4 3 7l3 3" />
    <path d="M3 7h6.5a3.5 3.5 0 0 1 0 7H7" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="m10 4 3 3-3 3" />
    <path d="M13 7H6.5a3.5 3.5 0 0 0 0 7H9" />
  </Icon>
);
export const LockedIcon = () => (
  <Icon>
    <rect x="3.5" y="7.5" width="9" height="6" rx="1" />
    <path d="M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
  </Icon>
);
export const UnlockedIcon = () => (
  <Icon>
    <rect x="3.5" y="7.5" width="9" height="6" rx="1" />
    <path d="M5.5 7.5V5a2.5 2.5 0 0 1 4.8-.9" />
  </Icon>
);
export const TickIcon = () => (
  <Icon>
    <path d="m3 8.5 3.2 3.2L13 4.8" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);
export const FileIcon = () => (
  <svg
    width="52"
    height="52"
    viewBox="0 0 52 52"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M12 5h18l10 10v32H12z" />
    <path d="M30 5v10h10" />
    <path d="M26 23v15m-6-6 6 6 6-6" />
  </svg>
);
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <rect x="1" y="3" width="12" height="5" fill="var(--c-hosp)" />
    <rect x="7" y="12" width="12" height="5" fill="var(--c-comm)" />
  </svg>
);

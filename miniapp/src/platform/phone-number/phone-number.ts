import type { ReactNode } from 'react';

/** A button that hands over a one-time code for the person's phone number (five minutes, not the login code). */
export type PhoneNumberButtonProps = {
  className: string;
  disabled: boolean;
  children: ReactNode;
  onCode: (code: string) => void;
  onRefused: () => void;
};

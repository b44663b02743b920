export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'line';
export type ButtonSize = 'normal' | 'tall' | 'small';

/** Classes of a button; shared with the button that asks WeChat for the phone number. */
export const buttonClass = (look: ButtonLook, size: ButtonSize = 'normal', off = false): string =>
  ['gh-button', `gh-button--${look}`, ...(size === 'normal' ? [] : [`gh-button--${size}`]), ...(off ? ['gh-button--off'] : [])].join(' ');

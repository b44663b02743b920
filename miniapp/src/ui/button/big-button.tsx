import type { ReactNode } from 'react';
import { Button } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon.tsx';
import { buttonClass, type ButtonLook, type ButtonSize } from './button-class.ts';
import { commonWords } from '../../words/common.ts';

type BigButtonProps = {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  /** The tap is being carried out: a second tap does nothing. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onTap: () => void;
  readonly children: ReactNode;
};

/** One main action a screen is `primary`; `danger` only asks for help; what is secondary or destroys is outlined. */
export function BigButton({ look = 'primary', size = 'normal', icon, busy = false, disabled = false, onTap, children }: BigButtonProps) {
  const off = busy || disabled;
  return (
    <Button
      className={buttonClass(look, size, off)}
      // Never the platform's own `disabled`: its grey beats our colours, and the browser build greys out disabled="false" too.
      aria-disabled={off ? 'true' : 'false'}
      hoverClass={off ? 'none' : 'gh-button--pressed'}
      onClick={() => {
        if (!off) onTap();
      }}
    >
      {icon && <Icon name={icon} />}
      {busy ? commonWords.pleaseWait : children}
    </Button>
  );
}

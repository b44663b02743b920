import { Button, type ButtonProps } from '@tarojs/components';
import type { PhoneNumberButtonProps } from './phone-number.ts';

/** Only a tap on this very button may ask WeChat for the phone number. */
export function PhoneNumberButton({ className, disabled, children, onCode, onRefused }: PhoneNumberButtonProps) {
  const answered: NonNullable<ButtonProps['onGetPhoneNumber']> = event => {
    const code = (event.detail as { code?: string }).code;
    if (code) onCode(code);
    else onRefused();
  };
  return (
    <Button className={className} {...(disabled ? {} : { openType: 'getPhoneNumber', onGetPhoneNumber: answered })}>
      {children}
    </Button>
  );
}

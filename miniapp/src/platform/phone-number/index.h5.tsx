import { Button } from '@tarojs/components';
import { askPhone } from '../simulated-phone/index.h5.ts';
import type { PhoneNumberButtonProps } from './phone-number.ts';

export function PhoneNumberButton({ className, disabled, children, onCode, onRefused }: PhoneNumberButtonProps) {
  const ask = () => {
    askPhone<{ code: string }>('phone-number').then(answer => {
      onCode(answer.code);
    }, onRefused);
  };
  return (
    <Button className={className} {...(disabled ? {} : { onClick: ask })}>
      {children}
    </Button>
  );
}

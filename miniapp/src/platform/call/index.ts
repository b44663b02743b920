import Taro from '@tarojs/taro';

/** Opens the dialler with this number; going back from it is no error. */
export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
};

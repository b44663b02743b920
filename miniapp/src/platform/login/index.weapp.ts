import Taro from '@tarojs/taro';

/** A login code: single use, valid about five minutes. @throws when WeChat cannot give one. */
export const loginCode = async (): Promise<string> => (await Taro.login()).code;

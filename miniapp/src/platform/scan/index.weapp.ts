import Taro from '@tarojs/taro';

/** The text of a QR code held before the camera; undefined when the person went back. */
export async function scanCode(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
  } catch {
    return undefined;
  }
}

/** Whether this phone has a camera that can be asked. */
export const canScan = (): boolean => true;

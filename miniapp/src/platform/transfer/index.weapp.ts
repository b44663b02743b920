import Taro from '@tarojs/taro';
import type { TransferOpened, TransferPage } from './transfer.ts';

/** Absent from Taro's types; needs base library 3.3.0 and gives no promise. */
type RequestMerchantTransfer = (options: TransferPage & { success: () => void; fail: (reason: { errMsg: string }) => void }) => void;
declare const wx: { requestMerchantTransfer: RequestMerchantTransfer };

export const openTransfer = (page: TransferPage): Promise<TransferOpened> =>
  new Promise(resolve => {
    if (!Taro.canIUse('requestMerchantTransfer')) {
      resolve('unsupported');
      return;
    }
    wx.requestMerchantTransfer({
      ...page,
      success: () => {
        resolve('shown');
      },
      fail: () => {
        resolve('notShown');
      },
    });
  });

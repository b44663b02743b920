import { askPhone } from '../simulated-phone/index.h5.ts';
import type { TransferOpened, TransferPage } from './transfer.ts';

export const openTransfer = async (page: TransferPage): Promise<TransferOpened> => {
  try {
    await askPhone('transfers/open', page);
    return 'shown';
  } catch {
    return 'notShown';
  }
};

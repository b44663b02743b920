import { askPhone } from '../simulated-phone/index.h5.ts';

export const loginCode = async (): Promise<string> => (await askPhone<{ code: string }>('login')).code;

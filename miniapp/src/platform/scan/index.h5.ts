/** A browser page has no camera to ask: pages offer to type the code that is shown under the QR picture. */
export const scanCode = (): Promise<string | undefined> => Promise.resolve(undefined);
export const canScan = (): boolean => false;

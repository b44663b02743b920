/** Only WeChat asks before a sensitive call. */
export const watchPrivacy = (): void => undefined;
export const usePrivacyAsked = (): boolean => false;
export const answerPrivacy: (agrees: boolean) => void = () => undefined;

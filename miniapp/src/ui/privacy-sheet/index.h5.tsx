/** Only WeChat asks. */
export const PrivacySheet = () => null;

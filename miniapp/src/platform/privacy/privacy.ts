/** The element that WeChat must have seen tapped. */
export const AGREE_BUTTON = 'agree-privacy';

/** What the server hands the phone to open WeChat Pay's own confirmation page. */
export type TransferPage = { readonly mchId: string; readonly appId: string; readonly package: string };

/** `shown` says only that the page was opened: whether money moved is asked of the server. */
export type TransferOpened = 'shown' | 'notShown' | 'unsupported';

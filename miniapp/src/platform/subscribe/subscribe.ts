/** What a person answered for each message template; anything but 'accept' gives no credit. */
export type SubscribeAnswers = Readonly<Record<string, string>>;

/** The platform refuses a request for more templates than this at once. */
export const MOST_TEMPLATES = 3;

/** What a person answered for each message template; anything but 'accept' gives no credit. */
export type SubscribeAnswers = Readonly<Record<string, string>>;

/** The platform refuses a request for more templates than this at once. */
export const MOST_TEMPLATES = 3;

/** WeChat answers with the templates and with `errMsg` beside them: only what was asked for is an answer. */
export const answersOf = (asked: readonly string[], said: Readonly<Record<string, string>>): SubscribeAnswers =>
  Object.fromEntries(asked.flatMap(id => (said[id] === undefined ? [] : [[id, said[id]]])));

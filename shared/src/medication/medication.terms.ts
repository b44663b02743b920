/** What a guardian says of a day's medicine. An honest "not taken" is duty done. */
export const MEDICATION_ANSWERS = { taken: '吃过了', partly: '没吃全', notTaken: '没有吃' } as const;
export type MedicationAnswer = keyof typeof MEDICATION_ANSWERS;
export const MEDICATION_ANSWER_KEYS = ['taken', 'partly', 'notTaken'] as const satisfies readonly MedicationAnswer[];

/** One day of the week strip: an answer, no answer, a day on which no medicine was ordered so that nobody asked, or one that has not come. */
export const STRIP_STATES = ['taken', 'partly', 'notTaken', 'none', 'notAsked', 'future'] as const;
export type StripState = (typeof STRIP_STATES)[number];

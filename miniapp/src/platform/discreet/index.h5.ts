/** A browser cannot know of a screenshot. */
export const hideFromScreenshots = (_hide: boolean): void => undefined;

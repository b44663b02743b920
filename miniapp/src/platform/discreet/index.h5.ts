/** A browser cannot know of a screenshot. */
export const hideFromScreenshots: (hide: boolean) => void = () => undefined;

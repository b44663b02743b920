/** Whether what was typed can be a mainland mobile number. */
export const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(typed);

/** '竹坪村民委员会', '砚池社区居民委员会': the committee of a village or of an urban community. */
export const committeeOf = (villageName: string): string => `${villageName}${villageName.endsWith('村') ? '民委员会' : '居民委员会'}`;

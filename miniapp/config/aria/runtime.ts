import { mergeInternalComponents } from '@tarojs/shared';
import { ARIA } from './attributes';

mergeInternalComponents(ARIA);

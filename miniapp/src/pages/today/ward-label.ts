import type { Ward } from '@guanhu/shared/registry/registry.contract';
import { todayWords } from '../../words/today.ts';

/** How a ward is called here: by relation when there are several; a helper's says for whom they act: 代 and the guardian's name. */
export function wardLabel(ward: Ward, isOnly: boolean): string {
  const label = isOnly ? todayWords.family : ward.label;
  return ward.onBehalfOf ? todayWords.wardOf(ward.onBehalfOf, label) : label;
}

import type { Ward } from '@guanhu/shared/registry/registry.contract';

/** How a ward is called here: by relation when there are several; a helper's says for whom they act: 代 and the guardian's name. */
export function wardLabel(ward: Ward, isOnly: boolean): string {
  const label = isOnly ? '家人' : ward.label;
  return ward.onBehalfOf ? `代${ward.onBehalfOf}：${label}` : label;
}

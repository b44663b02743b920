export { Policies, type Whose } from './policies.ts';
export { SetPolicy } from './set-policy.ts';
export { scopedPage, UNDER } from './moved-page.store.ts';
export {
  PolicyPreviews,
  previewOf,
  type MovedCount,
  type MovedRow,
  type PolicyChange,
  type PolicyPreview,
  type Under,
} from './policy-previews.ts';

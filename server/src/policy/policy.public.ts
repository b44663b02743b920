export { Policies, type Whose } from './policies.ts';
export { SetPolicy } from './set-policy.ts';

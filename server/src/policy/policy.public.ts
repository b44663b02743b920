export { Policies, type Whose } from './policies.ts';

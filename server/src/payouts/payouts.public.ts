export { SpendOnCost } from './spend-on-cost.ts';

export { WriteList } from './write-list.ts';

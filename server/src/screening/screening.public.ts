export { WriteDiagnosisList } from './write-diagnosis-list.ts';

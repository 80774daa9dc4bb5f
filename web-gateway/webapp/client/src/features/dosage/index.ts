export { chooseDosage, outcomeOf } from './api';
export { DosageBrief } from './components/DosageBrief';
export { DosagePill } from './components/DosagePill';
export { DosageSheet } from './components/DosageSheet';
export { useDosageChoice } from './components/useDosageChoice';

export { KeyHelp } from './components/KeyHelp';
export { YouPage, type MeChange } from './components/YouPage';

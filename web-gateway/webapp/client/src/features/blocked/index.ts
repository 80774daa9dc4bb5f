export { block, blocks, unblock } from './api';
export { BlockedPage } from './components/BlockedPage';
export { ReportSheet } from './components/ReportSheet';

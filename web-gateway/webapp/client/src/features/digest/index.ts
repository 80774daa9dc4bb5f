export { digest } from './api';
export { DigestPage, type AccountActs } from './components/DigestPage';
export { DigestRow, useDigestRow } from './components/DigestRow';
export { DigestTimeDialog } from './components/DigestTimeDialog';

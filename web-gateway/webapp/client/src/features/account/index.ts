export { reportShown } from './api';
export { AccountDetails, Suspended } from './components/AccountDetails';
export { PushFoot } from './components/PushFoot';
export { useShownReports, type ShownReports } from './components/useShownReports';

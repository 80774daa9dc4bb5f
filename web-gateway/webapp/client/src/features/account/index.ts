export { pushReports } from './api';
export { AccountDetails, Suspended } from './components/AccountDetails';
export { PushFoot } from './components/PushFoot';

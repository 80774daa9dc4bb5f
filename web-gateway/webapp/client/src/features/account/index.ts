export { pushReports } from './api';
export { AccountDetails } from './components/AccountDetails';
export { PushFoot } from './components/PushFoot';

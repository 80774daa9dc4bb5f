export { directory, directoryEntry } from './api';
export { AccountPage } from './components/AccountPage';
export { DiscoverPage } from './components/DiscoverPage';
export { ShareSheet } from './components/ShareSheet';

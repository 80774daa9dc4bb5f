export * from './api';
export { GoneBar } from './components/GoneBar';
export { LessUnfollow } from './components/LessUnfollow';

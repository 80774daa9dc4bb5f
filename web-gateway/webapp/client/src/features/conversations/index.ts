export { ConversationsProvider, useConnectionState, useConversations, useInbox, useOutbox } from './context';
export { ConversationList, DIGEST } from './components/ConversationList';
export { CannotWrite, ConversationView } from './components/ConversationView';
export { useBodyActs } from './components/useBodyActs';
export { filtered, ordered, unreadConversations, type ListFilter } from './model/list';
export { ConversationsStore } from './store';

export { contactsQuery, removeContact, requestsQuery } from './api';
export { PeopleSheet } from './components/PeopleSheet';

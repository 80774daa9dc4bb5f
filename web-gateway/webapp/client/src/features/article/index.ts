export { ArticlePage } from './components/ArticlePage';

import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { Accounts } from './accounts/Accounts';
import { lazy } from 'react';
import { HomePage } from './HomePage';
import { Shell } from './Shell';
import { AccountPageSlot, ArticlePageSlot, DigestPageSlot, DiscoverPageSlot, YouPageSlot } from './slots';

function Root() {
  return (
    <Accounts>
      <Shell />
    </Accounts>
  );
}

// Loaded beside the list, not before it: the list paints first.
const conversationPage = import('./ConversationPage');
const ConversationPage = lazy(() => conversationPage.then((page) => ({ default: page.ConversationPage })));

const root = createRootRoute({ component: Root, notFoundComponent: () => <Navigate to="/" replace /> });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const conversation = createRoute({
  getParentRoute: () => root,
  path: '/c/$id',
  component: function Conversation() {
    const { id } = conversation.useParams();
    return <ConversationPage key={id} id={id} />;
  },
});
const digest = createRoute({ getParentRoute: () => root, path: '/digest', component: () => <DigestPageSlot /> });
const discover = createRoute({ getParentRoute: () => root, path: '/discover', component: () => <DiscoverPageSlot /> });
const account = createRoute({
  getParentRoute: () => root,
  path: '/@{$handle}',
  component: function Account() {
    const { handle } = account.useParams();
    return <AccountPageSlot key={handle} handle={handle} />;
  },
});
/** The longer form of an account's link. */
const accountByPath = createRoute({
  getParentRoute: () => root,
  path: '/a/$handle',
  component: function Account() {
    const { handle } = accountByPath.useParams();
    return <AccountPageSlot key={handle} handle={handle} />;
  },
});
/** An article page of an account. */
const article = createRoute({
  getParentRoute: () => root,
  path: '/p/$id',
  component: function Article() {
    const { id } = article.useParams();
    return <ArticlePageSlot key={id} id={id} />;
  },
});
const you = createRoute({ getParentRoute: () => root, path: '/you', component: () => <YouPageSlot section="" /> });
const youSection = createRoute({
  getParentRoute: () => root,
  path: '/you/$section',
  component: function Section() {
    const { section } = youSection.useParams();
    return <YouPageSlot section={section} />;
  },
});

export const router = createRouter({
  routeTree: root.addChildren([home, conversation, digest, discover, account, accountByPath, article, you, youSection]),
});

import { createContext, use } from 'react';
import type { Action, Answer, BodyView, FormView, ListRow, PictureView } from '../../protocol/bodies';

/** What the buttons of messages do in one conversation. */
export interface BodyActs {
  /** A button was tapped in the message with this sequence. Links, calls and the like need nobody: their buttons are links. */
  act: (action: Action, message: number) => void;
  pick: (row: ListRow, message: number) => void;
  answer: (form: FormView, values: Record<string, Answer>, message: number) => void;
  /** What the message with this sequence says, where it is known here. */
  find: (message: number) => BodyView | undefined;
  /** Opens one of our own article pages inside the app. */
  openArticle: (id: string) => void;
}

/** Where a body is drawn: in a conversation that acts, or only shown (previews, the desk, the digest). */
export interface BodyPlace {
  acts: BodyActs | null;
  /** The message the body belongs to. */
  sequence: number;
  /** Something in it was opened; `link` when it was one. */
  opened?: (link?: string) => void;
  openImage?: (image: PictureView) => void;
}

const Place = createContext<BodyPlace>({ acts: null, sequence: 0 });

export const BodyPlaceProvider = Place.Provider;

export function useBodyPlace(): BodyPlace {
  return use(Place);
}

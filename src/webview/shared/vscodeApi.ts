/** What VS Code gives a page. It can be had once only, so it is asked for here and nowhere else. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's side of a conversation with the extension. */
export interface Host<From> {
  post(message: From): void;
  /** What {@link save} kept, of whatever shape an earlier version of the page gave it. */
  saved(): unknown;
  save(state: unknown): void;
}

/**
 * Opens the conversation.
 * @param isMessage whether what arrived is a message; anything else is dropped
 * @param receive is given every message
 */
export function connect<To, From>(
  isMessage: (value: unknown) => value is To,
  receive: (message: To) => void,
): Host<From> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    if (isMessage(event.data)) receive(event.data);
  });
  return {
    post: message => api.postMessage(message),
    saved: () => api.getState(),
    save: state => api.setState(state),
  };
}

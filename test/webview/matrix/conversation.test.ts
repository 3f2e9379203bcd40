import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromMatrix, OutcomeMessage } from '../../../src/protocol/matrix.ts';
import { createConversation, PATIENCE } from '../../../src/webview/matrix/edit/conversation.ts';

const done = (id: number): OutcomeMessage => ({
  ...{ type: 'outcome', id, done: true, told: 'Done.', select: [], refusals: [] },
});

const QUERY = { text: 'a', matchCase: false, wholeWord: false, withdrawn: false };

describe('What the page asks of the extension', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const begin = () => {
    const posted: FromMatrix[] = [];
    const late: boolean[] = [];
    const conversation = createConversation(
      message => posted.push(message),
      isLate => late.push(isLate),
    );
    return { posted, late, conversation };
  };

  it('is answered by number, whatever the order', async () => {
    const { conversation, posted } = begin();
    const first = conversation.command({ type: 'insertArea', to: { endOf: '' } });
    const second = conversation.find(QUERY);
    expect(posted.map(message => 'id' in message && message.id)).toEqual([1, 2]);
    conversation.receive({ type: 'found', id: 2, revision: 1, matches: 0, cells: 0, found: [] });
    conversation.receive(done(1));
    expect((await second).matches).toBe(0);
    expect((await first).told).toBe('Done.');
  });

  it('is told to be late while nothing that is to be done is answered, and no longer', () => {
    const { conversation, late } = begin();
    void conversation.command({ type: 'insertArea', to: { endOf: '' } });
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(late).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(late).toEqual([true]);
    conversation.receive(done(1));
    expect(late).toEqual([true, false]);
    vi.advanceTimersByTime(2 * PATIENCE);
    expect(late).toEqual([true, false]);
    expect(conversation.open).toBe(0);
  });

  it('is not late where it only asks', () => {
    const { conversation, late } = begin();
    void conversation.find(QUERY);
    vi.advanceTimersByTime(2 * PATIENCE);
    expect(late).toEqual([]);
  });
});

import * as vscode from 'vscode';
import { type ChangesView, type MatrixTarget, placeOf } from '../../core/index.ts';
import type {
  AddVersionMessage,
  FromChanges,
  JudgeMessage,
  PairMessage,
  PublishMessage,
  ToChanges,
} from '../../protocol/changes.ts';
import { isFromChanges } from '../../protocol/changesGuards.ts';
import { rangeOf } from '../convert.ts';
import { showText } from '../matrix/textBeside.ts';
import type { Services } from '../services.ts';
import { pageRoots, webviewHtml } from '../webviewHtml.ts';

const VIEW = 'frameworkWorkbench.changes';

/** Question or conflict id → what was chosen. */
export type ChosenAnswers = ReadonlyMap<string, string>;

export interface ChangesOptions {
  /** The texts of the two sides, where there are any to go to. */
  readonly texts?: { readonly from?: vscode.Uri; readonly to?: vscode.Uri };
  /** Makes the list anew once a question or conflict was answered; without it answers change nothing in the list. */
  readonly answered?: (answers: ChosenAnswers) => ChangesView | Promise<ChangesView>;
}

/** What the reader decided. */
export interface Accepted {
  /** Ids of the items to apply; `acceptedChanges` picks their changes. */
  readonly accepted: string[];
  readonly answers: ChosenAnswers;
}

/**
 * Shows changes before anything is written.
 * @param model of the mode `preview`
 * @returns what to apply; undefined where the reader cancelled or closed the page
 */
export function showChanges(
  services: Services,
  model: ChangesView,
  options: ChangesOptions = {},
): Promise<Accepted | undefined> {
  return openPanel(services, { ...model, mode: 'preview' }, options);
}

/** What a page shows of a comparison, with the texts of its two sides. */
export interface Shown {
  readonly view: ChangesView;
  readonly texts: NonNullable<ChangesOptions['texts']>;
}

/** What the page of a comparison can ask for. */
export type Asked = PairMessage | JudgeMessage | PublishMessage | AddVersionMessage;

/** A comparison that may become another one while it is shown. */
export interface LiveComparison {
  readonly title: string;
  show(): Promise<Shown>;
  asked(message: Asked): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Shows how versions differ, to be read; resolves when the page is closed.
 * @param first what it shows at first
 */
export async function showComparison(services: Services, first: Shown, live: LiveComparison): Promise<void> {
  await openPanel(services, { ...first.view, mode: 'comparison' }, { texts: first.texts, live });
}

function openPanel(
  services: Services,
  model: ChangesView,
  { texts: firstTexts = {}, answered, live }: ChangesOptions & { readonly live?: LiveComparison },
): Promise<Accepted | undefined> {
  const { extension, log } = services;
  const panel = vscode.window.createWebviewPanel(VIEW, model.title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: pageRoots(extension),
  });
  const { webview } = panel;
  let view = model;
  let texts = firstTexts;
  let asked = 0;
  const show = () => {
    const message: ToChanges = {
      type: 'show',
      view,
      texts: { from: texts.from !== undefined, to: texts.to !== undefined },
    };
    void webview.postMessage(message);
  };
  const again = async () => {
    if (!live) return;
    const turn = ++asked;
    const next = await live.show();
    if (turn !== asked) return;
    view = { ...next.view, mode: model.mode };
    texts = next.texts;
    show();
  };
  const answer = async (answers: ChosenAnswers) => {
    const turn = ++asked;
    const next = (await answered?.(answers)) ?? view;
    // Of several answers in a row the last one counts.
    if (turn !== asked) return;
    view = { ...next, mode: model.mode };
    // Also where nothing differs: the page waits for it before it lets the reader apply anything.
    show();
  };

  return new Promise(resolve => {
    const handle = (message: FromChanges) => {
      switch (message.type) {
        case 'ready':
          return show();
        case 'answer':
          return void answer(new Map(Object.entries(message.answers))).catch(error =>
            log.error(String(error)),
          );
        case 'open': {
          const uri = texts[message.side];
          return uri && void open(services, uri, panel.viewColumn, message.target);
        }
        case 'apply':
          resolve({ accepted: [...message.accepted], answers: new Map(Object.entries(message.answers)) });
          return panel.dispose();
        case 'cancel':
          return panel.dispose();
        default:
          return void live?.asked(message);
      }
    };
    const listener = webview.onDidReceiveMessage(message => {
      if (isFromChanges(message)) handle(message);
      else log.warn('The page of changes sent something unknown.', JSON.stringify(message));
    });
    const follower = live?.onDidChange(() => {
      // A text that cannot be read for a while is shown as it was.
      void again().catch(error => log.info(String(error)));
    });
    panel.onDidDispose(() => {
      listener.dispose();
      follower?.dispose();
      resolve(undefined);
    });
    webview.html = webviewHtml(webview, extension, 'changes', model.title);
  });
}

async function open(
  { documents, log }: Services,
  uri: vscode.Uri,
  column: vscode.ViewColumn | undefined,
  target: MatrixTarget,
): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const place = placeOf(documents.loaded(document).framework, target);
    await showText(document, column, rangeOf(document, place?.start ?? 0, place?.end ?? 0), true);
  } catch (error) {
    log.error(`The text ${uri.toString(true)} could not be opened.`, String(error));
  }
}

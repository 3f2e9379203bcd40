import type * as vscode from 'vscode';
import { activateWith } from './activate.ts';
import { loadScript } from './loadScript.ts';
import type { Platform } from './services.ts';

/** Entry of the web-worker extension host (vscode.dev and the like). */
export function activate(context: vscode.ExtensionContext): void {
  /** Loads a part once, when it is first asked for. */
  const part = <Part>(name: string): (() => Promise<Part>) => {
    let loading: Promise<Part> | undefined;
    return () => (loading ??= loadScript<Part>(context.extensionUri, `dist/web/${name}.js`));
  };
  activateWith(context, {
    host: 'web',
    loadExcel: part<Loaded<'loadExcel'>>('excel'),
    loadSpelling: part<Loaded<'loadSpelling'>>('spelling'),
    loadExplaining: part<Loaded<'loadExplaining'>>('explaining'),
    loadReviewing: part<Loaded<'loadReviewing'>>('reviewing'),
    loadPublishing: part<Loaded<'loadPublishing'>>('publishing'),
  });
}

type Loaded<Loader extends Exclude<keyof Platform, 'host'>> = Awaited<ReturnType<Platform[Loader]>>;

import type * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import type { LateSpelling } from './spelling.ts';

/** What differs between the Node and the web-worker extension host. */
export interface Platform {
  /** For the log and for tests. */
  readonly host: 'node' | 'web';
  /** The Excel part, a file of its own that is loaded on first use. */
  readonly loadExcel: () => Promise<typeof import('../excel/index.ts')>;
  /** The dictionary, a file of its own that is loaded once the other rules are done. */
  readonly loadSpelling: () => Promise<typeof import('../spelling/index.ts')>;
  /** The pages of the rules, a file of its own that is loaded on first use. */
  readonly loadExplaining: () => Promise<typeof import('../core/explaining.ts')>;
  /** What lays out workbooks and understands those that come back, a file of its own that is loaded on first use. */
  readonly loadReviewing: () => Promise<typeof import('../core/reviewing.ts')>;
  /** What compares versions and publishes what changed, a file of its own that is loaded on first use. */
  readonly loadPublishing: () => Promise<typeof import('../core/publishing.ts')>;
}

/** What every feature is given when it registers. */
export interface Services {
  readonly documents: Documents;
  readonly spelling: LateSpelling;
  readonly log: vscode.LogOutputChannel;
  readonly platform: Platform;
  /** The extension's folder. */
  readonly extension: vscode.Uri;
}

/** A feature: registers itself with VS Code and returns at once. What it makes belongs to `context`. */
export type Register = (context: vscode.ExtensionContext, services: Services) => void;

import * as vscode from 'vscode';
import {
  LineIndex,
  type Loaded,
  loadFramework,
  type OutlineEntry,
  outline,
  parseYaml,
} from '../core/index.ts';
import { frameworkFiles } from './chooseFramework.ts';
import type { Register } from './services.ts';

const MOST = 500;

interface Symbol {
  readonly entry: OutlineEntry;
  readonly container: string;
  readonly range: vscode.Range;
}

/** Ctrl+T: areas, topics and rows of every framework in the workspace; a file is read when it is first asked for. */
export const registerWorkspaceSymbols: Register = (context, { documents }) => {
  const read = new Map<string, { readonly changed: number; readonly symbols: readonly Symbol[] }>();
  const ofLoaded = new WeakMap<Loaded, readonly Symbol[]>();

  async function symbolsOf(uri: vscode.Uri): Promise<readonly Symbol[]> {
    const open = documents.open().find(document => document.uri.toString() === uri.toString());
    if (open) {
      const loaded = documents.loaded(open);
      const symbols = ofLoaded.get(loaded) ?? symbolsIn(loaded);
      ofLoaded.set(loaded, symbols);
      return symbols;
    }
    try {
      const { mtime } = await vscode.workspace.fs.stat(uri);
      const known = read.get(uri.toString());
      if (known?.changed === mtime) return known.symbols;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const symbols = symbolsIn(loadFramework(parseYaml(text)));
      read.set(uri.toString(), { changed: mtime, symbols });
      return symbols;
    } catch {
      // Removed since it was listed.
      return [];
    }
  }

  context.subscriptions.push(
    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query, token) {
        const files = new Map((await frameworkFiles()).map(uri => [uri.toString(), uri]));
        for (const { uri } of documents.open()) files.set(uri.toString(), uri);
        const found: vscode.SymbolInformation[] = [];
        for (const uri of files.values()) {
          if (token.isCancellationRequested) return [];
          for (const { entry, container, range } of await symbolsOf(uri)) {
            if (!matches(query, `${entry.name} ${entry.detail}`)) continue;
            const kind = entry.kind === 'row' ? vscode.SymbolKind.Field : vscode.SymbolKind.Class;
            const name = entry.kind === 'row' ? `${entry.name} (${entry.detail})` : entry.name;
            found.push(new vscode.SymbolInformation(name, kind, container, new vscode.Location(uri, range)));
            if (found.length === MOST) return found;
          }
        }
        return found;
      },
    }),
  );
};

function symbolsIn(loaded: Loaded): Symbol[] {
  const lines = new LineIndex(loaded.document.text);
  const symbols: Symbol[] = [];
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return new vscode.Position(line, character);
  };
  const add = (entries: readonly OutlineEntry[], above: readonly string[]) => {
    for (const entry of entries) {
      const range = new vscode.Range(at(entry.nameStart), at(entry.nameEnd));
      if (entry.kind === 'area' || entry.kind === 'topic' || entry.kind === 'row')
        symbols.push({ entry, container: above.join(' › '), range });
      add(entry.children, [...above, entry.name]);
    }
  };
  add(outline(loaded), [loaded.framework.details.version]);
  return symbols;
}

/** Whether the letters of a query stand in a text in their order. VS Code sorts by how well they do. */
function matches(query: string, text: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

import * as vscode from 'vscode';
import { type Checked, Checker, type Finding } from '../core/index.ts';
import { ruleLink } from './commands/explainRule.ts';
import { rangeOf } from './convert.ts';
import { type DocumentEdit, isFramework } from './documents.ts';
import type { Services } from './services.ts';

const SOURCE = 'Framework';
const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Problems as you type: the edited row's at once, the wider ones in slices after it, the dictionary's at last. */
export function registerDiagnostics(
  context: vscode.ExtensionContext,
  { documents, spelling, log }: Services,
): void {
  const collection = vscode.languages.createDiagnosticCollection('framework');
  const checkers = new Map<string, Checker>();
  /** What is to be done in a turn of its own, by document. */
  const soon = new Map<string, ReturnType<typeof setTimeout>>();
  /** What was edited last, by document; nothing: all may differ. */
  const edits = new Map<string, readonly [number, number]>();

  function checkerOf(document: vscode.TextDocument): Checker {
    const key = document.uri.toString();
    let checker = checkers.get(key);
    if (!checker) {
      checker = new Checker({
        show: checked => show(document, checked),
        later: (milliseconds, what) => {
          const timer = setTimeout(what, milliseconds);
          return () => clearTimeout(timer);
        },
        now: () => performance.now(),
      });
      checkers.set(key, checker);
    }
    return checker;
  }

  function begin(document: vscode.TextDocument, range?: DocumentEdit['range']): void {
    if (!isChecked(document)) return;
    const edited = range && ([range.start, range.start + range.length] as const);
    if (edited) edits.set(document.uri.toString(), edited);
    else edits.delete(document.uri.toString());
    checkerOf(document).check(documents.loaded(document), documents.settings(document), edited);
  }

  /** To read a large file takes its time: neither start-up nor whoever opens the file waits for that. */
  function beginSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(soon.get(key));
    const timer = setTimeout(() => {
      soon.delete(key);
      if (isFramework(document) && !document.isClosed) begin(document);
    });
    soon.set(key, timer);
  }

  function show(document: vscode.TextDocument, checked: Checked): void {
    for (const failure of checked.findings) if (failure.rule === 'rule-failed') log.error(failure.message);
    const diagnostics = diagnosticsOf(document, checked);
    const edited = edits.get(document.uri.toString());
    const shown = collection.get(document.uri);
    // A thousand of them keep VS Code busy for longer than all else that an edit leads to. Marks in the text move with
    // it, but not where it is edited.
    if (!edited || isAt(edited, checked) || !sameDiagnostics(diagnostics, shown))
      collection.set(document.uri, diagnostics);
    if (checked.isAll && documents.settings(document).rules?.['british-spelling'] !== 'off') spelling.load();
  }

  function drop(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(soon.get(key));
    soon.delete(key);
    checkers.get(key)?.stop();
    checkers.delete(key);
    edits.delete(key);
    collection.delete(document.uri);
  }

  context.subscriptions.push(
    collection,
    documents.onDidOpen(beginSoon),
    documents.onDidChange(({ document, range }) => begin(document, range)),
    documents.onDidClose(drop),
    documents.onDidChangeSettings(() => {
      for (const document of documents.open()) begin(document);
    }),
    new vscode.Disposable(() => {
      for (const timer of soon.values()) clearTimeout(timer);
      for (const checker of checkers.values()) checker.stop();
    }),
  );
  for (const document of documents.open()) beginSoon(document);
}

/** Older versions that an editor shows to compare with (of git, say) are not anybody's to mend. */
function isChecked({ uri: { scheme } }: vscode.TextDocument): boolean {
  return (
    vscode.workspace.fs.isWritableFileSystem(scheme) !== false ||
    vscode.workspace.workspaceFolders?.some(folder => folder.uri.scheme === scheme) === true
  );
}

/** Whether something is found where a text was edited. */
function isAt([start, end]: readonly [number, number], { findings }: Checked): boolean {
  return findings.some(finding => finding.start <= end && start <= finding.end);
}

function sameDiagnostics(
  some: readonly vscode.Diagnostic[],
  others: readonly vscode.Diagnostic[] = [],
): boolean {
  return some.length === others.length && some.every((each, index) => sameDiagnostic(each, others[index]!));
}

function sameDiagnostic(a: vscode.Diagnostic, b: vscode.Diagnostic): boolean {
  const code = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);
  const [related, others] = [a.relatedInformation ?? [], b.relatedInformation ?? []];
  return (
    a.message === b.message &&
    a.severity === b.severity &&
    code(a) === code(b) &&
    a.range.isEqual(b.range) &&
    related.length === others.length &&
    related.every(({ message, location }, index) => {
      const other = others[index]!;
      return message === other.message && location.range.isEqual(other.location.range);
    })
  );
}

function diagnosticsOf(document: vscode.TextDocument, { findings, total }: Checked): vscode.Diagnostic[] {
  if (findings.length === total) return findings.map(finding => diagnosticOf(document, finding));
  // This takes the place of one of them.
  const listed = findings.slice(0, -1);
  const rest = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    `${total - listed.length} more findings are not listed here. Mend some of these first, or run \`framework validate\` for all.`,
    vscode.DiagnosticSeverity.Information,
  );
  rest.source = SOURCE;
  return [rest, ...listed.map(finding => diagnosticOf(document, finding))];
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const { rule, severity, message, start, end, related = [] } = finding;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, start, end), message, SEVERITIES[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: ruleLink(rule) };
  if (related.length > 0)
    diagnostic.relatedInformation = related.map(
      other =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, rangeOf(document, other.start, other.end)),
          other.message,
        ),
    );
  return diagnostic;
}

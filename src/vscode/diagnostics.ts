import * as vscode from 'vscode';
import { type Finding, type Run, type Severity, startRun } from '../core/index.ts';
import { ruleLink } from './commands/explainRule.ts';
import { rangeOf } from './convert.ts';
import type { DocumentEdit } from './documents.ts';
import type { Services } from './services.ts';

const MOST = 1_000;
/** After the last keystroke, before the rules that look wider run again. */
const PAUSE_MS = 120;
/** How long the wider rules work before they let others have a turn. */
const SLICE_MS = 8;

const SOURCE = 'Framework';
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];
const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

interface Checked {
  run: Run;
  timer: TimerHandle | undefined;
}

/** Problems as you type: the edited row's at once, the wider ones in slices after it, the dictionary's at last. */
export function registerDiagnostics(
  context: vscode.ExtensionContext,
  { documents, spelling, log }: Services,
): void {
  const collection = vscode.languages.createDiagnosticCollection('framework');
  const checked = new Map<string, Checked>();

  function begin(document: vscode.TextDocument, range?: DocumentEdit['range']): void {
    if (!isChecked(document)) return;
    const key = document.uri.toString();
    const before = checked.get(key);
    clearTimeout(before?.timer);
    const run = startRun(documents.loaded(document), documents.settings(document), before?.run);
    const now: Checked = { run, timer: undefined };
    checked.set(key, now);
    if (range) {
      run.checkRows(range.start, range.start + range.length);
      show(document, now);
    }
    now.timer = setTimeout(() => goOn(document, now), range ? PAUSE_MS : 0);
  }

  function goOn(document: vscode.TextDocument, now: Checked): void {
    const until = performance.now() + SLICE_MS;
    if (now.run.proceed(() => performance.now() >= until)) {
      now.timer = undefined;
      show(document, now);
      if (documents.settings(document).rules?.['british-spelling'] !== 'off') spelling.load();
    } else now.timer = setTimeout(() => goOn(document, now), 0);
  }

  function show(document: vscode.TextDocument, now: Checked): void {
    const found = now.run.findings();
    for (const failure of found) if (failure.rule === 'rule-failed') log.error(failure.message);
    collection.set(document.uri, diagnosticsOf(document, found));
  }

  function drop(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(checked.get(key)?.timer);
    checked.delete(key);
    collection.delete(document.uri);
  }

  context.subscriptions.push(
    collection,
    documents.onDidOpen(document => begin(document)),
    documents.onDidChange(({ document, range }) => begin(document, range)),
    documents.onDidClose(drop),
    documents.onDidChangeSettings(() => {
      for (const document of documents.open()) begin(document);
    }),
    new vscode.Disposable(() => {
      for (const { timer } of checked.values()) clearTimeout(timer);
    }),
  );
  for (const document of documents.open()) begin(document);
}

/** Older versions that an editor shows to compare with (of git, say) are not anybody's to mend. */
function isChecked({ uri: { scheme } }: vscode.TextDocument): boolean {
  return (
    vscode.workspace.fs.isWritableFileSystem(scheme) !== false ||
    vscode.workspace.workspaceFolders?.some(folder => folder.uri.scheme === scheme) === true
  );
}

function diagnosticsOf(document: vscode.TextDocument, findings: readonly Finding[]): vscode.Diagnostic[] {
  if (findings.length <= MOST) return findings.map(finding => diagnosticOf(document, finding));
  const worst = WORST_FIRST.flatMap(severity => findings.filter(finding => finding.severity === severity));
  const more = findings.length - (MOST - 1);
  const rest = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    `${more} more findings are not listed here. Mend some of these first, or run \`framework validate\` for all.`,
    vscode.DiagnosticSeverity.Information,
  );
  rest.source = SOURCE;
  return [rest, ...worst.slice(0, MOST - 1).map(finding => diagnosticOf(document, finding))];
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

import type * as vscode from 'vscode';
import { blockingProblems, type Loaded, startOf } from '../../core/index.ts';
import type { MatrixLock, TextProblem } from '../../protocol/matrix.ts';

/** What makes a text unreadable: YAML that is not well-formed, or a file that holds no framework. */
export function textProblem(text: vscode.TextDocument, loaded: Loaded): TextProblem | null {
  const { document, framework, problems } = loaded;
  const broken = problems.some(({ code }) => code === 'yaml-syntax');
  if (!broken && document.root !== null && framework.levels.length > 0) return null;
  return (
    firstProblem(text, loaded) ?? {
      message: 'There is no framework in this file yet.',
      line: 1,
      column: 1,
      count: 1,
    }
  );
}

/** The first problem that keeps the framework from being whole: of the YAML if there is one. */
export function firstProblem(text: vscode.TextDocument, loaded: Loaded): TextProblem | null {
  const all = blockingProblems(loaded);
  const broken = all.filter(({ code }) => code === 'yaml-syntax');
  const counted = broken.length > 0 ? broken : all;
  const first = counted[0];
  if (!first) return null;
  const { line, character } = text.positionAt(startOf(first.spot));
  return { message: first.message, line: line + 1, column: character + 1, count: counted.length };
}

/** Why a document cannot be edited in the matrix. */
export function lockOf(text: vscode.TextDocument, loaded: Loaded, readOnly: boolean): MatrixLock | null {
  if (readOnly)
    return {
      why: 'readOnly',
      message: 'This file is read-only. Save a copy of it under another name to work on it.',
    };
  const first = loaded.whole ? null : (firstProblem(text, loaded) ?? textProblem(text, loaded));
  if (first)
    return {
      why: 'errors',
      message: `The text has an error in line ${first.line}: ${first.message} Mend it in the text first, so that nothing is lost.`,
    };
  const { status, version } = loaded.framework.details;
  if (status !== 'published') return null;
  return {
    why: 'published',
    message: `Version ${version} is published and is no longer changed. Start the next version, and work there.`,
  };
}

import * as vscode from 'vscode';
import { publishedIds } from '../../core/index.ts';
import type { MatrixLock } from '../../protocol/matrix.ts';
import { workspaceEditOf } from '../convert.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { createMatrixEditing, type MatrixEditing } from './editing.ts';
import { lockOf } from './problem.ts';
import { isReadOnly } from './readOnly.ts';

/** A document as its pages edit it, all of them together. */
export interface EditedDocument {
  readonly editing: MatrixEditing;
  /** Why nothing can be edited as it is now. */
  lock(): MatrixLock | null;
  /** Fires when what is known of the file's rights has changed; what follows from the text is not told. */
  readonly onDidChangeLock: vscode.Event<void>;
}

const known = new WeakMap<vscode.TextDocument, EditedDocument>();

export function editedDocument(document: vscode.TextDocument, services: Services): EditedDocument {
  let edited = known.get(document);
  if (!edited) {
    edited = create(document, services);
    known.set(document, edited);
  }
  return edited;
}

function create(document: vscode.TextDocument, { documents, log }: Services): EditedDocument {
  const lockChanged = new vscode.EventEmitter<void>();
  let readOnly = false;
  void isReadOnly(document.uri).then(found => {
    readOnly = found;
    if (found) lockChanged.fire();
  });
  const loaded = () => documents.loaded(document);
  const lock = () => lockOf(document, loaded(), readOnly);
  const editing = createMatrixEditing({
    loaded,
    lock,
    settings: () => documents.settings(document),
    published: async () => publishedIds(loaded().framework.details.id, await siblingFrameworks(document.uri)),
    write: async edits => vscode.workspace.applyEdit(workspaceEditOf(document, edits)),
    salt: () => crypto.randomUUID(),
    fault: error => log.error(error instanceof Error ? error : String(error)),
  });
  return { editing, lock, onDidChangeLock: lockChanged.event };
}

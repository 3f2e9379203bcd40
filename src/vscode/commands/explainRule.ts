import * as vscode from 'vscode';
import { INTERNAL, RULES, ruleOf } from '../../core/index.ts';
import type { Register } from '../services.ts';

const EXPLAIN_RULE = 'frameworkWorkbench.explainRule';
const SCHEME = 'framework-rule';

/**
 * The place of a rule's explanation, for the code of a problem: VS Code opens no commands from there. The
 * manifest has such files shown as rendered Markdown.
 */
export function ruleLink(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
}

/** `Framework: Explain a Rule…`: what it finds, why that matters and what to do, with an example. */
export const registerExplainRule: Register = (context, { platform }) => {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent(uri) {
        const id = uri.path.replace(/^\/|\.md$/g, '');
        const { rulePage } = await platform.loadExplaining();
        return rulePage(id) ?? (id === INTERNAL.id ? FAULT : 'There is no rule of this name.');
      },
    }),
    vscode.commands.registerCommand(EXPLAIN_RULE, async (id?: unknown) => {
      const rule = typeof id === 'string' ? known(id) : await pick();
      if (rule !== undefined) await vscode.commands.executeCommand('vscode.open', ruleLink(rule));
    }),
  );
};

/** What is shown of a rule that failed. */
const FAULT = `# ${INTERNAL.title}

## Why

${INTERNAL.why}

## What to do

${INTERNAL.whatToDo}
`;

function known(id: string): string | undefined {
  return ruleOf(id) || id === INTERNAL.id ? id : undefined;
}

async function pick(): Promise<string | undefined> {
  const items = RULES.map(({ meta }) => ({ label: meta.title, description: meta.id, meta }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'The rule to explain',
    matchOnDescription: true,
  });
  return chosen?.meta.id;
}

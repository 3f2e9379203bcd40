import * as vscode from 'vscode';
import { INTERNAL, RULES, type RuleMeta, ruleOf } from '../../core/index.ts';

export const EXPLAIN_RULE = 'frameworkWorkbench.explainRule';
const SCHEME = 'framework-rule';

/**
 * The place of a rule's explanation, for the code of a problem: VS Code opens no commands from there. The
 * manifest has such files shown as rendered Markdown.
 */
export function ruleLink(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
}

/** `Framework: Explain a Rule…`: what it finds, why that matters and what to do. */
export function registerExplainRule(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: uri => explanation(metaOf(uri.path.replace(/^\/|\.md$/g, ''))),
    }),
    vscode.commands.registerCommand(EXPLAIN_RULE, async (id?: unknown) => {
      const meta = typeof id === 'string' ? metaOf(id) : await pick();
      if (meta) await vscode.commands.executeCommand('vscode.open', ruleLink(meta.id));
    }),
  );
}

function metaOf(id: string): RuleMeta | undefined {
  return ruleOf(id)?.meta ?? (id === INTERNAL.id ? INTERNAL : undefined);
}

async function pick(): Promise<RuleMeta | undefined> {
  const items = RULES.map(({ meta }) => ({ label: meta.title, description: meta.id, meta }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'The rule to explain',
    matchOnDescription: true,
  });
  return chosen?.meta;
}

const SEVERITY = { error: 'Error', warning: 'Warning', info: 'Information' };
const FIX = {
  none: 'There is no quick fix: what is right here only you can know.',
  safe: 'There is a quick fix, which changes no word.',
  unsafe: 'There is a quick fix; look at its outcome.',
};

function explanation(meta: RuleMeta | undefined): string {
  if (!meta) return 'There is no rule of this name.';
  return [
    `# ${meta.title}`,
    `${SEVERITY[meta.severity]} · \`${meta.id}\``,
    '## Why it matters',
    meta.why,
    '## What to do',
    meta.whatToDo,
    FIX[meta.fixable],
    '',
  ].join('\n\n');
}

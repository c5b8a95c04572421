import type { ActionName } from '../model/action';
import { hasComputed } from '../model/nodes';
import type { Statement } from '../model/statement';
import { isAboutAction, matchesAction } from './statementActions';

/** A statement and those of its actions that have wildcards. */
interface WithPatterns {
  readonly statement: Statement;
  readonly patterns: readonly ActionName[];
}

const none: readonly Statement[] = [];

/** Statements by their actions: a question about one of thousands of actions is not a walk through all the others. */
export class ActionIndex {
  /** By an action without wildcards, lower case. */
  private readonly naming = new Map<string, Statement[]>();
  private readonly withPatterns: WithPatterns[] = [];
  /** Statements with NotAction, or with actions that are computed. */
  private readonly others: Statement[] = [];

  constructor(statements: readonly Statement[]) {
    for (const statement of statements) this.add(statement);
  }

  private add(statement: Statement): void {
    if (statement.usesNotAction || hasComputed(statement.value('Action'))) {
      this.others.push(statement);
      return;
    }
    const patterns: ActionName[] = [];
    for (const { said } of statement.actions) {
      if (said.isPattern) patterns.push(said);
      else this.addNamed(said.lower, statement);
    }
    if (patterns.length > 0) this.withPatterns.push({ statement, patterns });
  }

  private addNamed(action: string, statement: Statement): void {
    const statements = this.naming.get(action);
    if (statements) statements.push(statement);
    else this.naming.set(action, [statement]);
  }

  /** The statements about an action, both halves in lower case. One that names it in two ways stands there twice. */
  about(prefix: string, name: string): readonly Statement[] {
    const naming = this.naming.get(`${prefix}:${name}`) ?? none;
    if (this.withPatterns.length === 0 && this.others.length === 0) return naming;
    const found = [...naming];
    for (const { statement, patterns } of this.withPatterns) {
      if (patterns.some((pattern) => matchesAction(pattern, prefix, name))) found.push(statement);
    }
    for (const statement of this.others) if (isAboutAction(statement, prefix, name)) found.push(statement);
    return found;
  }
}

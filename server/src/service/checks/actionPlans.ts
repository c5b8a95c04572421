import type { ActionName, ActionPattern } from '../model/action';
import { rememberByNumber } from '../remember';
import type { MeaningOf } from './actionLookup';
import type { ActiveCheck } from './activeCheck';

/** What is to be done about an action string. */
interface ActionPlan {
  /** Checks to call: all of them, or for a string that was found good those that look at more than the text. */
  checks: readonly ActiveCheck[];
  /** The bits of the checks that seek such an action, and {@link unsettled} while there are checks to call. */
  marks: number;
}

/** There are checks to call for an action. */
export const unsettled = 1;

/**
 * The bits of checks that seek actions, by their place among these. Two share a bit where there are more than bits; they
 * are then called more often than need be.
 */
export function seekerBit(place: number): number {
  return 2 << (place % 30);
}

/** Which checks the actions of policies are for. What a string says decides it, once for all policies of a kind. */
export class ActionPlans {
  private readonly planOf: (action: ActionName) => ActionPlan;
  private readonly wider: readonly ActiveCheck[];

  /**
   * @param all checks of actions
   * @param seekers checks that seek actions
   */
  constructor(all: readonly ActiveCheck[], seekers: readonly ActiveCheck[], meaningOf: MeaningOf) {
    this.wider = all.filter(({ check }) => !check.restsOnText);
    this.planOf = rememberByNumber((action) => {
      const meaning = meaningOf({ said: action });
      const seeking = seekers.filter(({ check }) => check.seeks!(action, meaning));
      const marks = seeking.reduce((bits, { seeks }) => bits | seeks, all.length > 0 ? unsettled : 0);
      return { checks: all, marks };
    });
  }

  checksFor({ said }: ActionPattern): readonly ActiveCheck[] {
    return this.planOf(said).checks;
  }

  /** Remembers that no check had anything to say of the string. */
  foundGood({ said }: ActionPattern): void {
    const plan = this.planOf(said);
    plan.checks = this.wider;
    if (this.wider.length === 0) plan.marks &= ~unsettled;
  }

  isSoughtBy({ seeks }: ActiveCheck, { said }: ActionPattern): boolean {
    return (this.planOf(said).marks & seeks) === seeks;
  }

  /** The marks of all the actions. */
  marksOf(actions: readonly ActionPattern[]): number {
    let marks = 0;
    for (const { said } of actions) marks |= this.planOf(said).marks;
    return marks;
  }
}

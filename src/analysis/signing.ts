/**
 * Whether some outcome of a phase can be agreed at all: one that enough parties could sign for its decision, each
 * within its limits and at no less than its reservation value. A depth-first search over the open issues; a branch is
 * cut when those who could still sign what lies below it no longer carry the decision (it is monotone in who signs).
 * Exact, or undefined when the work would exceed its budget: a count of steps, so that every machine answers alike.
 */
import { meets } from "../exact.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { acceptable, type Preference, utility, withReservation } from "../scenario/preference.ts";

/** Somebody whose signature may count. */
export interface Signatory {
  readonly preference: Preference;
  readonly reservationValue: number;
  /** It may sign and opt out of one issue, which then stays at its status quo for it. */
  readonly mayReserve: boolean;
}

export interface Question {
  readonly signatories: readonly Signatory[];
  /** Whether the decision carries when these sign; never undone by one more signature. */
  readonly carries: (signs: readonly boolean[]) => boolean;
  readonly open: readonly number[];
  /** What issues that are not open stay at. */
  readonly base: Outcome;
  readonly statusQuo: Outcome;
}

/** An outcome that can be agreed, `none`, or undefined: not decided within `budget` looks at one signatory. */
export function agreeable(question: Question, budget: number): Outcome | "none" | undefined {
  const { signatories, carries, base, statusQuo } = question;
  const bounds = signatories.map((signatory) => boundsOf(signatory, question));
  const order = orderOf(question, bounds);
  const rest = bounds.map(({ permitted }) => sumsFrom(order.map((issue) => permitted[issue]!)));
  const outcome = base.slice();
  let left = budget;

  /** By signatory: the most that its fixed issues can come to, and how many of them break a limit. */
  const visit = (depth: number, worth: readonly number[], broken: readonly number[]): boolean => {
    left -= signatories.length;
    if (depth === order.length) return carries(signatories.map((one) => couldSign(one, outcome, statusQuo)));
    const issue = order[depth]!;
    const children = optionsAt(question, issue).map((option) => {
      const at = (s: number) => bounds[s]!.offsets[issue]! + option;
      const worthThen = worth.map((sum, s) => sum + bounds[s]!.most[at(s)]!);
      const brokenThen = broken.map((sum, s) => sum + bounds[s]!.ruledOut[at(s)]!);
      const reach = worthThen.map((sum, s) => sum + rest[s]![depth + 1]!);
      const could = signatories.map(
        ({ reservationValue, mayReserve }, s) =>
          meets(reach[s]!, reservationValue) && brokenThen[s]! <= Number(mayReserve),
      );
      const room = could.reduce(
        (sum, able, s) => (able ? sum + roomOf(signatories[s]!, bounds[s]!, reach[s]!) : sum),
        0,
      );
      return { option, worthThen, brokenThen, open: carries(could), room };
    });
    left -= children.length * signatories.length;
    for (const child of children.filter(({ open }) => open).sort((a, b) => b.room - a.room)) {
      if (left <= 0) return false;
      outcome[issue] = child.option;
      if (visit(depth + 1, child.worthThen, child.brokenThen)) return true;
    }
    return false;
  };

  const fixed = (sums: (bound: Bounds) => number) => bounds.map(sums);
  if (
    visit(
      0,
      fixed(({ fixedWorth }) => fixedWorth),
      fixed(({ fixedBroken }) => fixedBroken),
    )
  )
    return outcome;
  return left > 0 ? "none" : undefined;
}

/** Whether it could sign an outcome, if need be with a reservation. */
export function couldSign(signatory: Signatory, outcome: Outcome, statusQuo: Outcome): boolean {
  const { preference, reservationValue, mayReserve } = signatory;
  const could = (own: Outcome) =>
    acceptable(preference, own) && meets(utility(preference, own), reservationValue);
  if (could(outcome) || !mayReserve) return could(outcome);
  return outcome.some(
    (option, issue) => option !== statusQuo[issue] && could(withReservation(outcome, issue, statusQuo)),
  );
}

/** What is known of a signatory whatever else is agreed: never less than it can come to. */
interface Bounds {
  readonly offsets: Int32Array;
  /** By flat option: the most that its term can come to. */
  readonly most: Float64Array;
  /** By flat option: 1 where a limit without conditions rules it out. */
  readonly ruledOut: Uint8Array;
  /** By issue: the most that a permitted option of it can come to. */
  readonly permitted: readonly number[];
  /** Of issues that are not open, with what linkages add to the total and what opting out of one issue may gain. */
  readonly fixedWorth: number;
  readonly fixedBroken: number;
  /** From its least to its most, in points; 1 where it has nothing at stake. */
  readonly spread: number;
}

function boundsOf({ preference, mayReserve }: Signatory, { open, base, statusQuo }: Question): Bounds {
  const { table, worth, linksOf, limits } = preference;
  const { offsets, counts, total } = table;
  const most = new Float64Array(total);
  const ruledOut = new Uint8Array(total);
  counts.forEach((count, issue) => {
    for (let flat = offsets[issue]!; flat < offsets[issue]! + count; flat++) {
      let term = worth[flat]!;
      let add = 0;
      for (const link of linksOf[issue]!) {
        term = Math.max(term, term * link.factor);
        add += Math.max(0, link.add);
      }
      most[flat] = term + add;
    }
  });
  for (const { issue, min, max, unless } of limits) {
    if (unless.length > 0) continue;
    ruledOut.fill(1, offsets[issue]!, offsets[issue]! + min);
    ruledOut.fill(1, offsets[issue]! + max + 1, offsets[issue + 1]!);
  }
  const terms = Array.from(counts, (_, issue) => [...most.subarray(offsets[issue]!, offsets[issue + 1]!)]);
  const spreads = open.map((issue) => Math.max(...terms[issue]!) - Math.min(...terms[issue]!));
  const fixed = base.flatMap((option, issue) => (open.includes(issue) ? [] : [offsets[issue]! + option]));
  const least = (issue: number) =>
    open.includes(issue) ? Math.min(...terms[issue]!) : terms[issue]![base[issue]!]!;
  const gains = terms.map((own, issue) => own[statusQuo[issue]!]! - least(issue));
  const bonus = sum(linksOf[counts.length]!.map(({ add }) => Math.max(0, add)));
  return {
    offsets,
    most,
    ruledOut,
    permitted: terms.map((own, issue) =>
      Math.max(...own.filter((_, option) => mayReserve || ruledOut[offsets[issue]! + option] === 0)),
    ),
    fixedWorth: sum(fixed.map((flat) => most[flat]!)) + bonus + (mayReserve ? Math.max(0, ...gains) : 0),
    fixedBroken: sum(fixed.map((flat) => ruledOut[flat]!)),
    spread: sum(spreads) || 1,
  };
}

/** Issues that matter most to most first: they cut branches early. */
function orderOf({ open, signatories }: Question, bounds: readonly Bounds[]): number[] {
  const weigh = (issue: number) =>
    sum(
      bounds.map(({ offsets, most, ruledOut, spread }, s) => {
        const { counts } = signatories[s]!.preference.table;
        const [from, to] = [offsets[issue]!, offsets[issue]! + counts[issue]!];
        const terms = most.subarray(from, to);
        const limited = ruledOut.subarray(from, to).includes(1) ? 0.2 : 0;
        return limited + (Math.max(...terms) - Math.min(...terms)) / spread;
      }),
    );
  const weights = new Map(open.map((issue) => [issue, weigh(issue)]));
  return open.toSorted((a, b) => weights.get(b)! - weights.get(a)!);
}

/** How far it could get above its reservation value, up to its whole spread: where most have room, look first. */
function roomOf({ reservationValue }: Signatory, { spread }: Bounds, reach: number): number {
  return 1 + Math.min(1, (reach - reservationValue) / spread);
}

function optionsAt({ signatories }: Question, issue: number): number[] {
  return Array.from({ length: signatories[0]?.preference.table.counts[issue] ?? 0 }, (_, option) => option);
}

/** Sums from each index to the end, with 0 after the last. */
function sumsFrom(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const number of numbers.toReversed()) sums.unshift(sums[0]! + number);
  return sums;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

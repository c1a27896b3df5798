/**
 * The greatest sum of functions that each depend on a few variables, exactly, by variable elimination (Bertelè and
 * Brioschi 1972; Dechter 1999): one variable after the other is maximised out of the summands that know it. The steps
 * depend on which variables share summands and on nothing else, so they are counted before any work is done.
 */

/** `values` by the options of `scope`, in mixed radix, the first variable most significant; −∞: not allowed. */
export interface Summand {
  readonly scope: readonly number[];
  readonly values: Float64Array;
}

export interface Plan {
  /** Every variable once, in the order of elimination. */
  readonly order: readonly number[];
  /** Look-ups into summands that it takes. */
  readonly steps: number;
}

/**
 * Counts the elimination in a given order, or finds a good one: next is always the variable that shares summands with the
 * fewest combinations of options, the last of equals (which keeps ties cheap). `sizes`: options by variable.
 */
export function planOf(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  order?: readonly number[],
): Plan {
  const shares = sizes.map((_, variable) => new Set([variable]));
  for (const scope of scopes)
    for (const variable of scope) for (const other of scope) shares[variable]!.add(other);
  const combinations = (variable: number) => {
    let product = 1;
    for (const other of shares[variable]!) product *= sizes[other]!;
    return product;
  };
  const cells = sizes.map((_, variable) => combinations(variable));
  const open = new Set(sizes.keys());
  const eliminated: number[] = [];
  let left: (readonly number[])[] = [...scopes];
  let steps = 0;
  while (open.size > 0) {
    const next = order?.[eliminated.length] ?? fewest(open, cells);
    const bucket = left.filter((scope) => scope.includes(next));
    steps += cells[next]! * Math.max(1, bucket.length);
    open.delete(next);
    eliminated.push(next);
    const rest = [...shares[next]!].filter((other) => other !== next);
    left = left.filter((scope) => !scope.includes(next));
    if (rest.length > 0) left.push(rest);
    for (const variable of rest) {
      for (const other of rest) shares[variable]!.add(other);
      shares[variable]!.delete(next);
    }
    for (const variable of rest) cells[variable] = combinations(variable);
  }
  return { order: eliminated, steps };
}

function fewest(open: ReadonlySet<number>, cells: readonly number[]): number {
  let next = -1;
  for (const variable of open) if (next < 0 || cells[variable]! <= cells[next]!) next = variable;
  return next;
}

/** What remains of a variable: its best option for each combination of options of the variables that outlive it. */
interface Bucket {
  readonly variable: number;
  readonly scope: readonly number[];
  readonly strides: readonly number[];
  readonly choice: Uint8Array;
}

/** A summand of elimination, with the buckets that its variables settle: the last eliminated first. */
interface Message extends Summand {
  readonly settles: readonly Bucket[];
}

/**
 * The option of each variable in the greatest sum; undefined when none is allowed. Sums that differ by no more than
 * `slack` tie; of equals the first is taken, by the first variable whose options differ. What it gives up to ties is at
 * most `slack` a variable.
 */
export function eliminated(
  sizes: readonly number[],
  summands: readonly Summand[],
  order: readonly number[],
  slack: number,
): number[] | undefined {
  let left: Message[] = summands.map((summand) => ({ ...summand, settles: [] }));
  const options = new Array<number>(sizes.length).fill(0);
  const buckets: Bucket[] = [];
  for (const variable of order) {
    const known = left.filter(({ scope }) => scope.includes(variable));
    left = left.filter(({ scope }) => !scope.includes(variable));
    const scope = [...new Set(known.flatMap((summand) => summand.scope))]
      .filter((other) => other !== variable)
      .sort((a, b) => a - b);
    const strides = stridesOf(scope, sizes);
    const cells = scope.reduce((product, other) => product * sizes[other]!, 1);
    const choice = new Uint8Array(cells);
    const values = new Float64Array(cells);
    const bucket: Bucket = { variable, scope, strides, choice };
    const later = (a: Bucket, b: Bucket) => buckets.indexOf(b) - buckets.indexOf(a);
    const settles = [bucket, ...known.flatMap((message) => message.settles).sort(later)];
    // Its options are tried in their order: where it comes first of all that it settles, a tie is decided already.
    const first = settles.every((other) => other.variable >= variable);
    const better = (option: number, other: number) => !first && precedes(settles, option, other, options);
    maximise(bucket, values, known, sizes, options, slack, better);
    buckets.push(bucket);
    if (scope.length > 0) left.push({ scope, values, settles });
    else if (values[0] === Number.NEGATIVE_INFINITY) return undefined;
  }
  for (const bucket of buckets.toReversed()) options[bucket.variable] = chosen(bucket, options);
  return options;
}

/**
 * Fills a bucket's choices and their values, one combination of the scope's options after the other, the last variable
 * fastest. `options` holds the combination while it is looked at. Plain loops over flat arrays: this is where the steps go.
 */
function maximise(
  { variable, scope, choice }: Bucket,
  values: Float64Array,
  known: readonly Summand[],
  sizes: readonly number[],
  options: number[],
  slack: number,
  better: (option: number, other: number) => boolean,
): void {
  const width = scope.length;
  const rows = known.length;
  const tables = known.map((summand) => summand.values);
  const at = new Int32Array(rows);
  const step = new Int32Array(rows);
  const stepsOf = new Int32Array(rows * width);
  for (const [row, summand] of known.entries()) {
    const strides = stridesOf(summand.scope, sizes);
    const strideOf = (other: number) => strides[summand.scope.indexOf(other)] ?? 0;
    step[row] = strideOf(variable);
    for (let k = 0; k < width; k++) stepsOf[row * width + k] = strideOf(scope[k]!);
  }
  for (let k = 0; k < width; k++) options[scope[k]!] = 0;
  const count = sizes[variable]!;
  const sums = new Float64Array(count);
  for (let cell = 0; cell < values.length; cell++) {
    sums.fill(0);
    for (let row = 0; row < rows; row++) {
      const table = tables[row]!;
      const stride = step[row]!;
      for (let option = 0, from = at[row]!; option < count; option++, from += stride)
        sums[option]! += table[from]!;
    }
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let option = 0; option < count; option++) {
      const sum = sums[option]!;
      if (sum === Number.NEGATIVE_INFINITY || sum < most - slack) continue;
      if (sum <= most + slack && !better(option, best)) continue;
      best = option;
      if (sum > most) most = sum;
    }
    choice[cell] = best;
    values[cell] = most;
    let k = width - 1;
    while (k >= 0 && options[scope[k]!]! + 1 === sizes[scope[k]!]!) {
      const back = options[scope[k]!]!;
      for (let row = 0; row < rows; row++) at[row]! -= back * stepsOf[row * width + k]!;
      options[scope[k]!] = 0;
      k--;
    }
    if (k < 0) return;
    options[scope[k]!]!++;
    for (let row = 0; row < rows; row++) at[row]! += stepsOf[row * width + k]!;
  }
}

function stridesOf(scope: readonly number[], sizes: readonly number[]): number[] {
  const strides = new Array<number>(scope.length).fill(1);
  for (let k = scope.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * sizes[scope[k + 1]!]!;
  return strides;
}

function chosen({ scope, strides, choice }: Bucket, options: readonly number[]): number {
  let cell = 0;
  for (let k = 0; k < scope.length; k++) cell += options[scope[k]!]! * strides[k]!;
  return choice[cell]!;
}

/** Whether what follows from option `a` of the first bucket's variable comes before what follows from `b`. */
function precedes(settles: readonly Bucket[], a: number, b: number, options: readonly number[]): boolean {
  const following = (option: number) => {
    const all = options.slice();
    for (const [k, bucket] of settles.entries())
      all[bucket.variable] = k === 0 ? option : chosen(bucket, all);
    return all;
  };
  const [withA, withB] = [following(a), following(b)];
  const differing = settles.map(({ variable }) => variable).filter((v) => withA[v] !== withB[v]);
  const first = Math.min(...differing);
  return withA[first]! < withB[first]!;
}

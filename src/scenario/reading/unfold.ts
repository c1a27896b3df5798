/**
 * An error of a union says only that no form fits. Where the value is of the kind that just one of the forms has (a list
 * where a list or an object may stand), what is wrong inside it is said instead.
 */
import type { z } from "zod";

export function unfolded(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    const fitting = issue.errors.filter((errors) => !errors.some(isOfAnotherKind));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return [issue];
    return unfolded(only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

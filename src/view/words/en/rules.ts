/**
 * English of decision rules: one clause a condition, by who is counted (delegations, one each, or their votes) and by how (a
 * number; a share of what is cast; a share of all there is). `$others`: yes where parties that must agree are left out;
 * `$exactly`: what exactly the bound does. A long list, because each is a whole clause.
 */
export const rules = {
  adopted: "The text is adopted when all of this holds:",
  carried: "An amendment is carried when all of this holds:",
  always: "Whatever the votes are, it is carried.",
  sentence: "{$clause :start}.",
  beside: "{$clause}, or {$beside}",
  reached: "{$clause :start}: here it was {$amount}.",
  /** Those whose agreement is required. */
  required:
    ".input {$count :number} .match $count one {{{$parties :list} votes for it}} * {{{$parties :list} all vote for it}}",
  requiredFailed: "Not for it, though their agreement is required: {$parties :list}.",
  for: {
    delegations: {
      number:
        ".input {$others :string} .match $others yes {{at least {$bound} of the {$all} others vote for it}} * {{at least {$bound} of the {$all} delegations vote for it}}",
      cast: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{of the others that vote for or against it, more than {$share} are for it}} fails * {{of the delegations that vote for or against it, more than {$share} are for it}} * yes {{of the others that vote for or against it, at least {$share} are for it}} * * {{of the delegations that vote for or against it, at least {$share} are for it}}",
      all: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{more than {$share} of all {$all} others vote for it}} fails * {{more than {$share} of all {$all} delegations vote for it}} * yes {{at least {$share} of all {$all} others vote for it}} * * {{at least {$share} of all {$all} delegations vote for it}}",
    },
    votes: {
      number:
        ".input {$others :string} .match $others yes {{at least {$bound} of the {$all} votes of the others are for it}} * {{at least {$bound} of all {$all} votes are for it}}",
      cast: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{of the votes that the others cast for or against it, more than {$share} are for it}} fails * {{of the votes cast for or against it, more than {$share} are for it}} * yes {{of the votes that the others cast for or against it, at least {$share} are for it}} * * {{of the votes cast for or against it, at least {$share} are for it}}",
      all: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{more than {$share} of all {$all} votes of the others are for it}} fails * {{more than {$share} of all {$all} votes are for it}} * yes {{at least {$share} of all {$all} votes of the others are for it}} * * {{at least {$share} of all {$all} votes are for it}}",
    },
  },
  against: {
    delegations: {
      number:
        ".input {$bound :number} .input {$others :string} .match $bound $others 0 yes {{none of the {$all} others votes against it}} 0 * {{none of the {$all} delegations votes against it}} * yes {{at most {$bound} of the {$all} others vote against it}} * * {{at most {$bound} of the {$all} delegations vote against it}}",
      cast: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{of the others that vote for or against it, fewer than {$share} are against it; of all {$all}, at most {$most}}} fails * {{of the delegations that vote for or against it, fewer than {$share} are against it; of all {$all}, at most {$most}}} * yes {{of the others that vote for or against it, at most {$share} are against it; of all {$all}, at most {$most}}} * * {{of the delegations that vote for or against it, at most {$share} are against it; of all {$all}, at most {$most}}}",
      all: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{fewer than {$share} of all {$all} others vote against it, so at most {$most}}} fails * {{fewer than {$share} of all {$all} delegations vote against it, so at most {$most}}} * yes {{at most {$share} of all {$all} others vote against it, so at most {$most}}} * * {{at most {$share} of all {$all} delegations vote against it, so at most {$most}}}",
    },
    votes: {
      number:
        ".input {$bound :number} .input {$others :string} .match $bound $others 0 yes {{none of the {$all} votes of the others is against it}} 0 * {{none of all {$all} votes is against it}} * yes {{at most {$bound} of the {$all} votes of the others are against it}} * * {{at most {$bound} of all {$all} votes are against it}}",
      cast: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{of the votes that the others cast for or against it, fewer than {$share} are against it}} fails * {{of the votes cast for or against it, fewer than {$share} are against it}} * yes {{of the votes that the others cast for or against it, at most {$share} are against it}} * * {{of the votes cast for or against it, at most {$share} are against it}}",
      all: ".input {$exactly :string} .input {$others :string} .match $exactly $others fails yes {{fewer than {$share} of all {$all} votes of the others are against it}} fails * {{fewer than {$share} of all {$all} votes are against it}} * yes {{at most {$share} of all {$all} votes of the others are against it}} * * {{at most {$share} of all {$all} votes are against it}}",
    },
  },
  shares: { half: "half", third: "a third", twoThirds: "two thirds", threeQuarters: "three quarters" },
  percent: "{$percent} %",
} as const;

/**
 * What the schema can't say because it spans several places: references, ranges that exclude each other, forms that
 * depend on another value, the order of phases; events and levers are in `cards.ts`. Long,
 * because every check of the format is to be found in one place, in the order of the format.
 */

import { partiesOf, partiesOfAll } from "../parties.ts";
import { isRange } from "../privateTypes.ts";
import type { Path } from "../problem.ts";
import { claimsOn } from "../reveal.ts";
import type {
  Aftermath,
  Claim,
  DecisionRule,
  DraftingPhase,
  Scenario,
  ScenarioPhase,
  Stake,
  TalksPhase,
} from "../schema.ts";
import { openingsOf } from "../setting.ts";
import type { StrategyFormats } from "../strategies.ts";
import { checkBounds } from "./bounds.ts";
import { checkCards } from "./cards.ts";
import { flagProblem, languageProblem } from "./codes.ts";
import {
  type Add,
  checkConditions,
  checkIssueRef,
  checkOptionRef,
  checkOutcome,
  checkPartyRefs,
  checkRange,
  type Names,
  namesOf,
  unknown,
} from "./references.ts";

/** Most issues that may be open in one round, clauses not counted, unless a round opens all. */
export const OPEN_AT_ONCE = 3;

export function checkScenario(scenario: Scenario, strategies: StrategyFormats, add: Add): void {
  const names = namesOf(scenario);
  const wrongLanguage = languageProblem(scenario.language);
  if (wrongLanguage !== undefined) add("not-allowed", ["language"], wrongLanguage);
  checkDuplicates(scenario, add);
  checkSources(scenario, names, add);
  checkIssues(scenario, names, add);
  checkParties(scenario, strategies, names, add);
  for (const group of Object.keys(scenario.groups ?? {})) {
    const known = scenario.parties.flatMap((party) => party.groups);
    if (!known.includes(group))
      add("unknown-party", ["groups", group], unknown("group", group, known, "Put a party into it."));
  }
  scenario.linkages.forEach((linkage, i) => {
    const path = ["linkages", i];
    checkConditions(linkage.when, [...path, "when"], names, add);
    checkPartyRefs(scenario, linkage.parties, [...path, "parties"], add);
    if (linkage.issue !== undefined) checkIssueRef(linkage.issue, [...path, "issue"], names, add);
    if ((linkage.factor === undefined) === (linkage.add === undefined)) {
      add("linkage-form", path, 'A linkage has either a "factor" or an "add", one of the two.');
    } else if (linkage.factor !== undefined && linkage.issue === undefined) {
      add("linkage-form", path, 'A "factor" changes the term of one issue: name it in "issue".');
    }
  });
  scenario.phases.forEach((phase, i) => {
    checkPhase(scenario, phase, ["phases", i], names, add);
  });
  checkCourse(scenario, add);
  checkCards(scenario, names, add);
  if (scenario.history !== undefined) {
    checkOutcome(scenario.history.outcome, ["history", "outcome"], names, add);
  }
  if (scenario.aftermath !== undefined) checkAftermath(scenario.aftermath, ["aftermath"], names, add);
}

function checkDuplicates(scenario: Scenario, add: Add): void {
  const lists: [Path, readonly { id: string }[]][] = [
    [["sources"], scenario.sources],
    [["issues"], scenario.issues],
    [["parties"], scenario.parties],
    [["phases"], scenario.phases],
    [["events"], scenario.events ?? []],
    [["levers"], scenario.levers ?? []],
    ...scenario.issues.map((issue, i): [Path, readonly { id: string }[]] => [
      ["issues", i, "options"],
      issue.options,
    ]),
  ];
  for (const [path, list] of lists) {
    const seen = new Set<string>();
    list.forEach((entry, i) => {
      if (seen.has(entry.id)) {
        add(
          "duplicate-id",
          [...path, i, "id"],
          `"${entry.id}" is used twice. Give each entry an id of its own.`,
        );
      }
      seen.add(entry.id);
    });
  }
}

function checkSources(scenario: Scenario, names: Names, add: Add): void {
  const check = (refs: readonly string[] | undefined, path: Path) =>
    refs?.forEach((ref, i) => {
      if (!names.sources.has(ref)) {
        add("unknown-source", [...path, i], unknown("source", ref, names.sources, "Add it to `sources`."));
      }
    });
  scenario.issues.forEach((issue, i) => {
    issue.options.forEach((option, o) => {
      check(option.sources, ["issues", i, "options", o, "sources"]);
    });
  });
  scenario.parties.forEach((party, p) => {
    check(party.brief.sources, ["parties", p, "brief", "sources"]);
    check(party.ratification?.sources, ["parties", p, "ratification", "sources"]);
    party.preferences.limits.forEach((limit, l) => {
      check(limit.sources, ["parties", p, "preferences", "limits", l, "sources"]);
    });
    for (const [issue, stake] of Object.entries(party.preferences.stakes)) {
      claimsWithPaths(stake).forEach(([claim, at]) => {
        check(claim.sources, ["parties", p, "preferences", "stakes", issue, ...at, "sources"]);
      });
    }
  });
  scenario.aftermath?.terms.forEach((term, i) => {
    check(term.sources, ["aftermath", "terms", i, "sources"]);
  });
  scenario.linkages.forEach((linkage, i) => {
    check(linkage.sources, ["linkages", i, "sources"]);
  });
  scenario.events?.forEach((event, i) => {
    check(event.sources, ["events", i, "sources"]);
  });
  scenario.levers?.forEach((lever, i) => {
    check(lever.sources, ["levers", i, "sources"]);
  });
  check(scenario.history?.sources, ["history", "sources"]);
  scenario.history?.readings?.forEach((reading, i) => {
    check(reading.sources, ["history", "readings", i, "sources"]);
  });
}

function checkIssues(scenario: Scenario, names: Names, add: Add): void {
  scenario.issues.forEach((issue, i) => {
    const path: Path = ["issues", i];
    checkOptionRef(issue.id, issue.statusQuo, [...path, "statusQuo"], names, add);
    if (issue.kind === "clause" && issue.options.map((o) => o.id).join() !== "out,in") {
      add(
        "clause-form",
        [...path, "options"],
        'A clause has exactly two options, "out" and "in", in this order.',
      );
    }
    if (issue.opensWith !== undefined) {
      checkIssueRef(issue.opensWith, [...path, "opensWith"], names, add);
      const target = scenario.issues.find((other) => other.id === issue.opensWith);
      if (issue.kind !== "clause" || target?.kind === "clause") {
        add(
          "clause-form",
          [...path, "opensWith"],
          "Only a clause opens with another issue, and that one is a level.",
        );
      }
    }
    issue.options.forEach((option, o) => {
      if (option.needs) checkPartyRefs(scenario, option.needs, [...path, "options", o, "needs"], add);
    });
  });
}

/** Each statement of a stake with its place in it. */
function claimsWithPaths({ claim = [] }: Stake): readonly (readonly [Claim, Path])[] {
  if (!Array.isArray(claim)) return [[claim, ["claim"]]];
  return claim.map((one, i) => [one, ["claim", i]] as const);
}

function checkClaims(stake: Stake, at: Path, add: Add): void {
  const known = claimsOn(stake).filter(({ reveal }) => reveal === undefined).length;
  if (known > 1)
    add(
      "claim-basis",
      [...at, "claim"],
      'Of several statements one is known in play. Give the others "reveal": "result", or join them.',
    );
  if (stake.basis === "direct" && known === 0) {
    const message =
      'The basis "direct" needs a claim that is known in play: what the party said, with its source.';
    add("claim-basis", [...at, "basis"], `${message} Add it, or write "assumption".`);
  }
}

function checkOrder([least, most]: readonly [number, number], at: Path, add: Add): void {
  if (least > most) add("empty-range", at, `The range runs from ${least} down to ${most}. Swap them.`);
}

function checkParties(scenario: Scenario, strategies: StrategyFormats, names: Names, add: Add): void {
  scenario.parties.forEach((party, p) => {
    const wrongFlag = party.flag === undefined ? undefined : flagProblem(party.flag);
    if (wrongFlag !== undefined) add("not-allowed", ["parties", p, "flag"], wrongFlag);
    const path: Path = ["parties", p, "preferences"];
    const { reservationValue, shift } = party.preferences;
    if (isRange(reservationValue)) checkOrder(reservationValue, [...path, "reservationValue"], add);
    if (shift !== undefined) checkOrder(shift, [...path, "shift"], add);
    if (shift !== undefined && reservationValue !== "disagreement") {
      add(
        "not-allowed",
        [...path, "shift"],
        'A shift stands beside "reservationValue": "disagreement". Write the reservation value itself as a range.',
      );
    }
    for (const [issueId, stake] of Object.entries(party.preferences.stakes)) {
      const at: Path = [...path, "stakes", issueId];
      if (!checkIssueRef(issueId, at, names, add)) continue;
      if ((stake.ideal === undefined) === (stake.values === undefined)) {
        add("stake-form", at, 'A stake has either an "ideal" or "values", one of the two.');
      }
      if (stake.ideal !== undefined) checkOptionRef(issueId, stake.ideal, [...at, "ideal"], names, add);
      if (stake.values !== undefined) checkCount(issueId, stake.values, [...at, "values"], names, add);
      if (stake.range !== undefined) checkOrder(stake.range, [...at, "range"], add);
      claimsWithPaths(stake).forEach(([claim, where]) => {
        checkRange(issueId, claim.says, [...at, ...where, "says"], names, add);
      });
      checkClaims(stake, at, add);
    }
    party.preferences.limits.forEach((limit, l) => {
      const at: Path = [...path, "limits", l];
      if (limit.min === undefined && limit.max === undefined) {
        add("limit-form", at, 'A limit has a "min", a "max" or both.');
      }
      checkRange(limit.issue, limit, at, names, add);
      if (limit.unless) checkConditions(limit.unless, [...at, "unless"], names, add);
    });
    const { agent } = party;
    strategies[agent.strategy]?.check?.(agent, names, ["parties", p, "agent"], add);
  });
}

function checkPhase(scenario: Scenario, phase: ScenarioPhase, path: Path, names: Names, add: Add): void {
  switch (phase.protocol) {
    case "drafting":
      checkDrafting(scenario, phase, path, names, add);
      break;
    case "talks":
      checkTalks(scenario, phase, path, names, add);
      break;
    case "ratification":
      break;
    default:
      phase satisfies never;
  }
}

function checkTalks(scenario: Scenario, phase: TalksPhase, path: Path, names: Names, add: Add): void {
  if (phase.disagreement !== "mandate")
    checkOutcome(phase.disagreement, [...path, "disagreement"], names, add);
  if (phase.issues !== "all") {
    phase.issues.forEach((issue, i) => {
      checkIssueRef(issue, [...path, "issues", i], names, add);
    });
  }
  const taken = new Map<number, string>();
  phase.seats.forEach((seat, i) => {
    const at: Path = [...path, "seats", i];
    checkPartyRefs(scenario, seat.members, [...at, "members"], add);
    const members = new Set(partiesOfAll(scenario, seat.members));
    if (seat.spokesperson !== undefined) {
      checkSeated(scenario, [seat.spokesperson], members, [...at, "spokesperson"], add);
    }
    if (seat.decision !== undefined)
      checkRule(scenario, seat.decision, members, [...at, "decision"], names, add);
    for (const member of members) {
      const other = taken.get(member);
      if (other !== undefined) {
        const { id } = scenario.parties[member]!;
        add(
          "rule-party",
          [...at, "members"],
          `"${id}" sits in "${other}" already. A party has one seat in talks.`,
        );
      }
      taken.set(member, seat.id);
    }
  });
}

function checkDrafting(scenario: Scenario, phase: DraftingPhase, path: Path, names: Names, add: Add): void {
  checkPartyRefs(scenario, phase.parties, [...path, "parties"], add);
  const seated = new Set(partiesOfAll(scenario, phase.parties));
  openingsOf(phase).forEach((opening, i, { length }) => {
    checkOutcome(opening, [...path, "opening", ...(length > 1 ? [i] : [])], names, add);
  });
  checkOutcome(phase.disagreement, [...path, "disagreement"], names, add);
  checkRule(scenario, phase.amendment, seated, [...path, "amendment"], names, add);
  checkRule(scenario, phase.decision, seated, [...path, "decision"], names, add);
  checkSeated(scenario, phase.floor.principals, seated, [...path, "floor", "principals"], add);
  if (phase.agenda === "all") return;
  const isLevel = (id: string) => scenario.issues.find((issue) => issue.id === id)?.kind === "level";
  if (phase.agenda.length !== phase.rounds) {
    const message = `The agenda has ${phase.agenda.length} rounds, the phase ${phase.rounds}.`;
    add("agenda", [...path, "agenda"], `${message} Write one list a round, or "all".`);
  }
  const everOpen = new Set(phase.agenda.flat().filter(isLevel));
  phase.agenda.forEach((open, round) => {
    open.forEach((id, i) => {
      checkIssueRef(id, [...path, "agenda", round, i], names, add);
    });
    const levels = [...new Set(open)].filter(isLevel);
    // A full reading opens all that any round does: what was settled before can still be mended.
    if (levels.length > OPEN_AT_ONCE && levels.length < everOpen.size) {
      const message = `Round ${round + 1} opens ${levels.length} issues; at most ${OPEN_AT_ONCE} may be open at once, or all of them`;
      add("agenda", [...path, "agenda", round], `${message} (or write "agenda": "all").`);
    }
  });
}

function checkAftermath(aftermath: Aftermath, path: Path, names: Names, add: Add): void {
  for (const role of ["protected", "adversary"] as const) {
    if (!names.parties.has(aftermath[role])) {
      add(
        "unknown-party",
        [...path, role],
        unknown("party", aftermath[role], names.parties, "Write a party's id."),
      );
    }
  }
  const tables: [Path, Record<string, unknown>][] = [
    [["capability", "issues"], aftermath.capability.issues],
    [["credibility", "issues"], aftermath.credibility.issues],
    [["communication", "issues"], aftermath.communication.issues],
    [["burden", "issues"], aftermath.burden?.issues ?? {}],
    [["restraint"], aftermath.restraint],
    [["insecurity"], aftermath.insecurity],
    [["clauses"], aftermath.clauses],
  ];
  for (const [at, table] of tables) {
    for (const [id, effect] of Object.entries(table)) {
      const known = checkIssueRef(id, [...path, ...at, id], names, add);
      if (known && Array.isArray(effect)) checkCount(id, effect, [...path, ...at, id], names, add);
    }
  }
  const { inForce, presence, incidents, monitoring, sanctions } = aftermath;
  checkIssueRef(inForce.issue, [...path, "inForce", "issue"], names, add);
  checkIssueRef(sanctions, [...path, "sanctions"], names, add);
  if (checkIssueRef(monitoring, [...path, "monitoring"], names, add)) {
    checkCount(monitoring, incidents.attribution, [...path, "incidents", "attribution"], names, add);
  }
  if (checkIssueRef(presence.issue, [...path, "presence", "issue"], names, add)) {
    checkCount(presence.issue, presence.values, [...path, "presence", "values"], names, add);
  }
}

/** One value an option. */
function checkCount(issue: string, values: readonly number[], path: Path, names: Names, add: Add): void {
  const options = names.options.get(issue)?.length ?? 0;
  if (values.length === options) return;
  const message = `${issue} has ${options} options, but ${values.length} values stand here.`;
  add("values-count", path, `${message} Write one value an option.`);
}

/** Every phase can be reached from the first, and none follows itself. */
function checkCourse(scenario: Scenario, add: Add): void {
  const ids = scenario.phases.map((phase) => phase.id);
  scenario.phases.forEach((phase, i) => {
    for (const end of ["agreement", "none"] as const) {
      const next = phase.next[end];
      if (next !== null && !ids.includes(next)) {
        add(
          "unknown-phase",
          ["phases", i, "next", end],
          unknown("phase", next, ids, "Add it, or write null."),
        );
      }
    }
  });
  const followers = (id: string) => {
    const next = scenario.phases.find((phase) => phase.id === id)?.next;
    return [...new Set([next?.agreement, next?.none])].filter((n): n is string => typeof n === "string");
  };
  const reachable = new Set<string>();
  const visit = (id: string, trail: readonly string[]) => {
    if (trail.includes(id)) {
      const index = ids.indexOf(trail.at(-1)!);
      const cycle = [...trail.slice(trail.indexOf(id)), id].join(" → ");
      add(
        "phase-cycle",
        ["phases", index, "next"],
        `The phases run in a circle: ${cycle}. End it with null.`,
      );
      return;
    }
    if (reachable.has(id)) return;
    reachable.add(id);
    for (const next of followers(id)) visit(next, [...trail, id]);
  };
  visit(ids[0]!, []);
  scenario.phases.forEach((phase, i) => {
    if (!reachable.has(phase.id)) {
      const message = `No phase leads to "${phase.id}". Name it in the "next" of an earlier phase, or remove it.`;
      add("phase-unreachable", ["phases", i, "id"], message);
    }
  });
}

function checkRule(
  scenario: Scenario,
  rule: DecisionRule,
  seated: ReadonlySet<number>,
  path: Path,
  names: Names,
  add: Add,
): void {
  checkSeated(scenario, rule.mustAgree, seated, [...path, "mustAgree"], add);
  checkBounds(rule, path, add);
  for (const id of Object.keys(rule.weights ?? {})) {
    if (!names.parties.has(id)) {
      add("unknown-party", [...path, "weights", id], unknown("party", id, names.parties, "Remove it."));
    }
  }
  if (rule.reservations) {
    checkSeated(scenario, rule.reservations.parties, seated, [...path, "reservations", "parties"], add);
  }
}

/** References to parties that must also have a seat in the phase. */
function checkSeated(
  scenario: Scenario,
  refs: readonly string[],
  seated: ReadonlySet<number>,
  path: Path,
  add: Add,
): void {
  checkPartyRefs(scenario, refs, path, add);
  refs.forEach((ref, i) => {
    const absent = partiesOf(scenario, ref).filter((index) => !seated.has(index));
    if (absent.length > 0) {
      const list = absent.map((index) => scenario.parties[index]!.id).join(", ");
      add(
        "rule-party",
        [...path, i],
        `"${ref}" has no seat in this phase (${list}). Add it to "parties" or leave it out here.`,
      );
    }
  });
}

/** Who sits where: talks with nobody to talk to, parties without a seat, a floor that is never given to anybody else. */
import { partiesIn, partiesOfAll, partiesSeated } from "../parties.ts";
import type { Scenario } from "../schema.ts";
import type { Warn } from "./warning.ts";

export function checkTwoSides(scenario: Scenario, warn: Warn): void {
  if (partiesSeated(scenario).length === 0) {
    const message = "Nobody speaks and nobody votes: every phase is decided by bodies alone.";
    warn("one-side", ["phases"], `${message} Begin with a phase of drafting or talks.`);
    return;
  }
  scenario.phases.forEach((phase, i) => {
    if (phase.protocol === "talks") {
      const sides = phase.seats.filter(({ mediator }) => !mediator).length;
      if (sides >= 2) return;
      const message = `"${phase.id}" has ${sides === 0 ? "no side" : "one side"}, as mediators don't count, so nobody can agree with anybody.`;
      warn(
        "one-side",
        ["phases", i, "seats"],
        `${message} Give it at least two seats that are no mediators.`,
      );
    }
    if (phase.protocol === "drafting" && partiesOfAll(scenario, phase.parties).length < 2) {
      const message = `"${phase.id}" has a single party, which decides alone.`;
      warn("one-side", ["phases", i, "parties"], `${message} Give a seat to at least two.`);
    }
  });
}

/** The two parties of the aftermath count without a seat: what they do then depends on the text. */
export function checkEverybodyHasASeat(scenario: Scenario, warn: Warn): void {
  const seated = new Set(partiesSeated(scenario));
  if (seated.size === 0) return;
  const { aftermath } = scenario;
  scenario.parties.forEach(({ id }, p) => {
    if (seated.has(p) || id === aftermath?.protected || id === aftermath?.adversary) return;
    const message = `"${id}" has no seat in any phase: it never speaks and never votes.`;
    warn("no-seat", ["parties", p], `${message} Add it to a phase or remove it.`);
  });
}

export function checkWhoSpeaks(scenario: Scenario, warn: Warn): void {
  scenario.phases.forEach((phase, i) => {
    if (phase.protocol !== "drafting") return;
    const seated = partiesIn(scenario, phase);
    const principals = partiesOfAll(scenario, phase.floor.principals);
    if (principals.length !== 1 || phase.floor.rotating > 0 || seated.length < 2) return;
    const { id } = scenario.parties[principals[0]!]!;
    const message = `Only "${id}" ever speaks: the other ${seated.length - 1} vote but can't propose anything.`;
    warn(
      "one-speaker",
      ["phases", i, "floor"],
      `${message} Name more principals, or let others speak with "rotating".`,
    );
  });
}

/** An issue that no round of any phase opens keeps the option that it starts with. */
export function checkIssuesOpen(scenario: Scenario, warn: Warn): void {
  if (partiesSeated(scenario).length === 0) return;
  scenario.issues.forEach((issue, i) => {
    const opens = scenario.phases.some((phase) => {
      if (phase.protocol === "drafting") {
        const listed = phase.agenda === "all" ? undefined : phase.agenda.flat();
        return listed === undefined || listed.includes(issue.id) || listed.includes(issue.opensWith ?? "");
      }
      return phase.protocol === "talks" && (phase.issues === "all" || phase.issues.includes(issue.id));
    });
    if (opens) return;
    const message = `"${issue.id}" is open in no round of any phase, so nobody can change it.`;
    warn("never-open", ["issues", i], `${message} Put it on an agenda or remove it.`);
  });
}

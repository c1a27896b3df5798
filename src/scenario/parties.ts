/** References to parties: an id, `group:x`, `bloc:x` or `all`, resolved to indices in the scenario's order. */
import type { ScenarioPhase } from "./schema.ts";
import type { Participant, Participants, Setting } from "./setting.ts";

/** Indices of the parties a reference means; empty when it means nobody. O(parties). */
export function partiesOf(scenario: Participants, reference: string): number[] {
  const { parties } = scenario;
  const matching = (meant: (party: Participant) => boolean) =>
    parties.flatMap((party, index) => (meant(party) ? [index] : []));
  if (reference === "all") return parties.map((_, index) => index);
  const [kind, name] = splitReference(reference);
  if (kind === "group") return matching((party) => party.groups.includes(name));
  if (kind === "bloc") return matching((party) => party.bloc === name);
  return matching((party) => party.id === name);
}

/** The parties that a list of references means, each once, in the order of the list. */
export function partiesOfAll(scenario: Participants, references: readonly string[]): number[] {
  return [...new Set(references.flatMap((reference) => partiesOf(scenario, reference)))];
}

/** The parties that act in a phase, as indices in ascending order. */
export function partiesIn(scenario: Participants, phase: ScenarioPhase): number[] {
  const references = () => {
    switch (phase.protocol) {
      case "drafting":
        return phase.parties;
      case "talks":
        return phase.seats.flatMap((seat) => seat.members);
      case "ratification":
        return scenario.parties.filter((party) => party.ratification !== undefined).map(({ id }) => id);
    }
  };
  return partiesOfAll(scenario, references()).sort((a, b) => a - b);
}

/** The parties that act at a table in any phase, ascending; where only bodies decide nobody does. */
export function partiesSeated(scenario: Setting): number[] {
  const tables = scenario.phases.filter(({ protocol }) => protocol !== "ratification");
  return [...new Set(tables.flatMap((phase) => partiesIn(scenario, phase)))].sort((a, b) => a - b);
}

function splitReference(reference: string): ["id" | "group" | "bloc", string] {
  if (reference.startsWith("group:")) return ["group", reference.slice(6)];
  if (reference.startsWith("bloc:")) return ["bloc", reference.slice(5)];
  return ["id", reference];
}

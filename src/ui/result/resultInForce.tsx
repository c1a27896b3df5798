/** What is in force at the end of a course, for whom, and which parts of what was signed have fallen back. */
import { describeApproval, describeStanding, standingOf } from "../../view/inForce.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { listed, nameIn } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { StandingParts } from "../parts/standing.tsx";
import { result } from "./words.ts";

const words = result.resultInForce;

/** Up to so many signatories are named. */
const NAMED = 5;

export function InForceSection({
  desk,
  phases,
}: {
  readonly desk: Desk;
  readonly phases: readonly OutcomeFacts[];
}) {
  const { standpoint, seat, scenario } = desk.play;
  const { course } = standpoint.value.own;
  const { inForce } = phases[0]!;
  const signed = phases.findLast(({ end, protocol }) => end === "agreement" && protocol !== "ratification");
  const standing =
    signed === undefined
      ? { falls: [], stays: [] }
      : standingOf(course, scenario, signed.result, inForce.outcome);
  const signatories = inForce.signed.flatMap((did, party) => (did ? [party] : []));
  const whole = signed !== undefined && signed.result.phase === phases.at(-1)!.result.phase;
  return (
    <section aria-labelledby="in-force-now-heading">
      <h2 id="in-force-now-heading">{words.title}</h2>
      <p class="reading-width">
        <strong>{whole ? words.agreed : describeStanding(inForce, standing)}</strong>{" "}
        {describeApproval(inForce)}{" "}
        {signatories.length > 0 && signatories.length <= NAMED
          ? words.binds({ names: listed(signatories.map((party) => nameIn(scenario, party))) })
          : ""}{" "}
        {signatories.length > 0 && (signatories.includes(seat) ? words.you : words.notYou)}
      </p>
      <div class="reading-width standing">
        <StandingParts standing={standing} />
      </div>
    </section>
  );
}

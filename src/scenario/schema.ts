/**
 * Scenario format 1, once: this schema gives the parser, the types and the published JSON Schema. It says what one
 * value may look like; what spans several places (references, ranges, order of phases) is in `checks/`.
 * A long file, because the whole format is meant to be read in one go.
 */
import { z } from "zod";

/** Bounds of what is loaded. Files are untrusted; a class scenario is far below each of them. */
export const BOUNDS = {
  bytes: 5_000_000,
  /** Names, values and the marks between them; the largest scenario the other bounds allow has about half. */
  tokens: 800_000,
  parties: 64,
  issues: 64,
  options: 32,
  phases: 16,
  sources: 1000,
  linkages: 200,
  limits: 100,
  rounds: 1000,
  /** Texts of which a phase may draw the one to begin with. */
  openings: 20,
  /** Statements of one party on one issue. */
  claims: 4,
  /** In one list of a decision rule. */
  conditions: 10,
  cards: 64,
  effects: 60,
  label: 120,
  text: 6000,
  number: 1e9,
} as const;

/** What a source is, from first hand to last. */
const SOURCE_KINDS = ["original", "press", "research", "state-media", "copy"] as const;

/** What surrounds the table; each starts at 0 and is moved by effects. */
export const WORLD_VARIABLES = ["unity", "tension", "powerShift", "capability", "communication"] as const;

/** Stand in an effect for a party settled in play: who pulls the lever, and whom the card is aimed at. */
export const SELF = "$self";
export const TARGET = "$target";

/** What anything may be called that is referred to. */
export const ID = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

const id = z
  .string()
  .regex(ID)
  .describe("A short name without spaces: letters, digits, - and _, starting with a letter.");
const label = z.string().min(1).max(BOUNDS.label);
const text = z.string().min(1).max(BOUNDS.text);
const number = z.number().min(-BOUNDS.number).max(BOUNDS.number);
const weight = z.number().min(0).max(BOUNDS.number);
const count = z.int().min(0).max(BOUNDS.number);
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("YYYY, YYYY-MM or YYYY-MM-DD.");
const sourceRefs = z.array(id).max(50).describe("Ids of entries in `sources`.");
const partyRef = z
  .string()
  .regex(/^(all|(group:)?[A-Za-z][A-Za-z0-9_ -]{0,59}|bloc:.{1,120})$/)
  .describe("A party's id, `group:x`, `bloc:x` or `all`.");
const partyRefs = z.array(partyRef).max(200);

const source = z.strictObject({
  id,
  title: z.string().min(1).max(400),
  outlet: z.string().max(200).optional(),
  date: z.string().max(40).optional(),
  url: z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .max(800)
    .optional(),
  kind: z
    .enum(SOURCE_KINDS)
    .optional()
    .describe(
      "`original`: the document or the speaker's own page; `press`; `research`; `state-media`: only for what its own state says; `copy`: a mirror or collection of what others wrote.",
    ),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe("Of state media: whose, as in a party's `flag`."),
  reveal: z
    .enum(["start", "result"])
    .optional()
    .describe(
      "`result`: it tells what came after `asOf`, and is shown from the result on. `start`: published later, but it tells only what was so by then.",
    ),
  note: z.string().max(BOUNDS.text).optional().describe("For authors; players don't see it."),
});

const revealed = z
  .literal("result")
  .optional()
  .describe("`result`: said or known only later; shown from the result on, nowhere before.");

const condition = z
  .strictObject({ issue: id, is: id.optional(), min: id.optional(), max: id.optional() })
  .describe("Holds when the issue's option is `is`, or lies from `min` to `max` (option ids, in order).");
const conditions = z.array(condition).min(1).max(10).describe("All of them must hold.");

const claim = z.strictObject({
  text,
  sources: sourceRefs.min(1),
  date,
  says: z
    .strictObject({ min: id.optional(), max: id.optional() })
    .describe("The options that the statement itself implies: public, unlike weights and limits."),
  reveal: revealed,
});

const stake = z.strictObject({
  weight: weight.describe("In the party's own points, used as written."),
  ideal: id
    .optional()
    .describe("Values fall evenly from 1 at this option to 0 at the far end of a full scale."),
  values: z
    .array(number)
    .min(1)
    .max(BOUNDS.options)
    .optional()
    .describe("One value an option, in their order."),
  range: z
    .tuple([weight, weight])
    .optional()
    .describe("Weights that would be defensible too: each game draws its own from here."),
  claim: z
    .union([claim, z.array(claim).min(2).max(BOUNDS.claims)])
    .optional()
    .describe(
      "What the party said; of several statements one is known in play, the others wait for the result.",
    ),
  basis: z.enum(["direct", "joint", "assumption"]),
  rationale: text,
});

const limit = z.strictObject({
  issue: id,
  min: id.optional(),
  max: id.optional(),
  unless: conditions.optional().describe("The limit does not bind when all of these hold."),
  rationale: text.optional(),
  sources: sourceRefs.optional(),
});

/**
 * Who decides for a seat where nobody sits in person. Which strategies there are and what they take is said by those who
 * have them: `strategies.ts` makes this strict.
 */
export const agentSchema = z.looseObject({
  strategy: z.string().regex(ID).describe("The name of a strategy; its parameters stand beside it."),
});
export type AgentSpec = z.infer<typeof agentSchema>;

const DEFAULT_AGENT: AgentSpec = { strategy: "delegate" };

const party = z.strictObject({
  id,
  name: label,
  inText: label
    .optional()
    .describe("The name inside a sentence, where it takes an article: the United States."),
  code: z
    .string()
    .regex(/^[A-Z]{2,3}$/)
    .describe("Two or three capital letters shown on its seat."),
  bloc: label,
  groups: z.array(id).max(20).default([]),
  flag: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe("ISO 3166 code, where the party is a state."),
  brief: z.strictObject({
    public: text,
    sources: sourceRefs.optional(),
    confidential: z.strictObject({
      interests: z.array(text).min(1).max(12),
      redLines: z.array(text).max(12),
      batna: text,
    }),
  }),
  preferences: z.strictObject({
    reservationValue: z
      .union([number, z.literal("disagreement"), z.tuple([number, number])])
      .describe(
        "Utility of no agreement, in own points; `disagreement`: that of the phase's disagreement outcome; a range: each game draws its own from it.",
      ),
    shift: z
      .tuple([number, number])
      .optional()
      .describe(
        "Beside `disagreement`: points that no agreement is worth more than its outcome, drawn for each game from this range.",
      ),
    discount: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe(
        "What a whole phase leaves of any worth: an agreement at relativeTime t, and none at t, are worth this to the power of t.",
      ),
    stakes: z.record(id, stake),
    limits: z.array(limit).max(BOUNDS.limits).default([]),
  }),
  ratification: z
    .strictObject({
      body: z.string().min(1).max(300),
      rule: z.string().max(600).optional(),
      difficulty: z.number().min(0).max(1),
      weight: weight.optional().describe("In the ratified share; 1 without it."),
      sources: sourceRefs.optional(),
    })
    .optional(),
  agent: agentSchema.default(DEFAULT_AGENT),
});
const partiesOf = <Party extends z.ZodType>(one: Party) => z.array(one).min(1).max(BOUNDS.parties);

const issue = z.strictObject({
  id,
  title: label,
  label: z.string().min(1).max(28).describe("For small places: a seal, a table head."),
  question: text,
  kind: z.enum(["level", "clause"]),
  opensWith: id.optional().describe("For a clause: it is open whenever this issue is."),
  statusQuo: id,
  options: z
    .array(z.strictObject({ id, label, text, needs: partyRefs.optional(), sources: sourceRefs.optional() }))
    .min(2)
    .max(BOUNDS.options)
    .describe("In order from weakest to strongest; a clause has exactly `out` and `in`."),
});

const linkage = z.strictObject({
  id: id.optional(),
  when: conditions,
  parties: partyRefs.min(1),
  issue: id.optional().describe("The term changed; without it, `add` goes to the total."),
  factor: weight.optional(),
  add: number.optional(),
  rationale: text,
  sources: sourceRefs.optional(),
});

const bound = z
  .strictObject({
    counts: z
      .enum(["parties", "votes"])
      .optional()
      .describe("Parties, one each, or the votes they have by `weights`; votes without it."),
    count: count.optional(),
    share: z
      .union([z.number().min(0).max(1), z.string().regex(/^\d{1,4}\/[1-9]\d{0,3}$/)])
      .optional()
      .describe("A number from 0 to 1, or a fraction such as 1/3."),
    of: z.enum(["all", "others"]).default("all").describe("`others`: only parties outside `mustAgree`."),
    base: z
      .enum(["cast", "all"])
      .optional()
      .describe(
        "What a share is taken of: what is cast for and against, or all there is, whether it is cast or not; cast without it.",
      ),
    exactly: z
      .enum(["carries", "fails"])
      .optional()
      .describe(
        "What exactly this share does. Without it, it carries; but exactly one half in `minFor` fails: a majority is more than half.",
      ),
  })
  .describe("A count or a share, one of the two; abstentions are neither for nor against.");

const objections = bound.extend({
  beside: bound
    .optional()
    .describe("They block only when this is exceeded too: so many states beside a share of the population."),
});

const rule = z.strictObject({
  mustAgree: partyRefs.default([]),
  minFor: z
    .union([bound, z.array(bound).min(1).max(BOUNDS.conditions)])
    .optional()
    .describe("How many must be for it; of a list, all must be met."),
  maxAgainst: z
    .union([objections, z.array(objections).min(1).max(BOUNDS.conditions)])
    .optional()
    .describe("How many may be against it; of a list, none may be exceeded."),
  weights: z.record(id, weight).optional().describe("Votes a party has, where not one each."),
});

/** Of a text that is adopted: only such a text can be signed with an opt-out. */
const decision = rule.extend({
  reservations: z
    .strictObject({
      parties: partyRefs.min(1),
      unity: z.number().min(0).max(1).describe("What each reservation takes off unity."),
    })
    .optional(),
});

const outcome = z.record(id, id).describe("Option by issue; an issue left out is at its status quo.");

const news = z
  .number()
  .min(0)
  .max(1)
  .optional()
  .describe("Chance that a round of this phase opens with an event; never without.");

const next = z
  .strictObject({ agreement: id.nullable(), none: id.nullable() })
  .describe("The phase that follows; null ends the course.");

const drafting = z.strictObject({
  id,
  title: label,
  summary: text.optional(),
  protocol: z.literal("drafting"),
  parties: partyRefs.min(1),
  opening: z
    .union([outcome, z.array(outcome).min(2).max(BOUNDS.openings)])
    .describe("The text to begin with, or several from which one is drawn by chance."),
  disagreement: outcome,
  disagreementText: text.describe("What no agreement means, in a sentence."),
  rounds: z.int().min(1).max(BOUNDS.rounds),
  agenda: z
    .union([z.literal("all"), z.array(z.array(id).min(1).max(BOUNDS.issues)).min(1).max(BOUNDS.rounds)])
    .describe(
      "The issues open in each round, at most three or, for a full reading, all of them; clauses open with the issue they belong to.",
    ),
  floor: z
    .strictObject({ principals: partyRefs.min(1), rotating: z.int().min(0).max(BOUNDS.parties) })
    .describe("Principals speak every round, in this order; so many others are drawn by chance."),
  amendment: rule.extend({
    changes: z
      .union([z.int().min(1).max(BOUNDS.issues), z.literal("all")])
      .optional()
      .describe(
        "Most issues, clauses included, that one amendment may change: 3 without it; `all`: a whole package.",
      ),
  }),
  decision,
  unity: z.number().min(0).max(1).default(1).describe("Unity before reservations."),
  news,
  next,
});

const talks = z.strictObject({
  id,
  title: label,
  summary: text.optional(),
  protocol: z.literal("talks"),
  seats: z
    .array(
      z.strictObject({
        id,
        members: partyRefs.min(1).describe("One party, or the members of a delegation."),
        spokesperson: id.optional().describe("Who moves for a delegation; without it, the first member."),
        decision: rule.optional().describe("How a delegation decides to accept; without it, unanimity."),
        mediator: z.boolean().optional().describe("Proposes, but need not agree."),
      }),
    )
    .min(2)
    .max(BOUNDS.parties),
  issues: z
    .union([z.literal("all"), z.array(id).min(1).max(BOUNDS.issues)])
    .describe("What is negotiated; everything else stays as it is in force."),
  disagreement: z
    .union([outcome, z.literal("mandate")])
    .describe("What is in force without agreement; `mandate`: what the phases before have led to."),
  disagreementText: text,
  departure: weight
    .default(0)
    .describe("Points a signatory of the mandate loses a step that the outcome departs from it."),
  rounds: z.int().min(1).max(BOUNDS.rounds),
  unity: z.number().min(0).max(1).default(1),
  news,
  next,
});

const ratification = z.strictObject({
  id,
  title: label,
  summary: text.optional(),
  protocol: z.literal("ratification"),
  news,
  next,
});

const phase = z.discriminatedUnion("protocol", [drafting, talks, ratification]);

const affected = z
  .array(z.union([partyRef, z.enum([SELF, TARGET])]))
  .min(1)
  .max(200)
  .describe("Parties, `$self` (who pulls the lever) or `$target` (whom the card is aimed at).");
const affectedIssue = z.union([id, z.literal(TARGET)]);
const steps = z.int().min(-BOUNDS.options).max(BOUNDS.options);

/** What a card does. One vocabulary for events and levers. */
const effect = z.discriminatedUnion("changes", [
  z.strictObject({
    changes: z.literal("weight"),
    parties: affected,
    issue: affectedIssue,
    add: number.describe("Points; a weight never falls below 0."),
  }),
  z.strictObject({
    changes: z.literal("value"),
    parties: affected,
    issue: id,
    option: id,
    add: number.describe("Added to the option's value, before the weight multiplies it."),
  }),
  z
    .strictObject({
      changes: z.literal("limit"),
      parties: affected,
      issue: affectedIssue,
      min: steps.optional(),
      max: steps.optional(),
    })
    .describe("Moves the ends of what the mandate permits by so many options."),
  z.strictObject({ changes: z.literal("reservationValue"), parties: affected, add: number }),
  z.strictObject({
    changes: z.literal("ratification"),
    parties: affected,
    add: z.number().min(-1).max(1).describe("Added to the chance that the body approves."),
    when: conditions.optional().describe("Only for a text that meets all of these."),
  }),
  z.strictObject({
    changes: z.literal("world"),
    variable: z.enum(WORLD_VARIABLES),
    add: z.number().min(-10).max(10),
  }),
  z
    .strictObject({ changes: z.literal("reveal"), parties: affected, issue: affectedIssue.optional() })
    .describe("Makes public which options the mandate permits, on one issue or on all."),
]);
const effects = z.array(effect).max(BOUNDS.effects);

const cardFields = {
  id,
  title: label,
  text,
  note: text
    .optional()
    .describe(
      "What it is modelled on, and what is disputed about that. Told with the result, never in play.",
    ),
  sources: sourceRefs.optional(),
  reveal: revealed.describe(
    "`result`: modelled on what came after `asOf`; its note and sources are shown from the result on.",
  ),
  phases: z.array(id).min(1).max(BOUNDS.phases).optional().describe("Where it may come; everywhere without."),
  when: conditions.optional().describe("Only while the text on the table meets all of these."),
  target: z
    .union([
      z.strictObject({ parties: partyRefs.min(1) }),
      z.strictObject({ issues: z.array(id).min(1).max(BOUNDS.issues) }),
    ])
    .optional()
    .describe("Whom or what it is aimed at: drawn by chance for an event, chosen for a lever."),
  effects,
  rounds: z
    .int()
    .min(1)
    .max(BOUNDS.rounds)
    .optional()
    .describe(
      "How long it lasts, its own round included and at most to the end of the phase; without, for good.",
    ),
};

const event = z.strictObject({
  ...cardFields,
  weight: weight.optional().describe("How often it is drawn, against the weights of the others."),
  round: z
    .int()
    .min(1)
    .max(BOUNDS.rounds)
    .optional()
    .describe("Instead of a weight: it opens this round of its phases for certain, if its `when` holds."),
  branches: z
    .array(z.strictObject({ text, weight: weight.default(1), effects }))
    .min(2)
    .max(8)
    .optional()
    .describe("Ways it may turn out; one is drawn."),
});

const lever = z.strictObject({
  ...cardFields,
  parties: partyRefs.min(1).describe("Who may pull it."),
  uses: z.int().min(1).max(BOUNDS.rounds).default(1).describe("How often each of them may, in a whole game."),
  cost: weight.default(0).describe("What a pull costs, in the points of who pulls."),
});

const share = z.number().min(0).max(1);
const factor = z.number().min(-10).max(10);
const byIssue = z
  .record(id, factor)
  .describe("Weight of each issue's option, as a share of its scale (0 to 1).");
const byOption = z
  .record(id, z.union([factor, z.array(factor).min(2).max(BOUNDS.options)]))
  .describe(
    "Weight of each issue's option, as a share of its scale (0 to 1); or a list of what each option adds.",
  );

const aftermath = z
  .strictObject({
    halfYears: z.int().min(1).max(40),
    protected: id.describe("The party that the agreement protects."),
    adversary: id.describe("The party that it deters and reassures."),
    force: share.describe("The protected party's own force, from 0 to 1."),
    lens: share.describe("How far the adversary reads protection as a threat: 0 not at all, 1 fully."),
    unity: share.describe("Unity of the supporters before reservations."),
    grievance: share,
    inForce: z.strictObject({
      issue: id.describe("The issue of bindingness."),
      unratified: share.describe("What an unratified promise counts at most, as a share of the scale."),
    }),
    monitoring: id,
    sanctions: id,
    presence: z.strictObject({ issue: id, values: z.array(share).min(2).max(BOUNDS.options) }),
    saturation: share
      .optional()
      .describe(
        "0: each step of support adds alike, as without it; 1: the last step adds least, x counts x(2 − x).",
      ),
    capability: z.strictObject({ base: factor, force: factor, issues: byOption }),
    credibility: z.strictObject({
      base: factor,
      inForce: factor,
      presence: factor,
      unity: factor,
      issues: byOption,
    }),
    communication: z.strictObject({ base: factor, inForce: factor, issues: byOption }),
    burden: z
      .strictObject({
        issues: byIssue,
        inForce: share.describe("The share of the burden that a promise fully in force carries."),
        credibility: factor,
        unity: factor,
      })
      .optional()
      .describe(
        "What is promised costs: it grows with the square of the option. What nothing in force carries is taken off credibility and unity.",
      ),
    restraint: byIssue.describe("Reassurance by keeping an issue low, as far as the lens goes."),
    insecurity: byOption,
    hazard: z.strictObject({
      base: share,
      deterrence: factor,
      sanctions: factor,
      monitoring: factor,
      reassurance: factor,
      insecurity: factor,
      grievance: factor,
      powerShift: factor,
      most: share,
    }),
    incidents: z.strictObject({
      rate: z.number().min(0).max(100).describe("A half-year, without monitoring."),
      monitoring: factor,
      calming: factor.describe("By how much a clause that lowers incidents does so."),
      serious: share,
      escalation: share,
      detection: z.tuple([share, share]).describe("Without monitoring, and what full monitoring adds."),
      attribution: z.array(share).min(2).max(BOUNDS.options).describe("By option of the monitoring issue."),
    }),
    breach: z
      .strictObject({ base: share, inForce: share })
      .describe("Chance a half-year that the protected side breaks it."),
    clauses: z.record(
      id,
      z.strictObject({
        capability: factor.optional(),
        credibility: factor.optional(),
        communication: factor.optional(),
        reassurance: factor.optional().describe("A reward for keeping the peace, whatever the lens."),
        restraint: factor.optional().describe("Reassurance as far as the lens goes."),
        burden: factor.optional().describe("Added to the burden, which is not below 0."),
        incidents: factor.optional(),
        breach: factor.optional(),
        ratification: factor.optional(),
      }),
    ),
    ratification: z
      .strictObject({ least: factor, distance: factor })
      .describe(
        "A body refuses with difficulty × (least + distance × how far the text is from its party's best).",
      ),
    terms: z.array(
      z.strictObject({ term: label, literature: text, contested: text, sources: sourceRefs.optional() }),
    ),
  })
  .describe(
    "A model for teaching of whether the agreement holds; every number is a parameter of the scenario.",
  );

const history = z.strictObject({
  title: label,
  text,
  date: date.optional(),
  outcome,
  sources: sourceRefs.min(1),
  readings: z
    .array(z.strictObject({ title: label, text, sources: sourceRefs.optional() }))
    .max(12)
    .optional()
    .describe("Why it came so: contested causes in at least two readings, side by side."),
});

export const scenarioSchema = z.strictObject({
  $schema: z.string().max(400).optional(),
  parley: z.literal(1),
  id,
  title: label,
  summary: text,
  asOf: date,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  notice: text,
  teaching: z
    .string()
    .min(1)
    .max(12_000)
    .optional()
    .describe("A one-page note for teachers: aims, course, questions, cautions."),
  sources: z.array(source).max(BOUNDS.sources),
  issues: z.array(issue).min(1).max(BOUNDS.issues),
  parties: partiesOf(party),
  groups: z
    .record(id, label)
    .optional()
    .describe("What a group of parties is called inside a sentence: the coalition."),
  linkages: z.array(linkage).max(BOUNDS.linkages).default([]),
  phases: z.array(phase).min(1).max(BOUNDS.phases),
  events: z.array(event).max(BOUNDS.cards).optional(),
  levers: z.array(lever).max(BOUNDS.cards).optional(),
  history: history.optional(),
  aftermath: aftermath.optional(),
});

/** The format with the agents that a seat may have spelled out. */
export function scenarioSchemaWith(agent: z.ZodType<AgentSpec, AgentSpec>) {
  return scenarioSchema.extend({ parties: partiesOf(party.extend({ agent: agent.default(DEFAULT_AGENT) })) });
}

/** A scenario as written: everything by id. Only `parseScenario` makes one. */
export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioParty = Scenario["parties"][number];
export type ScenarioIssue = Scenario["issues"][number];
export type ScenarioPhase = Scenario["phases"][number];
export type DraftingPhase = z.infer<typeof drafting>;
export type TalksPhase = z.infer<typeof talks>;
export type RatificationPhase = z.infer<typeof ratification>;
export type Protocol = ScenarioPhase["protocol"];
export type ScenarioEvent = z.infer<typeof event>;
export type ScenarioLever = z.infer<typeof lever>;
export type ScenarioEffect = z.infer<typeof effect>;
export type WorldVariable = (typeof WORLD_VARIABLES)[number];
export type Condition = z.infer<typeof condition>;
export type Claim = z.infer<typeof claim>;
export type Stake = z.infer<typeof stake>;
export type DecisionRule = z.infer<typeof decision>;
export type Bound = z.infer<typeof bound>;
export type Objections = z.infer<typeof objections>;
export type Aftermath = z.infer<typeof aftermath>;
export type OutcomeById = z.infer<typeof outcome>;

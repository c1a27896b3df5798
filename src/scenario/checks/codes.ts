/** Codes that a scenario may name: states, and two groups of them, by ISO 3166-1, languages by ISO 639-1 as in BCP 47. */

/** Two letters each. EU is reserved for the European Union, UN for the United Nations; XK is in use for Kosovo. */
const FLAGS =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

const LANGUAGES =
  "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

const flags: ReadonlySet<string> = new Set(FLAGS.split(" "));
const languages: ReadonlySet<string> = new Set(LANGUAGES.split(" "));

/** What is wrong with a flag, as a sentence; undefined when nothing is. */
export function flagProblem(flag: string): string | undefined {
  return flags.has(flag)
    ? undefined
    : `"${flag}" is the ISO 3166 code of no state. Write one such as "UA", or leave it out.`;
}

/** Codes of states that are taken for codes of languages. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  ua: "uk",
  gr: "el",
  cz: "cs",
  dk: "da",
  jp: "ja",
  cn: "zh",
};

/** What is wrong with a language tag, as a sentence; undefined when nothing is. Codes of three letters are not looked up. */
export function languageProblem(tag: string): string | undefined {
  const [language] = tag.split("-");
  if (language!.length !== 2 || languages.has(language!)) return undefined;
  const meant = TAKEN_FOR[language!];
  const cure = meant === undefined ? 'Write one such as "en" or "uk".' : `Did you mean "${meant}"?`;
  return `"${language}" is the code of no language. ${cure}`;
}

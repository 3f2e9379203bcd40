import { normalWord } from './normal.ts';

/**
 * What words do to a demand, in English in general: lists that hold for standards of any field. A word may stand
 * in several forms; lists of verbs give the base form.
 */

const list = (text: string) => text.split(',').map(words => words.trim());

function normalised(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(normalWord));
}

/** Words that make a demand smaller, where they stand before what is asked. */
export const SMALL: ReadonlySet<string> = normalised(
  list(`basic, simple, routine, common, commonly, some, limited, minor, standard, familiar, straightforward, single,
    general, initial, elementary, introductory, partial, occasional, occasionally, sometimes, selected, everyday,
    predictable, supervised, assisted, adequate, outline, broad, brief, few, foundation, foundational,
    entry-level, low-risk, non-complex, uncomplicated, small, prescribed,
    satisfactory, moderately, fairly, relatively, mostly, usually, normally, generally, largely, partly, mainly,
    typically, low, lower, less, smaller, lesser, low-value, new, individual, internal, day-to-day, forthemostpart, fromtimetotime,
    attimes, inpart, most`),
);

/** Words that make a demand larger. */
export const LARGE: ReadonlySet<string> = normalised(
  list(`all, every, each, complex, advanced, detailed, in-depth, thorough, thoroughly, comprehensive,
    comprehensively, independently, independent, proactively, proactive, full, fully, complete, entire, whole, wide,
    wider, widely, extensive, expert, strategic, strategically, always, immediately, promptly, consistently,
    continually, continuously, unsupervised, autonomous, autonomously, critical, critically, high-risk, specialist,
    unfamiliar, unpredictable, non-routine, regular, regularly, accurately, accurate, effectively, efficiently,
    deep, high, highest, major, large, multiple, varied, diverse, organisation-wide, whole-school, enterprise,
    fluent, fluently, sound, strong, excellent, evidence-based, rapid, rapidly, systematically, rigorous,
    rigorously, innovative, original, confidently, alone, closely, heavily, highly, deeply, significantly, senior, national, international, confident, many,
    several, further, additional, safely, securely, correctly`),
);

/** Phrases that make a demand smaller where they are added: help, permission, conditions, limits. */
export const LIMITS: readonly RegExp[] = [
  /^(?:with|under)\s+(?:the\s+)?(?:\w+\s+)?(?:support|supervision|guidance|direction|assistance|help|oversight|instruction)\b/,
  /^(?:when|where|if|as|whenever|wherever)\s+(?:\w+\s+)?(?:asked|directed|required|needed|requested|instructed|appropriate|possible|necessary|relevant|applicable|practical|practicable|available|feasible|told|prompted|permitted|agreed|supported|supervised)\b/,
  /^(?:up to|limited to|restricted to|no more than|at most|not more than|only|subject to|except|excluding|other than|apart from|at a basic level|if \w+)\b/,
  /^(?:supported|supervised|assisted|guided|overseen|helped) by\b/,
  /^based on (?:the )?(?:information|instructions?|guidance|advice) (?:provided|given|received)\b/,
  /^(?:following|from|using)\s+(?:a\s+|an\s+|the\s+)?(?:set\s+|written\s+|agreed\s+|given\s+)?(?:script|scripts|checklist|instructions|template|prompts)\b/,
  /^(?:may|might|can|could)\b/,
  /^(?:some of|one of|part of|aspects of|elements of|(?:at least |about |around |approximately )?\d+ ?(?:%|per ?cent)? of)\b/,
  /^(?:at least|a minimum of) \d+ ?(?:%|per ?cent)/,
  /^(?:an?\s+)?(?:awareness|appreciation) of\b/,
  /^on behalf of\b/,
  /^(?:for|to|by|with) (?:an? |the |their |your |its )?(?:approval|supervisor|manager|line manager|senior|person in charge)\b/,
  /^(?:for|by|with) (?:others|somebody else|someone else)\b/,
  /^(?:from|using|with|on) (?:an? |the )?(?:list|menu|template|script|checklist|form|guide|supplied|provided|prepared|approved|pre-?\w+)\b/,
  /^(?:that|which) (?:has|have|is|are|was|were) (?:been )?(?:chosen|prepared|set|agreed|provided|approved|supplied|selected)\b/,
  /^(?:provided|prepared|designed|chosen|supplied|set|approved|selected) by\b/,
];

/** Phrases that are a demand of their own where they are added. */
export const DUTIES: readonly RegExp[] = [
  /^(?:in line with|in accordance with|in compliance with|according to|in keeping with|to (?:an? )?(?:agreed|required|set|high|professional|national)\s+(?:standards?|levels?|targets?))\b/,
  /^(?:while|whilst|ensuring|making sure|without|as well as|in addition to|together with|plus|(?:within|by) \d+|within (?:an?|one|two|three|four|five|six|ten|twelve) (?:working |school )?(?:minute|hour|day|week|month|term|year)s?|at least(?! (?:an?|one|1)\b)|no (?:later|less) than|not less than|a minimum of|daily|weekly|monthly|annually|every)\b/,
  /^(?:across|throughout)\b/,
  /^(?:a wide range of|a full range of|all types of|all aspects of|all kinds of|a variety of)\b/,
  /^(?:must|shall|is required to|are required to)\b/,
  /^(?:within (?:the )?(?:agreed|set|target|required|given)\b)/,
];

/** Phrases that say why, and ask nothing more. */
export const PURPOSES: readonly RegExp[] = [
  /^(?:so that|so as to|in order (?:to|that)|with (?:a view to|the aim of)|for the purposes? of|because|since|thereby)\b/,
  /^to (?:ensure|help|enable|allow|aid|support|improve|reduce|minimi[sz]e|maintain|avoid|prevent|achieve|meet|make sure|promote|encourage|facilitate|assist|increase|protect|inform|provide|keep|resolve|identify|establish|determine|gain)\b/,
];

/** Phrases that explain what was said. */
export const EXPLANATIONS: readonly RegExp[] = [
  /^(?:ie|i\.e\.?|that is|whether|known as|also known as|aka|a\.k\.a\.?|meaning|in other words|namely|sometimes called|called|formerly|previously|abbreviated)\b/,
];

/** Ways to begin a statement that ask nothing: what somebody is able to do, or has. */
export const OPENINGS =
  /^(?:can|(?:(?:to )?be |is |are )?(?:able|capable)(?: to| of)?|(?:has|have|possess(?:es)?) (?:the |an )?(?:ability|capability) to|has|have)\s+(?=\S)/i;

/** What opens examples. Until the bracket or the sentence ends, nothing is asked that was not asked before. */
export const EXAMPLE_OPENERS = /^(?:eg|forexample|forinstance|suchas)$/;

/** Passing something on to others, which asks less than to deal with it. */
export const HANDING = 'report pass passon refer escalate hand forward signpost'.split(' ');

/** What one knows, which asks less than to do it. */
export const KNOWING =
  'aware awareness know knowledge understand understanding recognise appreciate consider'.split(' ');

/** Two or three words that count as one. */
export const PHRASES: ReadonlyMap<string, string> = new Map([
  ...list(`carry out, carries out, carrying out, set up, sets up, setting up, make sure, makes sure, making sure,
      make certain, make use of, makes use of, take part, takes part, taking part, let know, sort out, pass on,
      write up, end user, end users, team member, team members, day to day, log in, log on, log off, sign in,
      in depth, for example, for instance, such as, that is, back up, as well as, working hours, office hours,
      keep up to date, for the most part, from time to time, at times, in part`).map(
    phrase => [phrase, phrase.replaceAll(' ', '')] as const,
  ),
  // All of it was meant.
  ...['across', 'throughout'].flatMap(word =>
    ['whole', 'entire'].map(all => [`${word} the ${all}`, word] as const),
  ),
  ...['year annually', 'term termly', 'month monthly', 'week weekly', 'day daily'].flatMap(pair => {
    const [period = '', often = ''] = pair.split(' ');
    return ['every', 'each', 'once a', 'once every', 'once per', 'per'].map(
      each => [`${each} ${period}`, often] as const,
    );
  }),
]);

/** Verbs in front of what was asked before, by which less is asked: to ask for it, to know how, to help. */
export const FRONTS =
  /^(?:assists?|helps?|supports?|contributes?|participates?|requests?|asks?|arranges?|recommends?|proposes?|suggests?|observes?|understands?|knows?|describes?|explains?|recogni[sz]es?|takes? (?:all )?(?:reasonable )?steps to|tr(?:y|ies) to|aims? to|seeks? to|endeavou?rs? to|follows? instructions|works? towards|begins? to|(?:is |are )?aware|has an (?:understanding|awareness|knowledge)|(?:an? )?(?:awareness|understanding|knowledge) of)\b/;

/** What somebody is given by others. */
export const HELP = /^(?:support|supervision|guidance|direction|assistance|help|oversight|instruction)$/;

/** Words that ask nothing by themselves. */
export const IDLE: ReadonlySet<string> = normalised(
  list(`a, an, the, this, that, these, those, of, to, in, on, at, by, for, from, with, into, onto, as, be, is, are, was,
    were, been, being, it, its, they, them, their, theirs, he, she, his, her, you, your, we, our, one, ones, who, which,
    whom, whose, what, how, where, there, here, have, has, had, able, ability, capable, do, does, so, then, than, also,
    own, such, up, out, off, over, about, within, etc, and, aswellas, when, whenever, whether, if, either, while, whilst, or, including, include, includes, included, order, used,
    using, via, through, per, upon, against, towards, both, other, others, another, s, us, well, very, more, need,
    based, respective, particular, certain, relevant, appropriate, involved, associated, respectively, make,
    effective, effectively, necessary, available, various, different, existing, specific, overall, successfully,
    actively, clearly, clear, etcetera, manner, fashion, basis, situation, situations, case, cases, matter,
    matters, thatis, thats, accordingly, any, member, members, item, items, thing, things, task, tasks, activity, activities, area, areas, lie, lies`),
);

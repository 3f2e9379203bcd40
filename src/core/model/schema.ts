import * as z from 'zod/mini';

/**
 * The file format, and its one definition: the types, the JSON Schema, the loader's checks, hover texts and
 * completion are all made from these shapes. Every scalar of a framework file is text. Keys that begin with
 * `x-` are allowed on every node that has an `x` in {@link Extras}; the loader takes them out beforehand.
 */

/** Letters, digits, `.`, `_` and `-`; begins and ends with a letter or digit. */
export const ID_PATTERN = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** A calendar date as people and computers both sort it: 2026-11-23. */
export const DATE_PATTERN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
export const FINGERPRINT_PATTERN = /^sha256:[0-9a-f]{64}$/;

type Schema = z.core.$ZodType;

function describe<T extends Schema>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const text = () => z.string().check(z.minLength(1));
const id = (of: string) =>
  describe(
    z.string().check(z.regex(ID_PATTERN)),
    `The name that computers know ${of} by. It never changes once published, and is never used again for something else. Letters, digits, \`.\`, \`_\` and \`-\`.`,
  );
const title = (of: string) => describe(text(), `What readers see as the title of ${of}.`);
const note = () =>
  z.optional(
    describe(
      text(),
      "A maintainer's note. It stays in this file: it is not part of the standard and is not published.",
    ),
  );
const formerIds = () =>
  z.optional(
    describe(
      z.array(z.string().check(z.regex(ID_PATTERN))),
      'Ids that this had in earlier drafts, so that comparisons and returned workbooks still find it.',
    ),
  );
const byLevel = <T extends Schema>(value: T, description: string) =>
  z.optional(describe(z.record(z.string(), value), description));

export const WithdrawnShape = z.strictObject({
  since: describe(text(), 'The version in which this was withdrawn, for example `"1.3"`.'),
  replacedBy: z.optional(
    describe(
      z.array(z.string().check(z.regex(ID_PATTERN))),
      'The ids of what takes its place, if anything does.',
    ),
  ),
  reason: z.optional(describe(text(), 'Why it was withdrawn, in a sentence for readers.')),
});
const withdrawn = () =>
  z.optional(
    describe(
      WithdrawnShape,
      'Marks this as withdrawn. It keeps its place and its text, but is no longer part of the standard.',
    ),
  );

export const BLANK_MEANINGS = ['not-applicable', 'as-below', 'missing'] as const;
export const STATUSES = ['draft', 'published'] as const;

export const DetailsShape = z.strictObject({
  id: id('the framework'),
  title: title('the framework'),
  version: describe(
    text(),
    'The version of the framework that this file holds, in quotes, for example `"1.2"`.',
  ),
  status: describe(
    z.enum(STATUSES),
    'How far this version has come: `draft` while it is being worked on, `published` once it is out. A published version is no longer edited: start the next one instead.',
  ),
  date: z.optional(
    describe(z.string().check(z.regex(DATE_PATTERN)), 'The date of publication, for example `"2026-11-23"`.'),
  ),
  fingerprint: z.optional(
    describe(
      z.string().check(z.regex(FINGERPRINT_PATTERN)),
      'A checksum over the published words, written when the version is published. It shows whether anything was changed since.',
    ),
  ),
  supersedes: z.optional(
    describe(text(), 'The version that this one replaces, in quotes, for example `"1.1"`.'),
  ),
  publisher: z.optional(describe(text(), 'The body that answers for the framework.')),
  language: z.optional(
    describe(
      text(),
      'The language of the statements, for example `en-GB`. Rules about English words hold only in English.',
    ),
  ),
  description: z.optional(describe(text(), 'What the framework is for, in a sentence or two.')),
  note: note(),
});

export const LevelShape = z.strictObject({
  id: id('the level'),
  title: title('the level'),
  description: z.optional(describe(text(), 'Who works at this level and what is expected of them.')),
  note: note(),
  formerIds: formerIds(),
});

export const SectionKindShape = z.strictObject({
  id: id('this kind of section'),
  title: title('every section of this kind'),
  description: z.optional(describe(text(), 'What sections of this kind hold.')),
  note: note(),
  formerIds: formerIds(),
});

export const RowShape = z.strictObject({
  id: id('the row'),
  statements: byLevel(
    describe(
      z.string(),
      'What a person at this level does or knows. Leave the level out if nothing is stated.',
    ),
    'The statements of the row, one a level at most.',
  ),
  blank: byLevel(
    describe(
      z.enum(BLANK_MEANINGS),
      '`not-applicable`: nothing is asked here; `as-below`: the same as the level below; `missing`: still to be written.',
    ),
    'What an empty level of this row means.',
  ),
  note: note(),
  notes: byLevel(
    describe(text(), "A maintainer's note on the statement at this level. It is not published."),
    "Maintainer's notes on single statements, by level. They are not published.",
  ),
  splitFrom: z.optional(
    describe(z.string().check(z.regex(ID_PATTERN)), 'The id of the row that this one was split from.'),
  ),
  formerIds: formerIds(),
  withdrawn: withdrawn(),
});

export const TopicShape = z.strictObject({
  id: id('the topic'),
  title: z.optional(title('the topic')),
  note: note(),
  formerIds: formerIds(),
  withdrawn: withdrawn(),
  rows: describe(z.array(RowShape), 'The rows of the topic, in published order.'),
});

export const SectionShape = z.strictObject({
  kind: describe(
    z.string().check(z.regex(ID_PATTERN)),
    'Which kind of section this is: an id from `sectionKinds`.',
  ),
  note: note(),
  topics: describe(z.array(TopicShape), 'The topics of the section, in published order.'),
});

export const AreaShape = z.strictObject({
  id: id('the area'),
  title: z.optional(title('the area')),
  note: note(),
  formerIds: formerIds(),
  withdrawn: withdrawn(),
  sections: describe(z.array(SectionShape), 'The sections of the area, one of each kind at most.'),
});

export const FrameworkShape = z.strictObject({
  format: describe(z.literal('1'), 'The version of this file format. It is always `"1"`.'),
  framework: describe(DetailsShape, 'What this framework is, and which version of it this file holds.'),
  levels: describe(
    z.array(LevelShape).check(z.minLength(1)),
    'The levels of the framework, from the lowest to the highest: the columns of the matrix.',
  ),
  sectionKinds: describe(
    z.array(SectionKindShape).check(z.minLength(1)),
    'The kinds of section that an area may have, such as Functions and Knowledge.',
  ),
  glossary: z.optional(
    describe(
      z.record(z.string(), describe(text(), 'What the term or abbreviation stands for.')),
      'Terms and abbreviations used in the statements, with their meanings.',
    ),
  ),
  areas: describe(z.array(AreaShape), 'The areas of the framework, in published order.'),
});

import * as z from 'zod/mini';

/**
 * What a workbook says about itself when it is sent out: enough to understand what comes back without reading
 * the base. It is checked when it comes back, since anybody may have changed it.
 */
const Titled = z.object({ id: z.string(), title: z.string() });

const SentShape = z.object({
  framework: z.object({ id: z.string(), title: z.string(), version: z.string() }),
  reviewer: z.optional(z.string()),
  date: z.optional(z.string()),
  scope: z.optional(
    z.object({ areas: z.optional(z.array(z.string())), levels: z.optional(z.array(z.string())) }),
  ),
  levels: z.array(z.object({ id: z.string(), head: z.string() })),
  sectionKinds: z.array(Titled),
  areas: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** What stands above the table: the title, or `Area 2` where there is none. */
      shown: z.string(),
      sheet: z.string(),
      topics: z.array(
        z.object({ id: z.string(), title: z.string(), kind: z.string(), rows: z.array(z.string()) }),
      ),
    }),
  ),
  /** The notes on cells that are ours, each once. */
  notes: z.optional(z.array(z.string())),
  /** The text of the sheets that are only for reading, to see whether somebody wrote on them. */
  reading: z.array(
    z.object({
      anchor: z.string(),
      sheet: z.string(),
      rows: z.array(z.array(z.string())),
      /** Whether it may be sorted. */
      table: z.optional(z.boolean()),
    }),
  ),
});

/** Levels stand in the order of their columns, areas, topics and rows in published order; withdrawn ones are not sent. */
export type Sent = z.infer<typeof SentShape>;
export type SentArea = Sent['areas'][number];
export type SentTopic = SentArea['topics'][number];

/** @returns what was sent, or `undefined` if the text does not say that */
export function parseSent(json: string): Sent | undefined {
  try {
    return SentShape.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

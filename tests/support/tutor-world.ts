import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import {
  createSqlitePassageIndex,
  type SqlitePassageIndex,
} from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { createSqsInteractionQueue } from "../../packages/core/src/adapters/sqs-queue.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import type { Features } from "../../packages/core/src/flag/index.ts";
import {
  type Actor,
  type Ctx,
  silentLog,
  type Student,
  systemIds,
  type TableHandle,
} from "../../packages/core/src/kernel/index.ts";
import type { InteractionMessage } from "../../packages/core/src/learning/schema.ts";
import type { SafetyPorts } from "../../packages/core/src/safety/index.ts";
import type { SchoolPorts } from "../../packages/core/src/school/index.ts";
import { analyseText, type Passage, type TextbookPorts } from "../../packages/core/src/textbook/index.ts";
import {
  type AnswerEvent,
  AskInput,
  createChatDayStore,
  createConversationStore,
  createHintPolicyStore,
  createExchangeStore,
  createStandingStore,
  type TutorPorts,
} from "../../packages/core/src/tutor/index.ts";
import type { ConcernPorts } from "../../packages/core/src/tutor/answering/raise-concern.ts";
import { flagPorts } from "./flag-ports.ts";
import { openGate } from "./open-gate.ts";
import { sampleBooks } from "./sample-books.ts";
import { type TestClock, testClock } from "./school-world.ts";
import { resourceOf } from "./stack-resources.ts";
import { testStack } from "./stack.ts";
import { tutorActor } from "./tutor-actor.ts";

export type TutorWorldPorts = TutorPorts &
  Pick<TextbookPorts, "passages" | "embeddings"> &
  SafetyPorts &
  Pick<SchoolPorts, "chatGate"> & { readonly features: Features } & ConcernPorts;

export interface TutorWorld {
  readonly clock: TestClock;
  readonly table: TableHandle;
  readonly pupil: Student;
  /** What was sent to the queue, which also got it. */
  readonly sent: InteractionMessage[];
  /** What an operation of this actor is given. */
  as<Who extends Actor = Student>(actor?: Who, ports?: Partial<TutorWorldPorts>): Ctx<Who, TutorWorldPorts>;
  /** The same with other ports, for the world's own pupil. */
  with(ports: Partial<TutorWorldPorts>): Ctx<Student, TutorWorldPorts>;
}

/** The tutor on the real table, queue and search engine of this run. `books` are made once a file. */
export function tutorWorld(books: SqlitePassageIndex, ports: Partial<TutorWorldPorts> = {}): TutorWorld {
  const table = openTable({ name: resourceOf("Table").name });
  const queue = createSqsInteractionQueue({ queueUrl: resourceOf("InteractionQueue").url });
  const clock = testClock();
  const sent: InteractionMessage[] = [];
  const pupil = tutorActor();
  const all: TutorWorldPorts = {
    conversations: createConversationStore(table),
    hintPolicies: createHintPolicyStore(table),
    exchanges: createExchangeStore(table),
    standings: createStandingStore(table),
    chatDays: createChatDayStore(table),
    chatGate: openGate(table, clock),
    ...flagPorts(table).ports,
    // As nobody has set them: a flag in the table would hold for every test of the run.
    features: { document: async () => new Map() },
    models: [],
    interactions: {
      async send(message) {
        await queue.send(message);
        if (message.type === "tutor.answered") sent.push(message);
      },
    },
    passages: books,
    embeddings: createHashEmbeddings(),
    classifier: undefined,
    ...ports,
  };
  const as = (actor: Actor = pupil, changed: Partial<TutorWorldPorts> = {}) => ({
    actor,
    clock,
    ids: systemIds,
    log: silentLog,
    ...all,
    ...changed,
  });
  return {
    clock,
    table,
    pupil,
    sent,
    as: as as TutorWorld["as"],
    with: (changed) => ({ ...as(pupil, changed), actor: pupil }),
  };
}

/** A few made-up pages in a search index of their own. */
export const openSampleBooks = () => openBooks(sampleBooks());

/** These passages in a search index of their own. */
export async function openBooks(books: readonly Passage[]): Promise<{
  readonly index: SqlitePassageIndex;
  readonly close: () => Promise<void>;
}> {
  const dir = mkdtempSync(join(testStack().dir, "books-"));
  const embeddings = createHashEmbeddings();
  const index = createSqlitePassageIndex({
    file: join(dir, "search.db"),
    model: embeddings.model,
    dimensions: embeddings.dimensions,
  });
  const texts = books.map(({ chapter, section, text }) => [chapter, section, text].join("\n"));
  const vectors = await embeddings.embed(texts, "passage");
  await index.add(
    books.map((passage, at) => ({
      passage,
      analysed: analyseText(texts[at] ?? ""),
      vector: vectors[at] ?? new Float32Array(embeddings.dimensions),
    })),
  );
  return {
    index,
    close: async () => {
      await index.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Input of one question in a conversation of its own, unless parts are given. */
export function askInput(question: string, parts: Partial<AskInput> = {}): AskInput {
  return AskInput.parse({
    conversationId: systemIds.next("conversation"),
    exchangeId: systemIds.next("exchange"),
    question,
    ...parts,
  });
}

/** An answer's events, and what they add up to on the screen. */
export interface Watched {
  readonly events: readonly AnswerEvent[];
  readonly text: string;
  readonly types: readonly string[];
  readonly done: Extract<AnswerEvent, { type: "done" }> | undefined;
}

export async function watch(events: AsyncIterable<AnswerEvent>): Promise<Watched> {
  const all: AnswerEvent[] = [];
  for await (const event of events) all.push(event);
  const text = all.map((event) => (event.type === "delta" ? event.text : "")).join("");
  const done = all.find((event) => event.type === "done");
  return { events: all, text, types: all.map(({ type }) => type), done: done?.type === "done" ? done : undefined };
}

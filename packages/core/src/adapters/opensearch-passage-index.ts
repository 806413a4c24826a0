import type { PassageIndex, PassageRebuilds } from "../textbook/ports.ts";
import { connect, type ConnectionOptions } from "./opensearch/connection.ts";
import { createGenerations, type Generations } from "./opensearch/generations.ts";
import { type IndexIdentity, indexNames } from "./opensearch/index-layout.ts";
import { passageMethods, type PassageTarget } from "./opensearch/passage-methods.ts";

export interface OpenSearchPassageIndexOptions extends ConnectionOptions, IndexIdentity {}

export interface EngineHealth {
  /** `yellow` (no replica) serves as well as `green`. */
  readonly status: "green" | "yellow" | "red";
  readonly passages: number;
}

export interface OpenSearchPassageIndex extends PassageIndex {
  /** Builds the index anew beside the one in use. */
  readonly rebuilds: PassageRebuilds;
  /** @throws DomainError `unavailable` when the engine does not answer */
  health(): Promise<EngineHealth>;
  close(): Promise<void>;
}

/**
 * `PassageIndex` on OpenSearch (2.19 or newer with the k-NN plugin; Amazon OpenSearch Service), with the same terms and the same
 * ranking as the embedded engine: both give the same lists for the same books. Costs nothing until the first call, which looks
 * whether the index is there and of this model.
 *
 * A write that fails half way has written a part; repeating it puts that right. When the engine can't be reached, does not
 * answer in time, or answers only in part, every method throws `DomainError("unavailable", "textbook.search-down")`.
 *
 * @throws Error from every call, naming both models, when the passages are indexed for another embedding model
 * @throws Error when the engine refuses what was sent as wrong: a bug
 */
export function createOpenSearchPassageIndex(options: OpenSearchPassageIndexOptions): OpenSearchPassageIndex {
  const connection = connect(options);
  const generations = createGenerations(connection, options);
  const { read, write } = indexNames(options);
  const { dimensions } = options;
  const methods = passageMethods(connection, { read, write, isAlias: true, dimensions });
  return {
    ...whenReady(methods, generations),
    rebuilds: rebuildsOn(generations, (target) => passageMethods(connection, { ...target, dimensions })),
    async health() {
      await generations.ready();
      const { body: cluster } = await connection.search({ method: "GET", path: `/_cluster/health/${read}` });
      const { body: counted } = await connection.search({ method: "GET", path: `/${read}/_count` });
      const { status = "red" } = cluster as Partial<EngineHealth>;
      return { status, passages: (counted as { readonly count?: number } | undefined)?.count ?? 0 };
    },
    close: () => connection.close(),
  };
}

/** Every method looks first whether the index is there; after a failure, again. */
function whenReady(methods: PassageIndex, generations: Generations): PassageIndex {
  const ready = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await generations.ready();
    try {
      return await work();
    } catch (error) {
      generations.forget();
      throw error;
    }
  };
  return {
    add: (passages) => ready(() => methods.add(passages)),
    removeTextbook: (...args) => ready(() => methods.removeTextbook(...args)),
    removePassages: (passageIds) => ready(() => methods.removePassages(passageIds)),
    search: (query) => ready(() => methods.search(query)),
    find: (passageIds) => ready(() => methods.find(passageIds)),
    frequencies: (input) => ready(() => methods.frequencies(input)),
  };
}

function rebuildsOn(
  generations: Generations,
  methodsOf: (target: Omit<PassageTarget, "dimensions">) => PassageIndex,
): PassageRebuilds {
  const rebuild = (name: string) => ({
    name,
    passages: methodsOf({ read: name, write: name, isAlias: false }),
    use: () => generations.use(name),
  });
  return {
    begin: async () => rebuild(await generations.begin()),
    resume: async (name) => ((await generations.isWaiting(name)) ? rebuild(name) : undefined),
    isStale: () => generations.isStale(),
  };
}

import { analysisVersion } from "../../textbook/analyse-text.ts";
import { type Connection, EngineRefusal, searchDown } from "./connection.ts";
import { type IndexFacts, type IndexIdentity, indexNames, indexTemplate } from "./index-layout.ts";

interface IndexDescription {
  readonly aliases?: Readonly<Record<string, unknown>>;
  readonly mappings?: { readonly _meta?: Partial<IndexFacts> };
}
type Descriptions = Readonly<Record<string, IndexDescription>>;

export interface Generations {
  /** Sees that the index in use is there and of this model; an engine without any passages gets an empty one. */
  ready(): Promise<void>;
  /** Looks again with the next call. */
  forget(): void;
  /** A new, empty index that nothing reads yet. Earlier ones that are not in use are removed. */
  begin(): Promise<string>;
  /** Whether this index waits to be put in use. */
  isWaiting(index: string): Promise<boolean>;
  /** Whether passages are in use of this very model, but of another analysis of words. */
  isStale(): Promise<boolean>;
  /** Reads and writes go to this index from now on, in one step. */
  use(index: string): Promise<void>;
}

/**
 * The indexes of one model: generations `…-g1`, `…-g2` of which the aliases name one. A model of another name or dimension has
 * aliases of its own, so that during a migration the old and the new version of the product search side by side.
 */
export function createGenerations(connection: Connection, identity: IndexIdentity): Generations {
  const names = indexNames(identity);
  let checked: Promise<void> | undefined;

  const describe = async (index: string): Promise<Descriptions> => {
    const query = { filter_path: "*.aliases,*.mappings._meta", ignore_unavailable: true };
    const { status, body } = await connection.search({ method: "GET", path: `/${index}`, query });
    return status === 404 ? {} : ((body ?? {}) as Descriptions);
  };
  const create = async (number: number, aliases: object): Promise<string> => {
    const body = indexTemplate(identity);
    await connection.write({ method: "PUT", path: `/_index_template/${names.template}`, body });
    const index = names.generation(number);
    await connection
      .write({ method: "PUT", path: `/${index}`, body: { aliases }, query: { wait_for_active_shards: "1" } })
      .catch((error: unknown) => {
        // Another program started at the same time and was faster; or a first try did reach the engine.
        if (!(error instanceof EngineRefusal && error.type === "resource_already_exists_exception")) throw error;
      });
    return index;
  };
  const own = async (): Promise<readonly (readonly [number, string, IndexDescription])[]> =>
    Object.entries(await describe(names.generations)).flatMap(([index, description]) => {
      const number = names.numberOf(index);
      return number === undefined ? [] : [[number, index, description] as const];
    });
  const check = async (): Promise<void> => {
    const [inUse] = Object.entries(await describe(names.read));
    if (inUse) return refuseOtherModel(inUse, identity);
    await refuseOtherPassages(connection, await describe(names.ofPrefix), identity);
    await create(1, { [names.read]: {}, [names.write]: { is_write_index: true } });
    const [made] = Object.entries(await describe(names.read));
    if (!made) throw searchDown(new Error(`the search index ${names.generation(1)} is not in use`));
  };

  return {
    ready: () => {
      checked ??= check().catch((error: unknown) => {
        checked = undefined;
        throw error;
      });
      return checked;
    },
    forget: () => {
      checked = undefined;
    },
    async begin() {
      const known = await own();
      for (const [, index, { aliases }] of known) {
        if (aliases?.[names.read] === undefined) await connection.write({ method: "DELETE", path: `/${index}` });
      }
      return create(Math.max(0, ...known.map(([number]) => number)) + 1, {});
    },
    async isWaiting(index) {
      if (names.numberOf(index) === undefined) return false;
      const description = (await describe(index))[index];
      return description !== undefined && description.aliases?.[names.read] === undefined;
    },
    async isStale() {
      if (Object.keys(await describe(names.read)).length > 0) return false;
      const { model, dimensions, analysis = analysisVersion } = identity;
      return indexesInUse(await describe(names.ofPrefix)).some(([, { mappings }]) => {
        const facts = mappings?._meta;
        return facts?.model === model && facts.dimensions === dimensions && facts.analysis !== analysis;
      });
    },
    async use(index) {
      const add = { index };
      const actions = [
        // An alias may be new: removing it from nowhere is no error.
        { remove: { index: names.generations, aliases: [names.read, names.write], must_exist: false } },
        { add: { ...add, alias: names.read } },
        { add: { ...add, alias: names.write, is_write_index: true } },
      ];
      await connection.write({ method: "POST", path: "/_aliases", body: { actions } });
      checked = undefined;
    },
  };
}

function refuseOtherModel([index, { mappings }]: readonly [string, IndexDescription], identity: IndexIdentity): void {
  const { model, dimensions } = mappings?._meta ?? {};
  if (model === identity.model && dimensions === identity.dimensions) return;
  throw new Error(
    `the search index ${index} holds vectors of ${model} (${dimensions} dimensions), but the settings say ${identity.model} ` +
      `(${identity.dimensions}). Vectors of two models can't be compared: give the new model another prefix or name`,
  );
}

const indexesInUse = (descriptions: Descriptions) =>
  Object.entries(descriptions).filter(([, { aliases }]) =>
    Object.keys(aliases ?? {}).some((alias) => alias.endsWith("-read")),
  );

/** An empty index would be made for the new model, and pupils would find nothing, without anybody being told. */
async function refuseOtherPassages(
  connection: Connection,
  descriptions: Descriptions,
  identity: IndexIdentity,
): Promise<void> {
  for (const [index, { mappings }] of indexesInUse(descriptions)) {
    const { body } = await connection.search({ method: "GET", path: `/${index}/_count` });
    if (((body as { readonly count?: number } | undefined)?.count ?? 0) === 0) continue;
    const { model, dimensions, analysis = 1 } = mappings?._meta ?? {};
    throw new Error(
      `the search engine holds the passages under ${index}, with vectors of ${model} (${dimensions} dimensions) and words ` +
        `of analysis ${analysis}, but the settings say ${identity.model} (${identity.dimensions}) and analysis ` +
        `${identity.analysis ?? analysisVersion}, for which there is no index yet: build it with these settings first ` +
        "(npm run reindex -- --all)",
    );
  }
}

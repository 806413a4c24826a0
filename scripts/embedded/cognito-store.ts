import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DataStore } from "cognito-local/lib/services/dataStore/dataStore.js";
import type { DataStoreFactory } from "cognito-local/lib/services/dataStore/factory.js";

type Tree = Record<string, unknown>;

/**
 * One JSON file for each pool, replaced as a whole by a rename: the emulator's own store writes in place, and a kill -9
 * in the middle of it leaves half a file. Passwords are in clear text, so the file is readable by its owner only.
 */
export function atomicStores(dir: string): DataStoreFactory {
  mkdirSync(dir, { recursive: true });
  return { create: async (_ctx, id, defaults) => openStore(join(dir, `${id}.json`), defaults as Tree) };
}

function openStore(file: string, defaults: Tree): DataStore {
  const root: Tree = { ...defaults, ...readTree(file) };
  const save = () => {
    writeFileSync(`${file}.tmp`, JSON.stringify(root), { mode: 0o600 });
    renameSync(`${file}.tmp`, file);
  };
  save();

  const get = async (_ctx: unknown, key: string | string[], otherwise?: unknown) =>
    structuredClone(pathOf(key).reduce<unknown>(childOf, root)) ?? otherwise ?? null;

  return {
    get,
    getRoot: (async () => structuredClone(root)) as DataStore["getRoot"],
    async set(_ctx, key, value) {
      const path = pathOf(key);
      parentOf(root, path)[path.at(-1) ?? ""] = structuredClone(value);
      save();
    },
    async delete(_ctx, key) {
      const path = pathOf(key);
      delete parentOf(root, path)[path.at(-1) ?? ""];
      save();
    },
  };
}

const pathOf = (key: string | string[]) => (Array.isArray(key) ? key : [key]);

function childOf(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null && Object.hasOwn(node, key) ? (node as Tree)[key] : undefined;
}

function parentOf(root: Tree, path: readonly string[]): Tree {
  return path.slice(0, -1).reduce<Tree>((node, key) => {
    const child = (childOf(node, key) ?? {}) as Tree;
    node[key] = child;
    return child;
  }, root);
}

function readTree(file: string): Tree {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  // The emulator computes with these as dates.
  const revive = (key: string, value: unknown) =>
    key.endsWith("Date") && typeof value === "string" ? new Date(value) : value;
  return JSON.parse(text, revive) as Tree;
}

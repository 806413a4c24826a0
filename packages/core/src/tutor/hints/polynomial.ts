/** A polynomial in one unknown by power: `[c, b, a]` is `ax² + bx + c`. */
export type Polynomial = readonly number[];

const highestPower = 4;

/**
 * Reads a calculation in at most one unknown as a polynomial: numbers, one letter, `+ − · / ^`, brackets, `²` and `³`.
 * Undefined for anything else (two unknowns, division by an unknown, a root): then nothing is claimed about its value.
 */
export function readPolynomial(text: string): Polynomial | undefined {
  const tokens = tokenise(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const unknowns = new Set(tokens.filter((token) => /^\p{L}$/u.test(token)));
  if (unknowns.size > 1) return undefined;
  let at = 0;

  const sum = (): Polynomial | undefined => {
    let left = product();
    while (left && (tokens[at] === "+" || tokens[at] === "-")) {
      const sign = tokens[at] === "+" ? 1 : -1;
      at += 1;
      const right = product();
      left = right && add(left, right, sign);
    }
    return left;
  };
  const product = (): Polynomial | undefined => {
    let left = signed();
    for (;;) {
      const sign = tokens[at];
      if (left === undefined || sign === undefined || /^[+\-)]$/u.test(sign)) return left;
      // Two things side by side are multiplied: 2x, 3(x+1).
      const divides = sign === "/";
      if (sign === "*" || divides) at += 1;
      const right = signed();
      left = right && (divides ? divide(left, right) : multiply(left, right));
    }
  };
  const signed = (): Polynomial | undefined => {
    if (tokens[at] !== "-" && tokens[at] !== "+") return powered();
    const sign = tokens[at] === "-" ? -1 : 1;
    at += 1;
    const value = signed();
    return value && multiply([sign], value);
  };
  const powered = (): Polynomial | undefined => {
    const base = single();
    if (base === undefined || tokens[at] !== "^") return base;
    at += 1;
    const power = single();
    const times = power?.length === 1 ? power[0] : undefined;
    if (times === undefined || !Number.isInteger(times) || times < 0 || times > highestPower) return undefined;
    return Array.from({ length: times }, () => base).reduce<Polynomial | undefined>(
      (value, factor) => value && multiply(value, factor),
      [1],
    );
  };
  const single = (): Polynomial | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return undefined;
    if (token === "(") {
      const inside = sum();
      if (tokens[at] !== ")") return undefined;
      at += 1;
      return inside;
    }
    if (/^\p{L}$/u.test(token)) return [0, 1];
    const value = Number(token);
    return Number.isFinite(value) ? [value] : undefined;
  };

  const whole = sum();
  return at === tokens.length ? whole : undefined;
}

const maxTokens = 80;

function tokenise(text: string): readonly string[] | undefined {
  const plain = text
    .replace(/[−–—]/gu, "-")
    .replace(/[×·⋅*]/gu, "*")
    .replace(/[÷:]/gu, "/")
    .replace(/²/gu, "^2")
    .replace(/³/gu, "^3")
    .replace(/(\d),(\d)/gu, "$1.$2")
    .replace(/[{}$\\]/gu, "")
    .replace(/\s+/gu, "");
  const tokens = plain.match(/\d+(?:\.\d+)?|\p{L}|[+\-*/^()]/gu) ?? [];
  return tokens.length <= maxTokens && tokens.join("") === plain ? tokens : undefined;
}

function add(one: Polynomial, other: Polynomial, sign: number): Polynomial {
  return Array.from(
    { length: Math.max(one.length, other.length) },
    (_unused, power) => (one[power] ?? 0) + sign * (other[power] ?? 0),
  );
}

function multiply(one: Polynomial, other: Polynomial): Polynomial | undefined {
  const result = Array.from({ length: one.length + other.length - 1 }, () => 0);
  one.forEach((a, i) => other.forEach((b, j) => (result[i + j] = (result[i + j] ?? 0) + a * b)));
  return result.length > highestPower + 1 ? undefined : result;
}

function divide(one: Polynomial, other: Polynomial): Polynomial | undefined {
  const by = other.length === 1 ? other[0] : undefined;
  return by === undefined || by === 0 ? undefined : one.map((value) => value / by);
}

/** Where a polynomial of at most second degree is zero; undefined for a higher one or none at all. */
export function rootsOf(polynomial: Polynomial): readonly number[] | undefined {
  const [c = 0, b = 0, a = 0, ...higher] = polynomial;
  if (higher.some((value) => value !== 0)) return undefined;
  if (a === 0) return b === 0 ? undefined : [-c / b];
  const under = b * b - 4 * a * c;
  if (under < 0) return [];
  const root = Math.sqrt(under);
  return [...new Set([(-b - root) / (2 * a), (-b + root) / (2 * a)])].map((value) => value + 0);
}

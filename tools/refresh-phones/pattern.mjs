// Reads the small regular language of libphonenumber's metadata: digits, classes, \d, groups, alternatives, ? * {n,m} and $.
// A node is { digits }, { all: [] }, { any: [] }, { repeat, least, most }, { group, number } or { end }.

const EVERY_DIGIT = 0b11_1111_1111;

export function parse(pattern) {
  let at = 0;
  let groups = 0;
  const tree = alternatives();
  if (at < pattern.length) throw new Error(`Unread at ${at}: ${pattern}`);
  return tree;

  function alternatives() {
    const any = [sequence()];
    while (pattern[at] === '|') {
      at++;
      any.push(sequence());
    }
    return any.length === 1 ? any[0] : { any };
  }

  function sequence() {
    const all = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') all.push(quantified());
    return { all };
  }

  function quantified() {
    let node = atom();
    for (;;) {
      const counted = /^\{(\d+)(,(\d+))?\}/.exec(pattern.slice(at));
      if (pattern[at] === '?') {
        at++;
        node = { repeat: node, least: 0, most: 1 };
      } else if (counted) {
        at += counted[0].length;
        node = { repeat: node, least: +counted[1], most: +(counted[3] ?? counted[1]) };
      } else {
        return node;
      }
    }
  }

  function atom() {
    const c = pattern[at++];
    if (c >= '0' && c <= '9') return { digits: 1 << +c };
    if (c === '\\' && pattern[at] === 'd') {
      at++;
      return { digits: EVERY_DIGIT };
    }
    if (c === '[') return { digits: digitClass() };
    if (c === '$') return { end: true };
    if (c === '(') {
      const captures = !pattern.startsWith('?:', at);
      if (!captures) at += 2;
      const number = captures ? ++groups : 0;
      const inner = alternatives();
      if (pattern[at++] !== ')') throw new Error(`No ) in ${pattern}`);
      return captures ? { group: inner, number } : inner;
    }
    throw new Error(`Cannot read '${c}' of ${pattern}`);
  }

  function digitClass() {
    let digits = 0;
    for (; pattern[at] !== ']'; at++) {
      if (pattern.startsWith('\\d', at)) {
        digits |= EVERY_DIGIT;
        at++;
      } else if (pattern[at + 1] === '-') {
        for (let d = +pattern[at]; d <= +pattern[at + 2]; d++) digits |= 1 << d;
        at += 2;
      } else {
        digits |= 1 << +pattern[at];
      }
    }
    at++;
    return digits;
  }
}

// A non-deterministic automaton over digits, without ends of text: { start, step(states, digit), accepts(states) }.
export function automaton(tree, { prefix = false } = {}) {
  const edges = []; // per state: [mask, target]
  const empties = []; // per state: targets
  const state = () => (edges.push([]), empties.push([]), edges.length - 1);
  const first = state();
  const last = build(tree, first);
  if (prefix) edges[last].push([EVERY_DIGIT, last]);

  function build(node, from) {
    if (node.digits !== undefined) {
      const to = state();
      edges[from].push([node.digits, to]);
      return to;
    }
    if (node.all) return node.all.reduce((at, part) => build(part, at), from);
    if (node.any) {
      const to = state();
      for (const part of node.any) empties[build(part, from_(from))].push(to);
      return to;
    }
    if (node.group) return build(node.group, from);
    if (node.repeat) {
      let at = from;
      for (let i = 0; i < node.least; i++) at = build(node.repeat, at);
      const to = state();
      empties[at].push(to);
      for (let i = node.least; i < node.most; i++) {
        at = build(node.repeat, at);
        empties[at].push(to);
      }
      return to;
    }
    throw new Error('No such node in an automaton');
  }

  function from_(origin) {
    const own = state();
    empties[origin].push(own);
    return own;
  }

  const close = (states) => {
    const seen = new Set(states);
    for (const s of seen) for (const t of empties[s]) seen.add(t);
    return [...seen].sort((a, b) => a - b);
  };
  return {
    start: close([first]),
    step: (states, digit) => close(states.flatMap((s) => edges[s].filter(([mask]) => (mask >> digit) & 1).map(([, t]) => t))),
    accepts: (states) => states.includes(last),
  };
}

// A text that the pattern matches, drawn with a random function.
export function sample(node, random) {
  if (node.digits !== undefined) {
    const digits = [...'0123456789'].filter((_, d) => (node.digits >> d) & 1);
    return digits[Math.floor(random() * digits.length)];
  }
  if (node.all) return node.all.map((part) => sample(part, random)).join('');
  if (node.any) return sample(node.any[Math.floor(random() * node.any.length)], random);
  if (node.group) return sample(node.group, random);
  if (node.end) return '';
  const times = node.least + Math.floor(random() * (node.most - node.least + 1));
  return Array.from({ length: times }, () => sample(node.repeat, random)).join('');
}

// A program for a matcher that tries in order, as captures need it. Units of 16 bits:
// 0 match | 1 mask: a digit of the mask | 2 other: go on, or else from `other` | 3 to: go to | 4 n: save the place in n | 5 end of text
export function program(tree) {
  const code = [];
  emit(tree);
  code.push(0);
  return code;

  function emit(node) {
    if (node.digits !== undefined) code.push(1, node.digits);
    else if (node.end) code.push(5);
    else if (node.all) node.all.forEach(emit);
    else if (node.group) {
      code.push(4, node.number * 2);
      emit(node.group);
      code.push(4, node.number * 2 + 1);
    } else if (node.any) {
      const ends = [];
      node.any.forEach((part, i) => {
        const isLast = i === node.any.length - 1;
        if (!isLast) code.push(2, 0);
        const other = code.length - 1;
        emit(part);
        if (isLast) return;
        code.push(3, 0);
        ends.push(code.length - 1);
        code[other] = code.length;
      });
      for (const end of ends) code[end] = code.length;
    } else {
      for (let i = 0; i < node.least; i++) emit(node.repeat);
      const others = [];
      for (let i = node.least; i < node.most; i++) {
        code.push(2, 0);
        others.push(code.length - 1);
        emit(node.repeat);
      }
      for (const other of others) code[other] = code.length;
    }
  }
}

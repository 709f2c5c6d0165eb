/** A place in an answer: response keys and list indices. */
type Path = readonly (string | number)[];

/** A set of paths that answers whether one of them begins with a given path, or a given path with one of them. */
export class PathSet {
  /** Undefined while the set is empty, as nearly all are. */
  #root: PathNode | undefined;

  add(path: Path): void {
    this.#root ??= { end: false, next: new Map() };
    let node = this.#root;
    for (const key of path) {
      let next = node.next.get(key);
      if (!next) {
        next = { end: false, next: new Map() };
        node.next.set(key, next);
      }
      node = next;
    }
    node.end = true;
  }

  has(path: Path): boolean {
    let node = this.#root;
    for (const key of path) node = node?.next.get(key);
    return node?.end ?? false;
  }

  touches(path: Path): boolean {
    let node = this.#root;
    if (!node) return false;
    for (const key of path) {
      if (node.end) return true;
      const next: PathNode | undefined = node.next.get(key);
      if (!next) return false;
      node = next;
    }
    return node.end || node.next.size > 0;
  }
}

interface PathNode {
  end: boolean;
  readonly next: Map<string | number, PathNode>;
}

/**
 * What `load` gives, loaded when it is first asked for. With `require` of a file called `….lazy`, which the bundler keeps
 * in a file of its own: a program reads and compiles what it needs, when it needs it.
 */
export function lazily<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}

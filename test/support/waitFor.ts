/** Waits until the condition holds; fails after `limit` milliseconds. */
export async function waitFor(condition: () => boolean | Promise<boolean>, limit = 5_000): Promise<void> {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`still not so after ${limit} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

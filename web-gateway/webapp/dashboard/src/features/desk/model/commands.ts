/** Whether every typed word begins a word of the label; nothing typed finds everything. */
export function found(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => words.some((each) => each.startsWith(word)));
}

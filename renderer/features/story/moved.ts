/**
 * A list with one id moved to where another stands.
 * @returns the list as it is when either is not in it
 */
export function moved(ids: readonly string[], id: string, to: string | undefined): string[] {
  const [from, target] = [ids.indexOf(id), ids.indexOf(to ?? '')]
  if (from < 0 || target < 0) return [...ids]
  return ids.toSpliced(from, 1).toSpliced(target, 0, id)
}

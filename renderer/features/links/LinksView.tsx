export function LinksView() {
  return null
}

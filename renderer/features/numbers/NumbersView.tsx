export function NumbersView() {
  return null
}

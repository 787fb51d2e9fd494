export function FitView() {
  return null
}

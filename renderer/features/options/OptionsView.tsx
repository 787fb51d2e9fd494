export function OptionsView() {
  return null
}

export function CanvasScreen() {
  return null
}

/** Gives each test of a file a board to work on, and fails those in which the browser complained. */
import { BoardPage } from './boardPage'
import { expect, test } from './webTest'

export function boardTests() {
  test.describe.configure({ mode: 'parallel' })
  let board: BoardPage
  let complaints: string[]
  test.beforeEach(({ page }) => {
    complaints = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    board = new BoardPage(page)
  })
  // what the browser refuses (content security policy) or reports is a fault, whatever the test was about
  test.afterEach(() => expect(complaints).toEqual([]))
  return () => board
}

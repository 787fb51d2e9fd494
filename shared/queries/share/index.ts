/** What is sent to others: parts of a document, and copies that leave something out. */
export * from './part'
export * from './redacted'

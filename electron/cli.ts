import Database from 'better-sqlite3'

const sqlite = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
process.stdout.write(JSON.stringify({ node: process.version, sqlite, args: process.argv.slice(2) }) + '\n')

import { defineCommand, edit, type Fields } from '../document'
import { project } from '../model/project'

/** Changes what the document says about itself. */
export const updateProject = defineCommand({
  name: 'project.update',
  args: Object.fromEntries(
    Object.entries(project.fields).map(([field, schema]) => [field, schema.optional()]),
  ),
  run: (document, fields: Fields<'project'>) =>
    edit(document).update('project', document.project().id, fields).patch(),
})

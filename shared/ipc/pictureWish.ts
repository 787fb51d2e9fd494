/** What a person chooses for a picture of a board. */
import { z } from 'zod'

/** How a board is made a picture. */
export const pictureWish = z.object({
  format: z.enum(['svg', 'png', 'pdf']),
  scheme: z.enum(['light', 'dark']),
  /** PNG: pixels for one px of the board. PDF in tiles: of the board's own size, at which an inch has 96 px. */
  scale: z.number().min(0.05).max(20),
  /** PDF only, as are the next two. */
  paper: z.enum(['A4', 'A3', 'A2', 'A1', 'A0']),
  orientation: z.enum(['portrait', 'landscape']),
  layout: z.enum(['fit', 'tile']),
  /** How a canvas is looked at; as it is first looked at when left out. */
  look: z
    .object({
      focus: z.string().max(120).nullable(),
      colourBy: z.enum(['segment', 'phase', 'status', 'confidence', 'option', 'manual']),
      questions: z.boolean(),
      links: z.boolean(),
    })
    .optional(),
})
export type PictureWish = z.infer<typeof pictureWish>

import { Resource } from "sst";
import * as z from "zod";

const named = z.object({ name: z.string().min(1) });
const queue = z.object({ url: z.string().min(1) });
const identified = z.object({ id: z.string().min(1) });

/** What SST links to the programs of one stage; the embedded stack sets the same names. */
const shapes = {
  Table: named,
  Uploads: named,
  Library: named,
  Events: named,
  IngestQueue: queue,
  InteractionQueue: queue,
  FlagQueue: queue,
  MailQueue: queue,
  StaffPool: identified,
  StaffPoolClient: identified,
};
type Shapes = typeof shapes;

/** A linked resource; throws naming it when the program was started without it. */
export function resource<Name extends keyof Shapes>(name: Name): z.output<Shapes[Name]> {
  const linked: unknown = Reflect.get(Resource, name);
  const result = shapes[name].safeParse(linked);
  if (!result.success) throw new Error(`The resource ${name} is not linked to this program`);
  return result.data as z.output<Shapes[Name]>;
}

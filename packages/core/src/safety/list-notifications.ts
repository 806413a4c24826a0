import { type Ctx, type Page, parse, type Staff } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { notificationReader } from "./flags/notification-reader.ts";
import { ListNotificationsInput, type NotificationView } from "./notice-schema.ts";

/** What the actor was told, newest first. Throws `invalid` `safety.invalid-cursor`. */
export async function listNotifications(
  ctx: Ctx<Staff, Pick<FlagPorts, "notifications">>,
  input: ListNotificationsInput = {},
): Promise<Page<NotificationView>> {
  const { cursor } = parse(ListNotificationsInput, input);
  return ctx.notifications.list(notificationReader(ctx.actor), cursor);
}

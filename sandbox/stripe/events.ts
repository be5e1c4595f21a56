import { queueDeliveries } from './deliveries.ts';
import { newId } from './ids.ts';
import { API_VERSION, type EventDoc } from './objects.ts';
import type { Cause, World } from './world.ts';

/**
 * Records that something happened and queues its webhook, in the transaction of the change itself: an event is never
 * told of a change that was rolled back, and none is forgotten.
 * @param previous for `*.updated`: the attributes as they were
 */
export function emit(world: World, cause: Cause, type: string, object: unknown, previous?: object): EventDoc {
  const event: EventDoc = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: world.clock.now(),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: world.modes.current.url === null ? 0 : 1,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  };
  world.store.insert('event', event, { belongsTo: type });
  if (world.modes.current.url !== null) queueDeliveries(world, event.id, type);
  return event;
}

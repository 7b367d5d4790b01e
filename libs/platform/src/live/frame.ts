/**
 * Makes `next` messages (graphql-transport-ws) of one payload for many operations: the payload is serialised once, and
 * operations with equal ids share one buffer.
 */
export function frameMaker(payload: string): (operationId: string) => Buffer {
  const frames = new Map<string, Buffer>();
  return (operationId) => {
    let frame = frames.get(operationId);
    if (!frame) {
      frame = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":${payload}}`);
      frames.set(operationId, frame);
    }
    return frame;
  };
}

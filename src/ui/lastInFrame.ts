/**
 * Runs the last of the tasks that it is given within a frame, at that frame: a pointer that leaves one mark, enters the next and
 * moves on it has the picture drawn once. `drop` forgets what waits.
 */
export function lastInFrame(): { run: (task: () => void) => void; drop: () => void } {
  let waiting: number | undefined;
  const drop = () => {
    if (waiting !== undefined) cancelAnimationFrame(waiting);
    waiting = undefined;
  };
  return {
    run(task) {
      drop();
      waiting = requestAnimationFrame(() => {
        waiting = undefined;
        task();
      });
    },
    drop
  };
}

import { Lost } from "./Lost";

export function OfflineScreen() {
  return (
    <Lost
      what="You are offline"
      why="The town cannot be reached from here. Drafts and what you began are kept in this browser and go on when you are back."
    />
  );
}

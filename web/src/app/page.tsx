import { FeedScreen } from "@/components/feed/FeedScreen";

export default function FeedPage() {
  return <FeedScreen />;
}

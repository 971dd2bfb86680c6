import type { Metadata } from "next";
import { PostScreen } from "@/components/post/PostScreen";

export const metadata: Metadata = { title: "Post a task" };

export default function PostPage() {
  return <PostScreen />;
}

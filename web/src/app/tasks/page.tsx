import type { Metadata } from "next";
import { TasksScreen } from "@/components/task/TasksScreen";

export const metadata: Metadata = { title: "Tasks" };

export default function TasksPage() {
  return <TasksScreen />;
}

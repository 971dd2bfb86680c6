import { Lost } from "@/components/shell/Lost";

export default function NotFound() {
  return <Lost />;
}

import {
  BookOpen,
  Coins,
  House,
  type LucideIcon,
  Network,
  Plus,
  ReceiptText,
  Search,
  Sprout,
  UsersRound,
} from "lucide-react";

export type Place = { href: string; label: string; icon: LucideIcon };

export const feed: Place = { href: "/", label: "Feed", icon: House };
export const tasks: Place = { href: "/tasks", label: "Tasks", icon: Search };
export const post: Place = { href: "/tasks/new", label: "Post", icon: Plus };
export const work: Place = { href: "/work", label: "My work", icon: ReceiptText };
export const credit: Place = { href: "/credit", label: "Credit", icon: Coins };

/** Along the top of wide windows. */
export const mainPlaces: Place[] = [
  feed,
  tasks,
  work,
  credit,
  { href: "/skills", label: "Skills", icon: Network },
  { href: "/people", label: "People", icon: UsersRound },
  { href: "/commons", label: "Commons", icon: Sprout },
  { href: "/docs", label: "Guide", icon: BookOpen },
];

/** Along the bottom of phones; the rest is in the menu. */
export const bottomPlaces: Place[] = [feed, tasks, post, work, credit];

/** Whether the page at `path` belongs to the place. */
export const isHere = (path: string, href: string): boolean =>
  href === "/" ? path === "/" : path === href || (path.startsWith(`${href}/`) && path !== post.href);

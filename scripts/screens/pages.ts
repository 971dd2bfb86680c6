/** A page to look at: what it is called in file names, and where it is. */
export type Shot = { name: string; path: string };

/** A way of looking: window, theme, whether somebody is signed in, and which pages (all, when none are named). */
export type Look = {
  name: string;
  width: number;
  height: number;
  dark: boolean;
  signedIn: boolean;
  pages?: string[];
};

const visited = ["feed", "tasks", "task-new", "task-open", "skill", "docs"];

export const looks: Look[] = [
  { name: "light", width: 1280, height: 860, dark: false, signedIn: true },
  { name: "dark", width: 1280, height: 860, dark: true, signedIn: true },
  { name: "phone", width: 390, height: 844, dark: false, signedIn: true },
  { name: "visitor", width: 1280, height: 860, dark: false, signedIn: false, pages: visited },
  { name: "narrow", width: 320, height: 640, dark: true, signedIn: false, pages: visited },
];

type Answer = { items: { taskId?: string; skillId?: number; account?: { accountId: number } }[] };

/** Every page of the app; those about one thing show a thing that the town really has. */
export async function shotsOf(indexerUrl: string): Promise<Shot[]> {
  const ask = async (path: string): Promise<Answer["items"]> => {
    const response = await fetch(new URL(path, indexerUrl));
    if (!response.ok) throw new Error(`The indexer at ${indexerUrl} answered ${response.status} to ${path}.`);
    return ((await response.json()) as Answer).items;
  };
  const [open, working, closed, skills, people] = await Promise.all([
    ask("/v1/tasks?state=Open&limit=1"),
    ask("/v1/tasks?state=Claimed,Delivered,Submitted&limit=1"),
    ask("/v1/tasks?state=Closed&outcome=Accepted&limit=1"),
    ask("/v1/skills"),
    ask("/v1/people?limit=1"),
  ]);
  const task = (name: string, items: Answer["items"]): Shot[] =>
    items[0]?.taskId ? [{ name, path: `/tasks/${items[0].taskId}` }] : [];
  const skillId = skills[0]?.skillId;
  const accountId = people[0]?.account?.accountId;
  return [
    { name: "feed", path: "/" },
    { name: "tasks", path: "/tasks" },
    { name: "tasks-done", path: "/tasks?state=done&sort=-price" },
    { name: "tasks-none", path: "/tasks?q=nothing-is-called-this" },
    { name: "task-new", path: "/tasks/new" },
    ...task("task-open", open),
    ...task("task-working", working),
    ...task("task-closed", closed),
    { name: "work", path: "/work" },
    { name: "credit", path: "/credit" },
    { name: "skills", path: "/skills" },
    ...(skillId === undefined ? [] : [{ name: "skill", path: `/skills/${skillId}` }]),
    { name: "people", path: "/people" },
    ...(accountId === undefined ? [] : [{ name: "person", path: `/people/${accountId}` }]),
    { name: "commons", path: "/commons" },
    { name: "activity", path: "/activity" },
    { name: "settings", path: "/settings" },
    { name: "status", path: "/status" },
    { name: "docs", path: "/docs" },
    { name: "offline", path: "/offline" },
    { name: "not-found", path: "/nowhere" },
  ];
}

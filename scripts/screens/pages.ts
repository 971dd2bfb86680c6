/** A page to look at: what it is called in file names, where it is, and what is pressed first, by its name, where it is there. */
export type Shot = { name: string; path: string; press?: string[] };

/** A way of looking: window, theme, whether somebody is signed in, and which pages (all, when none are named). */
export type Look = {
  name: string;
  width: number;
  height: number;
  dark: boolean;
  signedIn: boolean;
  pages?: string[];
};

const visited = ["feed", "tasks", "task-new", "task-open", "skill", "docs", "person-none", "task-none"];

export const looks: Look[] = [
  { name: "light", width: 1280, height: 860, dark: false, signedIn: true },
  { name: "dark", width: 1280, height: 860, dark: true, signedIn: true },
  { name: "phone", width: 390, height: 844, dark: false, signedIn: true },
  { name: "visitor", width: 1280, height: 860, dark: false, signedIn: false, pages: visited },
  { name: "narrow", width: 320, height: 640, dark: true, signedIn: false, pages: visited },
];

type Answer = {
  items: { taskId?: string; skillId?: number; doneTasks?: number; account?: { accountId: number } }[];
};

/** Every page of the app; those about one thing show a thing that the town really has. */
export async function shotsOf(indexerUrl: string, accountId?: number): Promise<Shot[]> {
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
  const busiest = skills.toSorted((a, b) => (b.doneTasks ?? 0) - (a.doneTasks ?? 0));
  const [skillId, idleId] = [busiest[0]?.skillId, busiest.at(-1)?.skillId];
  const personId = people[0]?.account?.accountId;
  const mine = accountId === undefined ? [] : await ask(`/v1/tasks?posterId=${accountId}&state=Open&limit=1`);
  return [
    { name: "feed", path: "/" },
    { name: "tasks", path: "/tasks" },
    { name: "tasks-done", path: "/tasks?state=done&sort=-price" },
    { name: "tasks-none", path: "/tasks?q=nothing-is-called-this" },
    { name: "task-new", path: "/tasks/new" },
    {
      name: "task-new-sealed",
      path: "/tasks/new?skill=9",
      press: ["Only the person who claims it", "Look it over and post"],
    },
    { name: "task-none", path: "/tasks/1" },
    ...task("task-raise", mine).map((shot) => ({ ...shot, press: ["Raise the price"] })),
    ...task("task-open", open),
    ...task("task-working", working),
    ...task("task-closed", closed),
    { name: "work", path: "/work" },
    { name: "credit", path: "/credit" },
    { name: "skills", path: "/skills" },
    { name: "skill-new", path: "/skills", press: ["Add a skill"] },
    ...(skillId === undefined ? [] : [{ name: "skill", path: `/skills/${skillId}` }]),
    ...(idleId === undefined ? [] : [{ name: "skill-idle", path: `/skills/${idleId}` }]),
    ...(skillId === undefined
      ? []
      : [
          {
            name: "bot-form",
            path: `/skills/${skillId}`,
            press: ["Register a bot", "Look it over and register"],
          },
        ]),
    { name: "people", path: "/people" },
    ...(personId === undefined ? [] : [{ name: "person", path: `/people/${personId}` }]),
    { name: "person-none", path: "/people/999999" },
    { name: "pay-wrong", path: "/credit", press: ["Look it over and pay"] },
    { name: "commons", path: "/commons" },
    { name: "activity", path: "/activity" },
    { name: "settings", path: "/settings" },
    {
      name: "settings-wrong",
      path: "/settings",
      press: ["Ask the new wallet", "Stand behind it", "Show the key for a backup"],
    },
    { name: "status", path: "/status" },
    { name: "docs", path: "/docs" },
    { name: "offline", path: "/offline" },
    { name: "not-found", path: "/nowhere" },
  ];
}

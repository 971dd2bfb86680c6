import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";

type Attachment = { name: string; mimeType: string; buffer: Buffer };

/** The dApp in a person's words. */
export class Dapp {
  readonly page: Page;
  readonly #base: string;
  /** what the browser complained about */
  readonly complaints: string[] = [];

  private constructor(page: Page, base: string) {
    this.page = page;
    this.#base = base;
    page.setDefaultTimeout(45_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  static async open(context: BrowserContext, base: string): Promise<Dapp> {
    const dapp = new Dapp(await context.newPage(), base);
    await dapp.visit("/");
    return dapp;
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#base}${path}`);
  }

  async #button(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
  }

  async connectWallet(name: string): Promise<void> {
    await this.#button("Come in");
    await this.#button(name);
    await this.page.getByRole("button", { name: /^Your account:/ }).waitFor();
  }

  async startThrowAway(): Promise<void> {
    await this.#button("Come in");
    await this.#button("Start with a throw-away account");
    await this.page.getByRole("button", { name: "Join the town" }).first().waitFor();
  }

  async join(): Promise<void> {
    const join = this.page.getByRole("button", { name: "Join the town" }).first();
    if (!(await join.isVisible().catch(() => false))) await this.#button(/^Your account:/);
    await join.click();
    await this.confirm("Join");
  }

  /** Signs what the tray shows, and waits until the dApp itself shows it. @throws what the tray says otherwise */
  async confirm(act: string): Promise<void> {
    const tray = this.page.getByRole("dialog");
    await tray.getByRole("button", { name: act, exact: true }).click();
    const done = tray.getByText("Done", { exact: true });
    const refusal = tray.getByText(/It did not happen|nothing was sent/i).first();
    await done.or(refusal).first().waitFor({ timeout: 90_000 });
    if (!(await done.isVisible())) throw new Error((await tray.textContent()) ?? "refused");
  }

  /** @returns the new task's id */
  async post(task: {
    title: string;
    text: string;
    skill: string;
    price: string;
    sealed?: boolean;
    file?: Attachment;
  }): Promise<bigint> {
    await this.visit("/tasks/new");
    await this.page.getByLabel("What should be there in the end?").fill(task.title);
    const skills = this.page.getByLabel("Which skill does it need?");
    const value = await skills
      .locator("option", { hasText: `(#${task.skill})` })
      .first()
      .getAttribute("value");
    if (value === null) throw new Error(`no skill #${task.skill} to choose`);
    await skills.selectOption(value);
    await this.page.getByLabel("Details").fill(task.text);
    await this.page.getByLabel("Price in PEER").fill(task.price);
    if (task.file) await this.#attach(task.file);
    if (task.sealed) await this.page.getByRole("radio", { name: "Only the person who claims it" }).check();
    await this.#button("Look it over and post");
    await this.confirm("Post the task");
    await this.visit("/work");
    const link = this.page.getByRole("link", { name: new RegExp(literally(task.title)) }).first();
    const href = await link.getAttribute("href");
    const id = /\/tasks\/(\d+)/.exec(href ?? "")?.[1];
    if (id === undefined) throw new Error(`the task's link leads to ${href}`);
    return BigInt(id);
  }

  async openTask(taskId: bigint): Promise<void> {
    await this.visit(`/tasks/${taskId}`);
  }

  /** Opens the newest thing handed in, in the browser, with the poster's key. */
  async readDelivery(): Promise<string> {
    const section = this.page.getByRole("region", { name: "What was handed in" });
    const list =
      (await section.count()) > 0
        ? section
        : this.page.locator("section", { hasText: "What was handed in" }).last();
    await list.getByRole("button", { name: "Open it" }).first().click();
    await list.getByRole("button", { name: /Open/ }).first().waitFor({ state: "detached" });
    return (await list.textContent()) ?? "";
  }

  async accept(): Promise<void> {
    const acts = this.page.getByRole("region", { name: "Where it stands" });
    await acts
      .getByRole("button", { name: /^Accept/ })
      .first()
      .click();
    await this.#button("Look it over and pay");
    await this.confirm("Accept and pay");
  }

  async #attach(file: Attachment): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles(file);
    await this.page.getByRole("list", { name: "Attached" }).getByRole("listitem").first().waitFor();
  }

  /** Presses one of a task's buttons, or one elsewhere. */
  async press(label: string | RegExp, within?: Locator): Promise<void> {
    const acts = within ?? this.page.getByRole("region", { name: "Where it stands" });
    await acts.getByRole("button", { name: label, exact: typeof label === "string" }).click();
  }

  async pay(accountId: number, amount: string, note: string): Promise<void> {
    await this.visit(`/credit?pay=${accountId}`);
    await this.page.getByLabel("Amount in PEER").fill(amount);
    await this.page.getByLabel("A note with it").fill(note);
    await this.#button("Look it over and pay");
    await this.confirm("Pay");
  }

  async claim(): Promise<void> {
    await this.page.getByRole("button", { name: /^Your account:/ }).waitFor();
    await this.press("I will do it");
    await this.confirm("I will do it");
  }

  async raise(price: string): Promise<void> {
    await this.press("Raise the price");
    await this.page.getByLabel("New price in PEER").fill(price);
    await this.#button("Look it over and raise");
    await this.confirm("Raise the price");
  }

  async refuse(reason: string): Promise<void> {
    await this.press("Refuse");
    await this.page.getByLabel("Why do you refuse it?").fill(reason);
    await this.#button("Look it over and refuse");
    await this.confirm("Refuse the work");
  }

  /** Signs an offer for a split. @returns the link for the other side */
  async offerSplit(percent: number): Promise<string> {
    await this.press("Agree on a split");
    await this.page.getByLabel("The worker's part").fill(String(percent));
    await this.#button("Sign the offer");
    const link = this.page.getByText(/\?settle=/).first();
    await link.waitFor();
    return (await link.textContent()) ?? "";
  }

  async agreeToSplit(link: string): Promise<void> {
    await this.page.goto(link);
    await this.#button("Sign and close the task");
    await this.confirm("Close as agreed");
  }

  async handIn(text: string, file?: Attachment): Promise<void> {
    await this.page.getByLabel("Your work").fill(text);
    if (file) await this.#attach(file);
    await this.#button("Look it over and hand in");
    await this.confirm("Hand in");
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async accountId(): Promise<number> {
    await this.#button(/^Your account:/);
    const href = await this.page.getByRole("link", { name: "How others see you" }).getAttribute("href");
    await this.page.keyboard.press("Escape");
    const id = Number(/\/people\/(\d+)/.exec(href ?? "")?.[1]);
    expect(id).toBeGreaterThan(0);
    return id;
  }
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

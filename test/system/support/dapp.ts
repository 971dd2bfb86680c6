import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

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

  /** Signs what the tray shows, and waits until the dApp itself shows it. */
  async confirm(act: string | RegExp): Promise<void> {
    await this.confirm(/hand/i);
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

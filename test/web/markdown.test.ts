import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MarkdownText } from "@/components/ui/MarkdownText";

const html = (text: string): string => renderToStaticMarkup(createElement(MarkdownText, { text }));

describe("somebody else's Markdown", () => {
  it("is set as text: headings, lists, tables, code", () => {
    expect(html("# Title\n\n- one\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`x`")).toMatch(
      /<h3[^>]*>Title<\/h3>[\s\S]*<li>one<\/li>[\s\S]*<td>2<\/td>[\s\S]*<code[^>]*>x<\/code>/,
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='https://example.org'></iframe>",
    "<style>body{display:none}</style>",
    "<svg onload=alert(1)>",
    "![pixel](https://example.org/p.png)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "<a href='javascript:alert(1)'>x</a>",
    '<div style="position:fixed" onclick="alert(1)">x</div>',
  ])("runs and loads nothing of %s", (hostile) => {
    const rendered = html(hostile);
    const host = document.createElement("div");
    host.innerHTML = rendered;
    expect(host.querySelector("script, img, iframe, style, svg, object, embed, form, input")).toBeNull();
    for (const element of host.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$/);
        expect(value).not.toMatch(/javascript:|data:/i);
      }
    }
  });

  it("marks links as leading out, and gives them no hold on this page", () => {
    const rendered = html("[there](https://example.org)");
    expect(rendered).toContain('rel="noopener noreferrer nofollow ugc"');
    expect(rendered).toContain("leads out of the town");
  });
});

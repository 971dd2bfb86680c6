"use client";

import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";

/** Nothing that loads or runs: no images, no frames, no styles. Raw HTML is shown as text by react-markdown already. */
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((tag) => !["img", "picture", "source", "input"].includes(tag)),
};

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" className="link">
        {children}
        <span className="sr-only"> (leads out of the town)</span>
      </a>
    ) : (
      <span>{children}</span>
    ),
  h1: ({ children }) => <h3 className="mt-6 mb-2 text-xl">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-6 mb-2 text-lg">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-5 mb-1 text-base">{children}</h4>,
  p: ({ children }) => <p className="my-3 whitespace-pre-line">{children}</p>,
  ul: ({ children }) => <ul className="my-3 list-disc pl-6">{children}</ul>,
  ol: ({ children }) => <ol className="my-3 list-decimal pl-6">{children}</ol>,
  code: ({ children }) => <code className="rounded-s bg-sunk px-1 font-mono text-[0.88em]">{children}</code>,
  pre: ({ children }) => (
    <pre className="my-3 overflow-x-auto rounded-s bg-sunk p-3 font-mono text-sm">{children}</pre>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-3 border-edge border-l-4 pl-4 text-soft">{children}</blockquote>
  ),
  table: ({ children }) => (
    <div className="my-3 overflow-x-auto">
      <table className="text-sm [&_td]:border [&_td]:border-rule [&_td]:px-2 [&_th]:border [&_th]:border-rule [&_th]:px-2">
        {children}
      </table>
    </div>
  ),
};

/** Somebody else's Markdown, as text only. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="max-w-prose leading-relaxed">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

"use client";

import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { useAlive } from "@/hooks/useAlive";
import { cn } from "@/lib/cn";

const look = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-s px-4 py-2 text-center font-display font-semibold leading-tight transition-colors duration-150 disabled:opacity-55",
  {
    variants: {
      tone: {
        main: "bg-poppy text-on-poppy hover:bg-ink hover:text-on-ink disabled:hover:bg-poppy disabled:hover:text-on-poppy",
        ink: "bg-ink text-on-ink hover:bg-text hover:text-paper",
        plain: "border border-edge bg-sheet text-text hover:border-ink hover:bg-ink-wash",
        quiet: "text-ink hover:bg-ink-wash",
        alarm: "border border-alarm text-alarm hover:bg-alarm-wash",
      },
      size: { normal: "", big: "min-h-13 px-6 text-lg", small: "min-h-9 px-3 py-1 text-sm" },
    },
    defaultVariants: { tone: "plain", size: "normal" },
  },
);

type Look = VariantProps<typeof look>;

export function Button({
  tone,
  size,
  className,
  type = "button",
  disabled = false,
  ...props
}: ComponentProps<"button"> & Look) {
  const alive = useAlive();
  // Looks the same while the page comes to life, so that nothing flickers.
  const waking = !alive && !disabled && "disabled:opacity-100";
  return (
    <button
      type={type}
      disabled={disabled || !alive}
      className={cn(look({ tone, size }), waking, className)}
      {...props}
    />
  );
}

export function ButtonLink({ tone, size, className, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link className={cn(look({ tone, size }), className)} {...props} />;
}

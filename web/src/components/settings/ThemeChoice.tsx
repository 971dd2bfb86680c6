"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const themes = [
  { value: "light", label: "Day", icon: Sun },
  { value: "dark", label: "Lamp", icon: Moon },
  { value: "system", label: "Device", icon: Monitor },
] as const;

const never = () => () => {};

/** Light, dark, or what the device says. Known only in the browser, so nothing is marked on the server. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset>
      <legend className="mb-2 font-display font-semibold">Light</legend>
      <div className="grid grid-cols-3 gap-2">
        {themes.map(({ value, label, icon: Icon }) => (
          <label
            key={value}
            className="flex min-h-13 cursor-pointer items-center justify-center gap-2 rounded-s border border-edge px-2 text-center text-sm has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-3 has-focus-visible:outline-poppy"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={inBrowser && theme === value}
              onChange={() => setTheme(value)}
              className="sr-only"
            />
            <Icon size={17} aria-hidden />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

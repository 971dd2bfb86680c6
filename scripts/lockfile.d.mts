type Lock = {
  packages: Record<
    string,
    { version?: string; optionalDependencies?: Record<string, string>; dev?: boolean }
  >;
};
export function platformOf(name: string): { cpu?: string[]; libc?: string[]; os?: string[] } | undefined;
export function missingOptional(
  lock: Lock,
): Map<string, { name: string; version: string; parent: string; dev: boolean }>;

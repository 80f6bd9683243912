interface Lock {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string>; os?: string[] }>
}
export function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] }
export function addStubs(lock: Lock): string[]

/** The members of a package-lock.json that are looked at. */
export type Lock = {
  lockfileVersion: number;
  packages: Record<
    string,
    { version?: string; integrity?: string; resolved?: string; link?: boolean; hasInstallScript?: boolean }
  >;
};

/** The members of a package.json that name versions. */
export type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

/** Packages that may run a script when they are installed; each is there for a reason written beside it. */
const MAY_RUN = [
  // The file watcher of macOS, an optional part of vite.
  'node_modules/fsevents'
];

/** What in a lock file would let a package be another one than was looked at, a line each. */
export function lockFaults({ lockfileVersion, packages }: Lock): string[] {
  if (lockfileVersion < 3) return [`lock file version ${lockfileVersion}: make it again with npm 7 or newer`];
  return Object.entries(packages).flatMap(([path, found]) => {
    if (path === '') return [];
    if (found.link) return [`${path}: is a link to a folder`];
    if (!/^sha512-[\w+/]{86}==$/.test(found.integrity ?? '')) return [`${path}: has no SHA-512`];
    if (found.resolved !== undefined) return [`${path}: names a place to get it from: ${found.resolved}`];
    if (found.hasInstallScript && !MAY_RUN.includes(path)) return [`${path}: runs a script when installed`];
    return [];
  });
}

/** Versions of a package file that are not exact, a line each. */
export const versionFaults = ({ dependencies = {}, devDependencies = {} }: Manifest): string[] =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: "${version}" is not an exact version`);
